import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Type from 'typebox';
import { describe, expect, it } from 'vitest';
import {
	DefinitionError,
	definitionMessages,
	formatFaults,
	loadDefinitions,
	readDefinition,
} from './index.ts';

const strict = { additionalProperties: false };
const Shop = Type.Object(
	{
		name: Type.String({ minLength: 1 }),
		open: Type.String({ format: 'date' }),
		kind: Type.Enum(['BAKERY', 'BOOKSHOP']),
		code: Type.String({ pattern: '^[a-z]+$' }),
		staff: Type.Array(Type.Object({ name: Type.String(), age: Type.Integer({ minimum: 16 }) }, strict), {
			minItems: 1,
		}),
	},
	strict,
);
const GOOD = `# a shop
name: 小店
open: 2026-01-31
kind: BAKERY
code: abc
staff:
  - name: 王
    age: 30
`;
const faultsOf = (text: string) =>
	readDefinition('shop.yaml', text, Shop).faults.map(({ line, column, path, code }) => ({
		line,
		column,
		path,
		code,
	}));

const FAULTS = [
	[
		'a missing key, at its parent',
		GOOD.replace('kind: BAKERY\n', ''),
		{ line: 2, column: 1, path: 'kind', code: 'MISSING' },
	],
	[
		'a misspelt key, at the key',
		GOOD.replace('age: 30', 'age: 30\n    nme: x'),
		{ line: 9, column: 5, path: 'staff[0].nme', code: 'UNKNOWN_KEY_NEAR' },
	],
	[
		'a strange key',
		GOOD.replace('age: 30', 'age: 30\n    colour: x'),
		{ line: 9, column: 5, path: 'staff[0].colour', code: 'UNKNOWN_KEY' },
	],
	[
		'a wrong type',
		GOOD.replace('age: 30', 'age: thirty'),
		{ line: 8, column: 10, path: 'staff[0].age', code: 'TYPE' },
	],
	[
		'a number too small',
		GOOD.replace('age: 30', 'age: 3'),
		{ line: 8, column: 10, path: 'staff[0].age', code: 'TOO_SMALL' },
	],
	[
		'a word not allowed',
		GOOD.replace('BAKERY', 'BAKER'),
		{ line: 4, column: 7, path: 'kind', code: 'CHOICE' },
	],
	['a form not kept', GOOD.replace('abc', 'ABC'), { line: 5, column: 7, path: 'code', code: 'PATTERN' }],
	[
		'a day that does not exist',
		GOOD.replace('01-31', '02-31'),
		{ line: 3, column: 7, path: 'open', code: 'FORMAT' },
	],
	['an empty text', GOOD.replace('小店', '""'), { line: 2, column: 7, path: 'name', code: 'EMPTY' }],
	[
		'an empty list',
		GOOD.replace(/staff:[\s\S]*/, 'staff: []\n'),
		{ line: 6, column: 8, path: 'staff', code: 'TOO_FEW' },
	],
	[
		'broken YAML',
		GOOD.replace('kind: BAKERY', 'kind: "BAKERY'),
		{ line: 9, column: 1, path: '', code: 'SYNTAX' },
	],
	['a key given twice', `${GOOD}name: again\n`, { line: 9, column: 1, path: '', code: 'SYNTAX' }],
] as const;

describe('readDefinition', () => {
	it('reads a valid file and finds its way back to the lines', () => {
		const { definitions, faults } = readDefinition('shop.yaml', GOOD, Shop);
		expect(faults).toEqual([]);
		expect(definitions[0]?.value.staff[0]?.age).toBe(30);
		expect(definitions[0]?.at(['staff', 0, 'age'])).toEqual({ line: 8, column: 10 });
		expect(definitions[0]?.fault(['staff', 0, 'age'], 'X').path).toBe('staff[0].age');
	});

	it('reads JSON with the same positions', () => {
		const { faults } = readDefinition('shop.json', '{\n  "name": 5\n}', Type.Object({ name: Type.String() }));
		expect(faults).toMatchObject([{ line: 2, column: 11, path: 'name', code: 'TYPE' }]);
	});

	it.each(FAULTS)('names %s', (_, text, fault) => {
		expect(faultsOf(text)).toContainEqual(fault);
	});

	it.each([
		['many keys', Array.from({ length: 20_000 }, (_, index) => `key${index}: 1`).join('\n')],
		['one key many times', 'name: 1\n'.repeat(20_000)],
		['nesting without end', '['.repeat(60_000)],
		['nesting that ends', '['.repeat(30_000) + ']'.repeat(30_000)],
	])('answers soon to %s', (_, text) => {
		const began = performance.now();
		expect(faultsOf(text).length).toBeGreaterThan(0);
		// Comparing each key with each took a minute.
		expect(performance.now() - began).toBeLessThan(2000);
	});

	it('names all faults at once, more than a handful', () => {
		const text = `name: x\nopen: 2026-01-01\nkind: BAKERY\ncode: abc\nstaff:\n${'  - { name: 1, age: x }\n'.repeat(10)}`;
		expect(faultsOf(text)).toHaveLength(20);
	});

	it('has words for every code, in both languages', () => {
		const { faults } = readDefinition(
			'shop.yaml',
			GOOD.replace('BAKERY', 'BAKER').replace('age: 30', 'ag: 30'),
			Shop,
		);
		expect(formatFaults(faults, definitionMessages('en'))).toContain(
			'shop.yaml:4:7 kind: “BAKER” is not one of',
		);
		expect(formatFaults(faults, definitionMessages('en'))).toContain('“age” is probably meant');
		expect(new DefinitionError(faults, definitionMessages('zh-CN')).message).toContain('应为“age”');
		expect(Object.keys(definitionMessages('en'))).toEqual(Object.keys(definitionMessages('zh-CN')));
	});

	it('reads a folder and keeps what is right when something else is wrong', () => {
		const folder = mkdtempSync(join(tmpdir(), 'definitions-'));
		writeFileSync(join(folder, 'a.yaml'), GOOD);
		writeFileSync(join(folder, 'b.yml'), GOOD.replace('age: 30', 'age: 3'));
		writeFileSync(join(folder, 'notes.txt'), 'not a definition');
		const { definitions, faults } = loadDefinitions(folder, Shop);
		expect(definitions).toHaveLength(1);
		expect(faults).toMatchObject([{ code: 'TOO_SMALL', line: 8 }]);
		expect(faults[0]?.file).toContain('b.yml');
	});
});
