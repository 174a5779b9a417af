/** Two sources beside each other, line by line. Pure. */
import { membersOf } from '../../../../desk/compare.ts';
import type { Difference } from '../../../../desk/desk.schema.ts';
import { isWithin } from '../paths.ts';

export interface Row {
	/** Members of lists by their code: `materials[floor-plan].copies`. */
	path: string;
	kind: Difference['kind'] | 'SAME';
	before: unknown;
	after: unknown;
}

type Members = Record<string, unknown>;

const isGroup = (value: unknown): value is Members =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => isGroup(value) && typeof value['zh-CN'] === 'string';

/** Every value of a source that is shown in one line. */
function leaves(value: unknown, path: string): [string, unknown][] {
	if (Array.isArray(value)) {
		return [...membersOf(value)].flatMap(([key, member]) => {
			const at = `${path}[${key}]`;
			return isGroup(member) && !isText(member) ? leaves(member, at) : [[at, member] as [string, unknown]];
		});
	}
	if (!isGroup(value) || isText(value)) return [[path, value]];
	return Object.entries(value).flatMap(([key, each]) => leaves(each, path === '' ? key : `${path}.${key}`));
}

/** The differences alone, or, with a source, everything else in it, too, in the order of the source. */
export function rowsOf(differences: readonly Difference[], source: unknown): Row[] {
	const changed = differences.map(({ path, kind, before, after }): Row => ({ path, kind, before, after }));
	if (source === undefined) return changed;
	const covering = differences.filter((each) => !isOrder(each));
	const covered = (path: string) =>
		covering.some((each) => isWithin(path, each.path) || isWithin(each.path, path));
	const same = leaves(source, '')
		.filter(([path]) => !covered(path))
		.map(([path, value]): Row => ({ path, kind: 'SAME', before: value, after: value }));
	return [...changed, ...same];
}

/** Whether the same members stand in another order, and nothing else. */
export function isOrder({ before, after }: Pick<Difference, 'before' | 'after'>): boolean {
	if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) return false;
	return before.every((each) => typeof each === 'string' && after.includes(each));
}

/** The steps of a path: `materials[floor-plan].copies` → materials, floor-plan (a member), copies. */
export function stepsOf(path: string): { name: string; isMember: boolean }[] {
	return [...path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(([, member, name]) => ({
		name: member ?? name ?? '',
		isMember: member !== undefined,
	}));
}
