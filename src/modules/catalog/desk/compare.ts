/** What differs between two sources of an item. Pure; runs in the browser as well. */
import type { ItemFile } from '../catalog.schema.ts';
import type { Difference } from './desk.schema.ts';

type Members = Map<string, unknown>;

/**
 * Every difference, by its way: `rules.promiseDays`, `materials[floor-plan].copies`, `aliases.zh-CN[开饭店]`. Members of a
 * list meet by their code (or name, or words) and not by their place; that their order changed is a difference of the list.
 */
export function differencesOf(before: ItemFile, after: ItemFile): Difference[] {
	return compare('', before, after);
}

function compare(path: string, before: unknown, after: unknown): Difference[] {
	if (Array.isArray(before) && Array.isArray(after)) return compareLists(path, before, after);
	if (isRecord(before) && isRecord(after)) {
		const join = (key: string) => (path === '' ? key : `${path}.${key}`);
		return compareMembers(new Map(Object.entries(before)), new Map(Object.entries(after)), join);
	}
	return same(before, after) ? [] : [{ path, kind: 'CHANGED', before, after }];
}

function compareMembers(before: Members, after: Members, pathOf: (key: string) => string): Difference[] {
	const kept = [...before].flatMap(([key, value]): Difference[] =>
		after.has(key)
			? compare(pathOf(key), value, after.get(key))
			: [{ path: pathOf(key), kind: 'REMOVED', before: value }],
	);
	const added = [...after].flatMap(([key, value]): Difference[] =>
		before.has(key) ? [] : [{ path: pathOf(key), kind: 'ADDED', after: value }],
	);
	return [...kept, ...added];
}

function compareLists(path: string, before: unknown[], after: unknown[]): Difference[] {
	const pathOf = (key: string) => `${path}[${key}]`;
	const [old, young] = [named(before), named(after)];
	if (!old || !young) return compareMembers(numbered(before), numbered(after), pathOf);
	const differences = compareMembers(old, young, pathOf);
	const keptOrder = [...old.keys()].filter((key) => young.has(key));
	const newOrder = [...young.keys()].filter((key) => old.has(key));
	if (same(keptOrder, newOrder)) return differences;
	return [{ path, kind: 'CHANGED', before: keptOrder, after: newOrder }, ...differences];
}

function numbered(list: unknown[]): Members {
	return new Map(list.map((member, index) => [String(index), member]));
}

/** The members of a list by what they are known by; by their places where they have no names. */
export function membersOf(list: unknown[]): Members {
	return named(list) ?? numbered(list);
}

/** The members by their names; undefined where one has none, or two have the same. */
function named(list: unknown[]): Members | undefined {
	const members: Members = new Map();
	for (const member of list) {
		const name = nameOf(member);
		if (name === undefined || members.has(name)) return undefined;
		members.set(name, member);
	}
	return members;
}

/** What a member is known by, in the order of what says it best. */
const NAMES = [
	'code',
	'use',
	'value',
	'const',
	'kind',
	'statute',
	'field',
	'name',
	'question',
	'zh-CN',
	'when',
] as const;

function nameOf(member: unknown): string | undefined {
	if (!isRecord(member)) return typeof member === 'object' ? undefined : String(member);
	for (const key of NAMES) {
		const value = member[key];
		if (key === 'statute' && value !== undefined) return [value, member.articles].filter(Boolean).join(' ');
		if (typeof value === 'string' && value !== '') return value;
		if (isRecord(value) && typeof value['zh-CN'] === 'string') return value['zh-CN'];
	}
	return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
