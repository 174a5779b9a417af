import { expect, test } from 'vitest';
import { getAt, isWithin, labelKey, moved, setAt, upwards, wayText } from './paths.ts';

const root = { rules: { promiseDays: 5 }, materials: [{ code: 'a' }, { code: 'b' }] };

test('reads and changes a value without touching the rest', () => {
	const changed = setAt(root, ['materials', 1, 'code'], 'c');
	expect(getAt(changed, ['materials', 1, 'code'])).toBe('c');
	expect(changed.rules).toBe(root.rules);
	expect(changed.materials[0]).toBe(root.materials[0]);
	expect(root.materials[1]?.code).toBe('b');
});

test('takes out what becomes undefined, from objects and lists', () => {
	expect(setAt(root, ['rules', 'promiseDays'], undefined)).toEqual({ ...root, rules: {} });
	expect(setAt(root, ['materials', 0], undefined).materials).toEqual([{ code: 'b' }]);
});

test('makes what is missing on the way', () => {
	expect(setAt<unknown>({}, ['form', 'when', 'premises.area'], 'x')).toEqual({
		form: { when: { 'premises.area': 'x' } },
	});
	expect(getAt({}, ['a', 'b', 0])).toBeUndefined();
});

test('names ways as faults do', () => {
	expect(wayText(['materials', 2, 'name', 'zh-CN'])).toBe('materials[2].name.zh-CN');
	expect(labelKey(['materials', 2, 'name'])).toBe('materials.name');
	expect(upwards('a[0].b')).toEqual(['a[0].b', 'a[0]', 'a']);
	expect(isWithin('materials[10].code', 'materials[1]')).toBe(false);
	expect(isWithin('materials[1].code', 'materials[1]')).toBe(true);
});

test('moves a member and stays within the list', () => {
	expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
	expect(moved(['a', 'b', 'c'], 2, -2)).toEqual(['c', 'a', 'b']);
	expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});
