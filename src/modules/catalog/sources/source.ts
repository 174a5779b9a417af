/** Sources of items as people write them: as YAML, or as the JSON that it stands for. */
import { type Document, parseDocument, stringify, visit } from 'yaml';
import {
	type Definition,
	describeFault,
	type Fault,
	readDefinition,
} from '../../../platform/definitions/index.ts';
import type { Language } from '../../../platform/locales.ts';
import { toTraditional } from '../../../platform/traditional.ts';
import { ItemFile } from '../catalog.schema.ts';
import { catalogMessages } from '../catalog.ts';
import { type SourceBody, type SourceFault, YAML_LENGTH } from '../desk/desk.schema.ts';
import { isNode } from '../form/form.ts';
import { type CheckedItem, checkItem, otherItemFaults } from './check-item.ts';
import type { Parts } from './parts.ts';

/** Deeper than any item; deeper nesting is an attack on whoever walks it. */
const DEEPEST = 40;

/** A source that has been read. `value` is undefined where the YAML cannot be read at all. */
export interface ReadSource extends Partial<CheckedItem> {
	yaml: string;
	value?: ItemFile;
	definition?: Definition<ItemFile>;
	faults: Fault[];
}

/** The YAML of a source: as it was written, or made of the JSON. */
export function yamlOf({ source, yaml }: SourceBody): string {
	return yaml ?? toYaml(source ?? {});
}

/** One way of writing: long texts stay in one line, so that versions compare well. */
export function toYaml(source: object): string {
	return stringify(source, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** The YAML with some of its first keys changed (or gone, where the value is undefined); all comments stay. */
export function withKeys(yaml: string, keys: Record<string, string | number | undefined>): string {
	const written = parseDocument(yaml);
	// What refers to a key that changes here would change with it, after it was approved: references are written out.
	const document = hasAlias(written) ? parseDocument(toYaml(written.toJS() as object)) : written;
	for (const [key, value] of Object.entries(keys)) {
		if (value === undefined) document.delete(key);
		else document.set(key, value);
	}
	return document.toString({ lineWidth: 0 });
}

function hasAlias(document: Document.Parsed): boolean {
	let found = false;
	visit(document, {
		Alias() {
			found = true;
			return visit.BREAK;
		},
	});
	return found;
}

/** Reads a source and finds everything that is wrong with it, as the check of files does. */
export function readSource(yaml: string, known: { parts: Parts; isItem(code: string): boolean }): ReadSource {
	const read = readItemText('', yaml);
	const { value } = read;
	if (value === undefined) return { yaml, faults: read.faults };
	const [definition] = read.definitions;
	const shown = isNode(value) ? { value: read.value as ItemFile } : {};
	if (!definition) return { yaml, ...shown, faults: read.faults };
	const checked = checkItem(definition, known.parts);
	const faults = [...checked.faults, ...otherItemFaults(definition, known.isItem)];
	const { item, taken } = checked;
	return { yaml, ...shown, definition, taken, faults, ...(item && faults.length === 0 && { item }) };
}

/** Reads an item that somebody sent in. What no database and no programme should have to take has no `value`. */
export function readItemText(
	file: string,
	text: string,
): { definitions: Definition<ItemFile>[]; faults: Fault[]; value: unknown } {
	const unfit = (code: string, limit: number) => {
		const fault: Fault = { file, line: 1, column: 1, path: '', code, params: { limit } };
		return { definitions: [], faults: [fault], value: undefined };
	};
	if (text.length > YAML_LENGTH) return unfit('SOURCE_LONG', YAML_LENGTH);
	const read = readDefinition(file, text, ItemFile);
	const found = unfitIn(read.value, 0);
	return found ? unfit(found, DEEPEST) : read;
}

function unfitIn(value: unknown, depth: number): string | undefined {
	if (typeof value === 'string')
		return value.includes('\0') || !value.isWellFormed() ? 'UNSTORABLE' : undefined;
	if (typeof value !== 'object' || value === null) return undefined;
	if (depth > DEEPEST) return 'TOO_DEEP';
	for (const [key, member] of Object.entries(value)) {
		const found = unfitIn(key, depth) ?? unfitIn(member, depth + 1);
		if (found) return found;
	}
	return undefined;
}

/** Faults in the reader's words. */
export function tellFaults(faults: readonly Fault[], language: Language): SourceFault[] {
	const messages = catalogMessages(language === 'en' ? 'en' : 'zh-CN');
	const tell = language === 'zh-TW' ? toTraditional : (text: string) => text;
	return faults.map((fault) => {
		const { path, line, column, code, problem, remedy } = describeFault(fault, messages);
		return { path, line, column, code, problem: tell(problem), remedy: tell(remedy) };
	});
}
