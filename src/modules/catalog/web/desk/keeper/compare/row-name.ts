import type { Text } from '../../../../catalog.schema.ts';
import { useParts } from '../data.ts';
import { getAt } from '../paths.ts';
import { useWords, type Words } from '../words.ts';
import { stepsOf } from './rows.ts';

const NAMES = ['name', 'question', 'title', 'text', 'note'];
/** Steps of JSON Schema that say nothing to people. */
const SILENT = new Set(['schema', 'properties']);

/** The way to a value without members of lists and without schema, as labels are filed. */
export const keyOfPath = (path: string): string =>
	stepsOf(path)
		.filter(({ isMember }) => !isMember)
		.map(({ name }) => name)
		.join('.');

/** Says in words what a path leads to: “材料 › 平面图 › 份数”. */
export function useRowName(source: unknown): (path: string) => string {
	const words = useWords();
	const shared = useParts().data?.materials ?? [];
	const titleOf = (list: unknown, key: string): string => {
		const members = Array.isArray(list) ? (list as Record<string, unknown>[]) : [];
		const member = members.find((each) => [each?.code, each?.use, each?.value, each?.field].includes(key));
		const own = NAMES.map((name) => member?.[name]).find((value) => typeof value === 'object');
		const part = shared.find(({ name }) => name === key)?.title;
		return (
			words.text((own as Text | undefined) ?? part) || (/^\d+$/.test(key) ? String(Number(key) + 1) : key)
		);
	};
	return (path) => {
		const way: string[] = [];
		const keys: string[] = [];
		const said: string[] = [];
		for (const { name, isMember } of stepsOf(path)) {
			if (isMember) {
				said.push(titleOf(getAt(source, way), name));
				way.push(name);
				continue;
			}
			way.push(name);
			keys.push(name);
			if (!SILENT.has(name)) said.push(step(words, keys, source));
		}
		return said.join(' › ');
	};
}

function step({ label, text, t }: Words, keys: string[], source: unknown): string {
	const last = keys.at(-1) ?? '';
	if (keys[0] === 'form' && keys[1] === 'schema' && keys.length > 3) {
		if (keys.length === 4) {
			const title = getAt(source, [...keys, 'title']) as Text | undefined;
			return text(title) || last;
		}
		return t([`form.schema.${last}`, `form.limits.${last}`], { defaultValue: last });
	}
	return label(keys.join('.'));
}
