import type { Text } from '../../../../catalog.schema.ts';
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

/** Says in words what a path leads to: “材料 › 平面图 › 份数”. Members are named by code or by position. */
export function useRowName(source: unknown): (path: string) => string {
	const words = useWords();
	const shared = useParts().data?.materials ?? [];
	const titleOf = (member: unknown, key: string): string => {
		const values = (typeof member === 'object' && member !== null ? member : {}) as Record<string, unknown>;
		const own = NAMES.map((name) => values[name]).find((value) => typeof value === 'object');
		const part = shared.find(({ name }) => name === (values.use ?? key))?.title;
		const position = /^\d+$/.test(key) ? String(Number(key) + 1) : key;
		return words.text((own as Text | undefined) ?? part) || position;
	};
	return (path) => {
		const way: Step[] = [];
		const keys: string[] = [];
		const said: string[] = [];
		for (const { name, isMember } of stepsOf(path)) {
			if (isMember) {
				way.push(memberAt(getAt(source, way), name));
				said.push(titleOf(getAt(source, way), name));
				continue;
			}
			way.push(name);
			keys.push(name);
			if (!SILENT.has(name)) said.push(stepName(words, keys, source));
		}
		return said.join(' › ');
	};
}

function memberAt(list: unknown, key: string): number {
	const members = Array.isArray(list) ? (list as (Record<string, unknown> | null)[]) : [];
	const index = members.findIndex((each) => [each?.code, each?.use, each?.value, each?.field].includes(key));
	return index >= 0 ? index : Number(key);
}

/** What the last of these steps is called; a field of the form by its own title. */
export function stepName({ label, text, t }: Words, keys: readonly string[], source?: unknown): string {
	const last = keys.at(-1) ?? '';
	if (LANGUAGES.has(last) && keys[0] !== 'aliases') return t(`languages.${last}`);
	const isField = keys[0] === 'form' && (keys[1] === 'schema' || keys[1] === 'ui');
	if (isField && (keys.length === 4 || (keys.length === 3 && keys[1] === 'ui'))) {
		return text(getAt(source, ['form', 'schema', 'properties', last, 'title']) as Text | undefined) || last;
	}
	if (isField && keys.length > 2) {
		return t([`form.schema.${last}`, `form.limits.${last}`], { defaultValue: last });
	}
	return label(keys.join('.'));
}
