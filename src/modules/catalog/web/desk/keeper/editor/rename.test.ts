import { expect, test } from 'vitest';
import type { ItemFile } from '../../../../catalog.schema.ts';
import { renameField, renameIn, renameQuestion } from './rename.ts';

const source = {
	questions: [
		{ code: 'makes', kind: 'YES_NO', field: 'makes' },
		{ code: 'area', kind: 'NUMBER', when: 'makes = true' },
	],
	materials: [{ code: 'makes', when: 'makes = true and area > 5' }],
	form: { when: { 'premises.area': 'not(makes)' } },
} as unknown as ItemFile;

test('a name is replaced outside of quotes and as a whole word only', () => {
	expect(renameIn('makes = "makes" and remakes', 'makes', 'cooks')).toBe('cooks = "makes" and remakes');
});

test('a question takes every condition along and nothing else', () => {
	expect(renameQuestion(source, 0, 'cooks')).toEqual({
		questions: [
			{ code: 'cooks', kind: 'YES_NO', field: 'makes' },
			{ code: 'area', kind: 'NUMBER', when: 'cooks = true' },
		],
		materials: [{ code: 'makes', when: 'cooks = true and area > 5' }],
		form: { when: { 'premises.area': 'not(cooks)' } },
	});
});

test('a name that another question has takes nothing along, so that the two can be told apart again', () => {
	const twice = renameQuestion(source, 0, 'area');
	expect(twice.materials[0]?.when).toBe('makes = true and area > 5');
	expect(renameQuestion(twice, 0, 'cooks').materials[0]?.when).toBe('makes = true and area > 5');
});

test('questions follow the field that they fill in', () => {
	expect(renameField(source, 'makes', 'cooking').questions?.[0]?.field).toBe('cooking');
});
