import type { Text } from '../../../../catalog.schema.ts';
import { membersOf } from '../../../../desk/compare.ts';
import { useParts } from '../data.ts';
import { getAt, type Step } from '../paths.ts';
import { useWords, type Words } from '../words.ts';
import { stepsOf } from './rows.ts';

const NAMES = ['name', 'question', 'title', 'text', 'note'];
/** Steps of JSON Schema that say nothing to people. */
const SILENT = new Set(['schema', 'properties', 'ui']);
const LANGUAGES = new Set(['zh-CN', 'en']);

/** The way to a value without members of lists, as labels are filed. */
export const keyOfPath = (path: string): string =>
	stepsOf(path)
		.filter(({ isMember }) => !isMember)
		.map(({ name }) => name)
		.join('.');

/**
 * Says in words what a path leads to: “材料 › 平面图 › 份数”. Members are named by what they are known by, or by position.
 * `value` is what stands at the end: what the source does not have any more names itself.
 */
export function useRowName(source: unknown): (path: string, value?: unknown) => string {
	const words = useWords();
	const titleOf = useMemberName();
	return (path, value) => {
		const way: Step[] = [];
		const keys: string[] = [];
		const said: string[] = [];
		const steps = stepsOf(path);
		steps.forEach(({ name, isMember }, at) => {
			const isLast = at === steps.length - 1;
			if (isMember) {
				way.push(memberAt(getAt(source, way), name));
				said.push(titleOf(getAt(source, way) ?? (isLast ? value : undefined), name));
				return;
			}
			way.push(name);
			keys.push(name);
			if (!SILENT.has(name)) said.push(stepName(words, keys, source, isLast ? value : undefined));
		});
		return said.join(' › ');
	};
}

/** What a member of a list is called: by its own words, those of the shared paper or statute, or its place. */
export function useMemberName(): (member: unknown, key: string) => string {
	const { text } = useWords();
	const parts = useParts().data;
	const named = (kind: 'materials' | 'statutes', name: unknown) =>
		text(parts?.[kind].find((part) => part.name === name)?.title);
	return (member, key) => {
		const values = (typeof member === 'object' && member !== null ? member : {}) as Record<string, unknown>;
		const own = NAMES.map((name) => values[name]).find((value) => typeof value === 'object');
		const said = own ? text(own as Text) : '';
		if (said) return said;
		if (values.statute) return [named('statutes', values.statute), values.articles].filter(Boolean).join(' ');
		const position = /^\d+$/.test(key) ? String(Number(key) + 1) : key;
		return named('materials', values.use ?? key) || position;
	};
}

/** Faults name members by their place, comparisons by what they are known by. */
function memberAt(list: unknown, key: string): number {
	const index = Array.isArray(list) ? [...membersOf(list).keys()].indexOf(key) : -1;
	return index >= 0 ? index : Number(key);
}

/** What the last of these steps is called; a field of the form by its own title. */
export function stepName(
	{ label, text, t }: Words,
	keys: readonly string[],
	source?: unknown,
	value?: unknown,
): string {
	const last = keys.at(-1) ?? '';
	if (LANGUAGES.has(last) && keys[0] !== 'aliases') return t(`languages.${last}`);
	const isField = keys[0] === 'form' && (keys[1] === 'schema' || keys[1] === 'ui');
	if (isField && (keys.length === 4 || (keys.length === 3 && keys[1] === 'ui'))) {
		const title = getAt(source, ['form', 'schema', 'properties', last, 'title']) ?? getAt(value, ['title']);
		return text(title as Text | undefined) || last;
	}
	if (isField && keys.length > 2) {
		return t([`form.schema.${last}`, `form.limits.${last}`], { defaultValue: last });
	}
	return label(keys.join('.'));
}
