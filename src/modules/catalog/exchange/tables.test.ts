import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { loadDefinitions } from '../../../platform/definitions/index.ts';
import { ItemFile } from '../catalog.schema.ts';
import { CATALOG_FOLDER } from '../index.ts';
import { fromTables } from './from-tables.ts';
import { type Table, toTables } from './to-tables.ts';
import { readTables, writeTables } from './workbook.ts';

const items = loadDefinitions(CATALOG_FOLDER, ItemFile).definitions.map(({ value }) => value);
const throughWorkbook = async (values: readonly ItemFile[]) => {
	const tables = await readTables(await writeTables(toTables(values)));
	return fromTables('items.xlsx', tables ?? []);
};

test('every item of the catalogue comes back from a workbook as it was', async () => {
	const { definitions, faults } = await throughWorkbook(items);
	expect(faults).toEqual([]);
	expect(definitions.map(({ value }) => value)).toEqual(items);
});

test('the order of form fields comes back, too: people fill in forms from top to bottom', async () => {
	const { definitions } = await throughWorkbook(items);
	const order = (item: ItemFile) => JSON.stringify(item.form.schema);
	expect(definitions.map(({ value }) => order(value))).toEqual(items.map(order));
});

const text = fc.string({ minLength: 1, unit: 'binary', maxLength: 30 });
const words = fc.record({ 'zh-CN': text, en: text });
const free = fc.dictionary(
	fc
		.string({ minLength: 1 })
		.filter((name) => name !== '__proto__' && name !== 'constructor' && name !== 'prototype'),
	fc.jsonValue({ maxDepth: 2, noUnicodeString: false }) as fc.Arbitrary<unknown>,
	{ maxKeys: 4 },
);

test('any text, list and form comes back as it was', async () => {
	const [first] = items;
	if (!first) throw new Error('there is no item');
	await fc.assert(
		fc.asyncProperty(
			words,
			fc.array(text, { maxLength: 4 }),
			fc.array(words, { minLength: 1, maxLength: 3 }),
			free,
			async (name, aliases, conditions, schema) => {
				const clean = JSON.parse(JSON.stringify(schema)) as Record<string, unknown>;
				const item: ItemFile = {
					...first,
					name,
					aliases: { 'zh-CN': aliases, en: [] },
					conditions,
					questions: [],
					form: { parts: [], schema: clean },
				};
				const { definitions, faults } = await throughWorkbook([item]);
				expect(faults).toEqual([]);
				expect(definitions[0]?.value).toEqual(item);
			},
		),
		{ numRuns: 40 },
	);
});

const tables = () => toTables(items);
const spoil = (sheet: string, change: (table: Table) => void) => {
	const all = tables();
	const table = all.find(({ name }) => name === sheet);
	if (!table) throw new Error(`no sheet ${sheet}`);
	change(table);
	return fromTables('items.xlsx', all).faults.map(({ file, line, column, code }) => ({
		file,
		line,
		column,
		code,
	}));
};
const columnOf = (table: Table, name: string) => table.rows[0]?.indexOf(name) ?? -1;
const put = (name: string, value: string | number | null) => (table: Table) => {
	const row = table.rows[1];
	if (row) row[columnOf(table, name)] = value;
};

test.each([
	['a number that is none', 'items', 'rules.promiseDays', 'soon', 'TYPE'],
	['a word not allowed', 'materials', 'necessity', 'MAYBE', 'CHOICE'],
	['a missing text', 'items', 'name.en', null, 'MISSING'],
	['a row of no item', 'faq', '@item', 'unicorn', 'ROW_WITHOUT_ITEM'],
	['quotes that do not end', 'items', 'summary.en', '"half', 'CELL_UNREADABLE'],
	['an option of no question', 'questions.options', '@questions', 'nothing', 'ROW_WITHOUT_ENTRY'],
	['a pointer that leads nowhere', 'form', '@pointer', 'schema', 'POINTER_WRONG'],
	['a pointer to what the language itself uses', 'form', '@pointer', '/__proto__/x', 'POINTER_WRONG'],
] as const)('names %s with its cell', (_, sheet, heading, value, code) => {
	const faults = spoil(sheet, put(heading, value));
	const table = tables().find(({ name }) => name === sheet) as Table;
	const place = { file: `items.xlsx!${sheet}`, line: 2, code };
	expect(faults).toContainEqual(
		expect.objectContaining(code === 'MISSING' ? place : { ...place, column: columnOf(table, heading) + 1 }),
	);
	expect(Object.prototype).not.toHaveProperty('x');
});

test('names all faults of a workbook at once', () => {
	const all = tables();
	for (const table of all.slice(0, 3)) table.rows[0]?.push('strange');
	const removed = all.filter(({ name }) => name !== 'fees');
	const codes = fromTables('items.xlsx', [...removed, { name: 'mine', rows: [] }]).faults.map(
		({ code }) => code,
	);
	expect(codes.filter((code) => code === 'COLUMN_UNKNOWN')).toHaveLength(3);
	expect(codes).toEqual(expect.arrayContaining(['SHEET_MISSING', 'SHEET_UNKNOWN']));
});

test('what is no workbook is none', async () => {
	for (const bytes of [
		Buffer.alloc(0),
		Buffer.from('hello'),
		(await writeTables(tables())).subarray(0, 500),
	]) {
		expect(await readTables(bytes)).toBeUndefined();
	}
});

test('what spreadsheet programs make of codes and days is put right', () => {
	const all = tables();
	const [first] = all;
	if (first) {
		put('standard.use_level', 4)(first);
		put('effectiveFrom', new Date('2026-01-01T00:00:00Z') as unknown as string)(first);
	}
	const { definitions, faults } = fromTables('items.xlsx', all);
	expect(faults).toEqual([]);
	expect(definitions[0]?.value).toMatchObject({ effectiveFrom: '2026-01-01', standard: { use_level: '4' } });
});

test.each([
	['a cell at the far corner', '<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row></sheetData>'],
	['a row without end', '<row r="999999999"><c r="XX999999999" t="n"><v>1</v></c></row></sheetData>'],
	['an address that is hidden', '<row r="9"><c r="&#88;FD9" t="n"><v>1</v></c></row></sheetData>'],
	['a sheet that breaks off', '<row r="9"'],
])('a workbook with %s is no workbook, and is refused at once', async (_, end) => {
	const files = unzipSync(await writeTables(toTables(items.slice(0, 1))));
	const sheet = 'xl/worksheets/sheet1.xml';
	const xml = strFromU8(files[sheet] ?? new Uint8Array());
	expect(xml).toContain('</sheetData>');
	const broken = zipSync({ ...files, [sheet]: strToU8(xml.replace('</sheetData>', end)) });
	expect(await readTables(Buffer.from(broken))).toBeUndefined();
});
