import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Static, TSchema } from 'typebox';
import { type Definition, type Fault, loadDefinitions } from '../../../platform/definitions/index.ts';
import type { Text, Window } from '../catalog.schema.ts';
import { formFaults, textFaults } from './contradictions.ts';
import {
	type Blank,
	BlanksPart,
	FormPart,
	MaterialsPart,
	StatutesPart,
	WindowsPart,
} from './parts.schema.ts';

export type SharedMaterial = MaterialsPart['materials'][number];

/** What items share, by name. */
export interface Parts {
	statutes: ReadonlyMap<string, Text>;
	windows: ReadonlyMap<string, Window>;
	materials: ReadonlyMap<string, SharedMaterial>;
	forms: ReadonlyMap<string, FormPart>;
	blanks: ReadonlyMap<string, Blank>;
}

/** Kinds of parts whose content becomes content of an item. Windows and blanks are looked up whenever they are wanted. */
export const TAKEN_KINDS = ['statutes', 'materials', 'forms'] as const;
export type TakenKind = (typeof TAKEN_KINDS)[number];

/** Reads the shared parts of a catalogue (`_parts/`), and names everything that is wrong in them. */
export function loadParts(folder: string): { parts: Parts; faults: Fault[] } {
	const faults: Fault[] = [];
	const read = <T extends TSchema>(kind: keyof Parts, schema: T): Definition<Static<T>>[] => {
		const path = join(folder, kind);
		if (!existsSync(path)) return [];
		const loaded = loadDefinitions(path, schema);
		faults.push(...loaded.faults, ...loaded.definitions.flatMap((definition) => textFaults(definition)));
		return loaded.definitions;
	};
	const named = <P>(kind: keyof Parts, entries: [string, P][]): ReadonlyMap<string, P> => {
		faults.push(...twice(join(folder, kind), entries));
		return new Map(entries);
	};
	const forms = read('forms', FormPart);
	faults.push(...forms.flatMap((form) => formFaults(form, form.value.schema, ['schema'])));
	const statutes = read('statutes', StatutesPart).flatMap(({ value }) => Object.entries(value.statutes));
	const windows = read('windows', WindowsPart).flatMap(({ value }) => value.windows);
	const materials = read('materials', MaterialsPart).flatMap(({ value }) => value.materials);
	const blanks = read('blanks', BlanksPart).flatMap(({ value }) => value.blanks);
	const parts = {
		statutes: named('statutes', statutes),
		windows: named(
			'windows',
			windows.map((each) => [each.id, each]),
		),
		materials: named(
			'materials',
			materials.map((each) => [each.code, each]),
		),
		forms: named(
			'forms',
			forms.map(({ value }) => [value.name, value]),
		),
		blanks: named(
			'blanks',
			blanks.map((each) => [each.name, each]),
		),
	};
	return { parts, faults };
}

/** Names that are given to more than one part. */
function twice(file: string, entries: readonly [string, unknown][]): Fault[] {
	const names = entries.map(([name]) => name);
	return names
		.filter((name, index) => names.indexOf(name) !== index)
		.map((name) => ({ file, line: 1, column: 1, path: '', code: 'PART_TWICE', params: { name } }));
}

/** The parts that an item took in, by kind and name: with its source, all that the item is made of. */
export type Taken = { [K in TakenKind]?: Record<string, unknown> };

/** Parts as an item asks for them. */
export type PartLookup = { [K in TakenKind | 'windows']: Pick<Parts[K], 'get'> };

/** Notes each part that is looked up. A name that leads nowhere is noted too: one day it may lead somewhere. */
export function watched(parts: Parts): { lookup: PartLookup; taken: Taken } {
	const taken: Taken = {};
	const watch = <T>(kind: TakenKind, map: ReadonlyMap<string, T>) => {
		const found: Record<string, unknown> = {};
		taken[kind] = found;
		return {
			get(name: string) {
				const part = map.get(name);
				found[name] = part ?? null;
				return part;
			},
		};
	};
	const lookup = {
		statutes: watch('statutes', parts.statutes),
		materials: watch('materials', parts.materials),
		forms: watch('forms', parts.forms),
		windows: parts.windows,
	};
	return { lookup, taken };
}

/** The names of the parts that were taken, `materials/identity-card`, in order. */
export function namesOf(taken: Taken): string[] {
	return TAKEN_KINDS.flatMap((kind) =>
		Object.keys(taken[kind] ?? {}).map((name) => `${kind}/${name}`),
	).sort();
}

/** One digest of the named parts as they are now. */
export type PartsDigest = (names: readonly string[]) => string;

/** Begins the name of another item, of which it counts only whether it is there. */
export const OTHER_ITEM = 'items/';

/**
 * Tells whether named parts are what they were.
 * @param isItem whether there is an item of this code
 */
export function partsDigester(parts: Parts, isItem: (code: string) => boolean): PartsDigest {
	const single = new Map<string, string>();
	const contentOf = (name: string): unknown => {
		if (name.startsWith(OTHER_ITEM)) return isItem(name.slice(OTHER_ITEM.length));
		const cut = name.indexOf('/');
		return parts[name.slice(0, cut) as TakenKind].get(name.slice(cut + 1));
	};
	const digestOf = (name: string) => {
		const digest = single.get(name) ?? sha256(JSON.stringify(contentOf(name) ?? null));
		single.set(name, digest);
		return digest;
	};
	return (names) => sha256(names.map((name) => `${name} ${digestOf(name)}`).join('\n'));
}

/** Parts as an item once took them, for making it again. */
export function partsFrom(taken: Taken, windows: Parts['windows']): PartLookup {
	const map = <T>(kind: TakenKind) =>
		new Map(Object.entries(taken[kind] ?? {}).filter(([, part]) => part !== null)) as Map<string, T>;
	return { statutes: map('statutes'), materials: map('materials'), forms: map('forms'), windows };
}

export function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
