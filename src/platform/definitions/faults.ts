import type { Path, Position } from './positions.ts';

/** One thing that is wrong in a definition file. Its words are in the messages, under its code. */
export interface Fault extends Position {
	file: string;
	/** Way to the value, as people write it: `rules.limit.days`, `materials[2].code`. */
	path: string;
	code: string;
	params: Record<string, string | number>;
}

/** What is wrong, and what would be right; `{{name}}` is filled from the fault's parameters. */
export type FaultMessages = Record<string, { problem: string; remedy: string }>;

export interface DescribedFault extends Fault {
	problem: string;
	remedy: string;
}

/** A path as people write it: `materials[2].code`. */
export function formatPath(path: Path): string {
	let text = '';
	for (const step of path) {
		text += typeof step === 'number' ? `[${step}]` : text === '' ? step : `.${step}`;
	}
	return text;
}

/** Puts a fault into words. A code without words is a programming error and throws. */
export function describeFault(fault: Fault, messages: FaultMessages): DescribedFault {
	const words = messages[fault.code];
	if (!words) throw new Error(`No message for the fault code ${fault.code}`);
	const params: Record<string, string | number> = { path: fault.path, ...fault.params };
	const fill = (text: string) =>
		text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
	return { ...fault, problem: fill(words.problem), remedy: fill(words.remedy) };
}

/** `file:line:column path: problem → remedy`, one line a fault, in the order of the files. */
export function formatFaults(faults: readonly Fault[], messages: FaultMessages): string {
	return [...faults]
		.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column)
		.map((fault) => {
			const { file, line, column, path, problem, remedy } = describeFault(fault, messages);
			return `${file}:${line}:${column} ${path === '' ? '' : `${path}: `}${problem} → ${remedy}`;
		})
		.join('\n');
}

/** Definitions that the program cannot run with; carries every fault at once. */
export class DefinitionError extends Error {
	/** Not shown when the error is printed: its message says it all, in words. */
	readonly #faults: readonly Fault[];
	constructor(faults: readonly Fault[], messages: FaultMessages) {
		super(formatFaults(faults, messages));
		this.name = 'DefinitionError';
		this.#faults = faults;
	}

	get faults(): readonly Fault[] {
		return this.#faults;
	}
}
