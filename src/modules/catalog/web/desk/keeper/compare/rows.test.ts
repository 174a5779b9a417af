import { expect, test } from 'vitest';
import type { Difference } from '../../../../desk/desk.schema.ts';
import { isOrder, rowsOf, stepsOf } from './rows.ts';

const source = {
	name: { 'zh-CN': '甲', en: 'A' },
	materials: [
		{ code: 'plan', copies: 2 },
		{ use: 'licence', necessity: 'REQUIRED' },
	],
	rules: { promiseDays: 3 },
};
const differences: Difference[] = [
	{ path: 'materials[plan].copies', kind: 'CHANGED', before: 1, after: 2 },
	{ path: 'materials[licence]', kind: 'ADDED', after: source.materials[1] },
];

test('shows the differences alone', () => {
	expect(rowsOf(differences, undefined).map(({ path, kind }) => [path, kind])).toEqual([
		['materials[plan].copies', 'CHANGED'],
		['materials[licence]', 'ADDED'],
	]);
});

test('adds what is the same, once, and not what is inside a difference', () => {
	const same = rowsOf(differences, source).filter(({ kind }) => kind === 'SAME');
	expect(same.map(({ path }) => path)).toEqual(['name', 'materials[plan].code', 'rules.promiseDays']);
});

test('another order of a list hides nothing of it', () => {
	const order: Difference = {
		path: 'materials',
		kind: 'CHANGED',
		before: ['plan', 'licence'],
		after: ['licence', 'plan'],
	};
	expect(isOrder(order)).toBe(true);
	expect(rowsOf([order], source).map(({ path }) => path)).toContain('materials[plan].copies');
});

test('takes a path apart', () => {
	expect(stepsOf('materials[floor-plan].name.zh-CN').map(({ name }) => name)).toEqual([
		'materials',
		'floor-plan',
		'name',
		'zh-CN',
	]);
	expect(stepsOf('form.schema.properties.a')[3]).toEqual({ name: 'a', isMember: false });
});
