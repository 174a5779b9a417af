/** Two sources beside each other, line by line. Pure. */
import type { Difference } from '../../../../desk.schema.ts';

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

/** What a member of a list is known by, as the comparison of the server names it. */
function keyOf(member: unknown, index: number): string {
	if (!isGroup(member)) return String(index);
	const key = member.code ?? member.use ?? member.value ?? member.field ?? index;
	return String(key);
}

/** Every value of a source that is shown in one line. */
function leaves(value: unknown, path: string): [string, unknown][] {
	if (Array.isArray(value)) {
		return value.flatMap((member, index) => {
			const at = `${path}[${keyOf(member, index)}]`;
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
	const covered = (path: string) =>
		differences.some(
			(each) =>
				path === each.path ||
				path.startsWith(`${each.path}.`) ||
				path.startsWith(`${each.path}[`) ||
				each.path.startsWith(`${path}.`),
		);
	const same = leaves(source, '')
		.filter(([path]) => !covered(path))
		.map(([path, value]): Row => ({ path, kind: 'SAME', before: value, after: value }));
	return [...changed, ...same];
}

/** The steps of a path: `materials[floor-plan].copies` → materials, floor-plan (a member), copies. */
export function stepsOf(path: string): { name: string; isMember: boolean }[] {
	return [...path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(([, member, name]) => ({
		name: member ?? name ?? '',
		isMember: member !== undefined,
	}));
}
