import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDefinitionFiles } from '../../../platform/definitions/index.ts';
import { parseText } from '../../../platform/definitions/positions.ts';
import type { ItemFile } from '../catalog.schema.ts';
import { CATALOG_FOLDER } from '../index.ts';
import { differencesOf } from './compare.ts';

const sources = [...readDefinitionFiles(CATALOG_FOLDER)].map(({ text }) => parseText(text).value as ItemFile);
const source = fc.constantFrom(...sources);

/** Ways to all plain values of a source, less those that name a member of a list. */
function leavesOf(node: unknown, way: (string | number)[] = []): (string | number)[][] {
	if (typeof node !== 'object' || node === null) return [way];
	return Object.entries(node).flatMap(([key, child]) =>
		leavesOf(child, [...way, Array.isArray(node) ? Number(key) : key]),
	);
}

function change(root: unknown, [step, ...rest]: (string | number)[], value: unknown): void {
	const node = root as Record<string | number, unknown>;
	if (step === undefined) return;
	if (rest.length === 0) node[step] = value;
	else change(node[step], rest, value);
}

const leafOf = (root: unknown, way: (string | number)[]) =>
	way.reduce<unknown>((node, step) => (node as Record<string | number, unknown>)[step], root);

it('a source does not differ from itself', () => {
	for (const each of sources) expect(differencesOf(each, structuredClone(each))).toEqual([]);
});

it('whatever one value is changed, it is named with what it was and what it is', () => {
	fc.assert(
		fc.property(source, fc.nat(), (before, pick) => {
			const leaves = leavesOf(before);
			const way = leaves[pick % leaves.length] ?? [];
			const after = structuredClone(before);
			change(after, way, 'something else');
			const differences = differencesOf(before, after);
			expect(differences.length).toBeGreaterThan(0);
			expect(JSON.stringify(differences)).toContain('something else');
			expect(JSON.stringify(differences)).toContain(JSON.stringify(leafOf(before, way)));
			for (const { path } of differences) expect(path.startsWith(String(way[0]))).toBe(true);
		}),
	);
});

it('members of lists meet by code, not by place', () => {
	const [before] = sources;
	if (!before) throw new Error('no source');
	const [first, ...others] = before.materials;
	const moved = { ...before, materials: [...others, ...(first ? [{ ...first, copies: 9 }] : [])] };
	const name = first?.use ?? first?.code;
	expect(differencesOf(before, moved).map(({ path }) => path)).toEqual([
		'materials',
		`materials[${name}].copies`,
	]);
	const fewer = { ...before, materials: others };
	expect(differencesOf(before, fewer)).toEqual([
		{ path: `materials[${name}]`, kind: 'REMOVED', before: first },
	]);
});
