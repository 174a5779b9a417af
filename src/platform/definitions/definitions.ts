import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Static, TSchema } from 'typebox';
import { type Fault, formatPath } from './faults.ts';
import { type ParsedText, type Path, type Position, parseText } from './positions.ts';
import { schemaFaults } from './schema-faults.ts';

/** A valid definition, and the way back to the lines that it came from. */
export interface Definition<T> {
	value: T;
	file: string;
	at(path: Path): Position;
	/** A fault at `path`; for rules that a schema cannot say. */
	fault(path: Path, code: string, params?: Fault['params']): Fault;
}

export interface Loaded<T> {
	definitions: Definition<T>[];
	faults: Fault[];
}

/** Reads one definition from text. With any fault there is no definition; `value` is what the text says all the same. */
export function readDefinition<T extends TSchema>(
	file: string,
	text: string,
	schema: T,
): Loaded<Static<T>> & { value: unknown } {
	const parsed = parseText(text);
	const faults = [
		...syntaxFaults(file, parsed),
		...(parsed.syntax.length > 0 ? [] : located(file, parsed, schema)),
	];
	if (faults.length > 0) return { definitions: [], faults, value: parsed.value };
	const definition: Definition<Static<T>> = {
		value: parsed.value as Static<T>,
		file,
		at: parsed.at,
		fault: (path, code, params = {}) => ({
			file,
			...parsed.at(path),
			path: formatPath(path),
			code,
			params,
		}),
	};
	return { definitions: [definition], faults: [], value: parsed.value };
}

/**
 * Reads every `.yaml`, `.yml` and `.json` file of a folder (not of its sub-folders) in the order of names.
 * File names in faults are relative to the working directory.
 */
export function loadDefinitions<T extends TSchema>(folder: string, schema: T): Loaded<Static<T>> {
	const loaded: Loaded<Static<T>> = { definitions: [], faults: [] };
	for (const { file, text } of readDefinitionFiles(folder)) {
		const { definitions, faults } = readDefinition(file, text, schema);
		loaded.definitions.push(...definitions);
		loaded.faults.push(...faults);
	}
	return loaded;
}

/** The files that {@link loadDefinitions} reads, one after the other. */
export function* readDefinitionFiles(folder: string): Generator<{ file: string; text: string }> {
	const names = readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
		.map((entry) => join(folder, entry.name))
		.sort();
	for (const name of names) yield { file: relative(process.cwd(), name), text: readFileSync(name, 'utf8') };
}

function syntaxFaults(file: string, parsed: ParsedText): Fault[] {
	return parsed.syntax.map(({ position, message }) => ({
		file,
		...position,
		path: '',
		code: 'SYNTAX',
		params: { message },
	}));
}

function located(file: string, parsed: ParsedText, schema: TSchema): Fault[] {
	return schemaFaults(schema, parsed.value).map(({ path, about, code, params }) => ({
		file,
		...(about === 'key' ? parsed.atKey(path) : parsed.at(path)),
		path: formatPath(path),
		code,
		params,
	}));
}
