import { basename, join } from 'node:path';
import {
	type Definition,
	type Fault,
	readDefinition,
	readDefinitionFiles,
} from '../../../platform/definitions/index.ts';
import { type Item, ItemFile } from '../catalog.schema.ts';
import { type CheckedItem, checkItem, otherItemFaults } from './check-item.ts';
import { loadParts, type Parts, type PartsDigest, partsDigester, sha256 } from './parts.ts';

export interface LoadedCatalog {
	items: Item[];
	faults: Fault[];
}

/** Which version of which item. */
export interface VersionKey {
	code: string;
	version: number;
}

/** A file that was read: its text, what it says, and the item that it makes. */
export interface ItemSource extends CheckedItem {
	definition: Definition<ItemFile>;
	text: string;
	digest: string;
}

export interface CatalogFiles {
	parts: Parts;
	partsDigest: PartsDigest;
	/** What had to be read. */
	sources: ItemSource[];
	/** What was known already and has not been read. */
	known: VersionKey[];
	faults: Fault[];
}

/**
 * Reads the catalogue from its folder: items as `*.yaml`, shared parts below `_parts/`.
 * Names every fault of every file at once; items with faults are left out.
 */
export function loadCatalog(folder: string): LoadedCatalog {
	const { sources, faults } = readCatalog(folder, { codes: new Set(), recognise: () => undefined });
	return { items: sources.flatMap(({ item }) => item ?? []), faults };
}

/** What somebody knows who has read the folder before. */
export interface Memory {
	/** Items that are there without a file. */
	codes: ReadonlySet<string>;
	/** Which version a file holds, if it was read before and would say the same today. */
	recognise(file: { digest: string }, partsDigest: PartsDigest): VersionKey | undefined;
}

/** The same for somebody who knows files already: what is recognised is not read again. */
export function readCatalog(folder: string, memory: Memory): CatalogFiles {
	const { parts, faults } = loadParts(join(folder, '_parts'));
	const files = [...readDefinitionFiles(folder)];
	const codes = new Set([...memory.codes, ...files.map(({ file }) => nameOf(file).replace(/@\d+$/, ''))]);
	const partsDigest = partsDigester(parts, (code) => codes.has(code));
	const sources: ItemSource[] = [];
	const known: VersionKey[] = [];
	for (const { file, text } of files) {
		const digest = sha256(text);
		const key = memory.recognise({ digest }, partsDigest);
		if (key && isNameOf(nameOf(file), key)) {
			known.push(key);
			continue;
		}
		const read = readDefinition(file, text, ItemFile);
		faults.push(...read.faults);
		for (const definition of read.definitions) {
			const checked = checkItem(definition, parts);
			const others = otherItemFaults(definition, (code) => codes.has(code));
			faults.push(...nameFaults(definition), ...checked.faults, ...others);
			sources.push({ definition, text, digest, ...checked });
		}
	}
	return { parts, partsDigest, sources, known, faults: [...faults, ...doubles(sources, known)] };
}

function nameOf(file: string): string {
	return basename(file).replace(/\.\w+$/, '');
}

/** `<code>.yaml` for the newest version, `<code>@<version>.yaml` for the others: one item, one name. */
function isNameOf(name: string, { code, version }: VersionKey): boolean {
	return name === code || name === `${code}@${version}`;
}

function nameFaults(definition: Definition<ItemFile>): Fault[] {
	const { code } = definition.value;
	const name = nameOf(definition.file);
	return isNameOf(name, definition.value) ? [] : [definition.fault(['code'], 'FILE_NAME', { code, name })];
}

function doubles(sources: readonly ItemSource[], known: readonly VersionKey[]): Fault[] {
	const seen = new Map(known.map((key) => [`${key.code}@${key.version}`, `${key.code}.yaml`]));
	return sources.flatMap(({ definition }) => {
		const key = `${definition.value.code}@${definition.value.version}`;
		const other = seen.get(key);
		seen.set(key, definition.file);
		return other === undefined ? [] : [definition.fault(['version'], 'VERSION_TWICE', { key, other })];
	});
}
