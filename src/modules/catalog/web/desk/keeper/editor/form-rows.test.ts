import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { ItemFile } from '../../../../catalog.schema.ts';
import {
	FIELD_KINDS,
	kindOf,
	nameFrom,
	newRow,
	ofKind,
	optionsOf,
	readRows,
	withOptions,
	writeRows,
} from './form-rows.ts';

const folder = join(import.meta.dirname, '../../../../../../../data/catalog');
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
const read = (file: string): ItemFile => parse(readFileSync(join(folder, file), 'utf8'));

test('there are forms to try', () => {
	expect(files.length).toBeGreaterThan(10);
});

describe.each(files)('the form of %s', (file) => {
	const { form } = read(file);

	test('comes back from the table as it was', () => {
		expect(JSON.stringify(sorted(writeRows(form, readRows(form))))).toBe(JSON.stringify(sorted(form)));
	});

	test('has no field that the table does not know', () => {
		expect(readRows(form).filter((row) => kindOf(row) === 'OTHER' && row.schema.type !== 'object')).toEqual(
			[],
		);
	});

	test('survives a field that comes and goes', () => {
		const rows = readRows(form);
		const longer = writeRows(form, [...rows, { ...newRow(rows), required: true, when: 'x = true' }]);
		expect(readRows(longer)).toHaveLength(rows.length + 1);
		expect(sorted(writeRows(longer, rows))).toEqual(
			sorted({ ...form, schema: { required: [], ...form.schema } }),
		);
	});

	test('keeps its order when a field is turned round twice', () => {
		const rows = readRows(form);
		const turned = writeRows(form, [...rows].reverse());
		expect(Object.keys(turned.schema.properties as object)).toEqual(rows.map(({ name }) => name).reverse());
		expect(writeRows(turned, rows)).toEqual(form);
	});
});

/** The order of fields and of the order hint matters, that of other keys does not. */
function sorted(value: unknown, keepsOrder = false): unknown {
	if (Array.isArray(value)) return value.map((each) => sorted(each));
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value);
	if (!keepsOrder) entries.sort(([a], [b]) => a.localeCompare(b));
	return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each, key === 'properties')]));
}

describe('a field', () => {
	const row = newRow([]);

	test.each(FIELD_KINDS)('can become %s and is read as that', (kind) => {
		const made = ofKind(
			{ ...row, schema: { ...row.schema, description: { 'zh-CN': '说', en: 'say' } } },
			kind,
		);
		expect(kindOf(made)).toBe(kind);
		expect(made.schema.title).toEqual(row.schema.title);
		expect(made.schema.description).toEqual({ 'zh-CN': '说', en: 'say' });
	});

	test('keeps its options from one choice to many', () => {
		const options = [{ const: 'X', title: { 'zh-CN': '甲', en: 'x' } }];
		const one = withOptions(ofKind(row, 'CHOICE'), options);
		expect(optionsOf(ofKind(one, 'CHOICES'))).toEqual(options);
		expect(optionsOf(withOptions(ofKind(row, 'CHOICES'), options))).toEqual(options);
	});

	test('gets a name that nobody has', () => {
		const rows = [{ ...row, name: 'field2' }];
		expect(newRow(rows).name).toBe('field3');
	});

	test.each([
		['Number of seats', 'numberOfSeats'],
		['Floor area (m²)', 'floorAreaM'],
		['', undefined],
		['座位', undefined],
	])('called “%s” is named %s', (words, name) => {
		expect(nameFrom(words)).toBe(name);
	});
});
