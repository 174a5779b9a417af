import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readDefinition } from '../../../platform/definitions/index.ts';
import { ItemFile } from '../catalog.schema.ts';
import { CATALOG_FOLDER, loadCatalog } from '../index.ts';
import { checkItem } from '../sources/check-item.ts';
import { loadParts } from '../sources/parts.ts';
import { toYaml } from '../sources/source.ts';
import { isQuick } from './form-shape.ts';

const { parts } = loadParts(join(CATALOG_FOLDER, '_parts'));
const text = readFileSync(join(CATALOG_FOLDER, 'food-business.yaml'), 'utf8');
const title = { 'zh-CN': '字段', en: 'Field' };
type Schema = Record<string, unknown> & { properties: Record<string, unknown> };

/** Codes of the faults of an item whose form was changed. */
function faultsAfter(change: (schema: Schema) => void): string[] {
	const [read] = readDefinition('', text, ItemFile).definitions;
	if (!read) throw new Error('the item is not there');
	const source = structuredClone(read.value);
	change(source.form.schema as Schema);
	const [definition] = readDefinition('', toYaml(source), ItemFile).definitions;
	if (!definition) throw new Error('the item cannot be read');
	return checkItem(definition, parts).faults.map(({ path, code }) => `${code} ${path}`);
}

const FIELDS: [string, unknown][] = [
	['nothing', null],
	['a word', 'x'],
	['a list', []],
	['no list of choices', { type: 'string', title, oneOf: {} }],
	['a choice that is nothing', { type: 'string', title, oneOf: [null] }],
	['a list of nothing', { type: 'array', title }],
	['a list of many kinds', { type: 'array', title, items: [] }],
	['a reference', { title, $ref: '#' }],
	['a reference to elsewhere', { title, $ref: 'http://127.0.0.1:1/x' }],
	['an identity of its own', { title, type: 'string', $id: 'x' }],
	['a text longer than memory', { title, type: 'string', minLength: 5e8 }],
	['an unknown kind', { title, type: 'nope' }],
	['names by pattern', { title, type: 'object', patternProperties: { '(a+)+$': {} } }],
	['a value with parts', { title, const: { a: 1 } }],
	['no list of examples', { title, type: 'string', examples: {} }],
	['a broken pattern', { title, type: 'string', pattern: '(' }],
	['a pattern without end', { title, type: 'string', pattern: '^(a+)+$' }],
	['an unknown word', { title, type: 'string', propertyNames: { pattern: '(' } }],
];

describe('a form', () => {
	it('is sound as it is', () => expect(faultsAfter(() => undefined)).toEqual([]));

	it.each(FIELDS)('cannot have a field that is %s', (_, field) => {
		const faults = faultsAfter(({ properties }) => {
			properties.odd = field;
		});
		expect(faults.length).toBeGreaterThan(0);
		expect(faults.join()).toContain('form.schema.properties.odd');
	});

	it.each([
		['properties', null],
		['properties', [1]],
		['allOf', {}],
		['allOf', [null]],
		['allOf', 'x'],
		['required', 'abc'],
		['required', 5],
		['if', 'x'],
		['not', {}],
	])('cannot say %s: %j', (key, value) => {
		expect(faultsAfter((schema) => void Object.assign(schema, { [key]: value })).length).toBeGreaterThan(0);
	});

	it.each(['constructor2x y', '__proto__x', 'a.b', ''])('has no field called «%s»', (name) => {
		const faults = faultsAfter(({ properties }) => {
			properties[name] = { type: 'string', title };
		});
		expect(faults.length).toBeGreaterThan(0);
	});
});

it.each([
	{ 'ui:order': 5 },
	{ 'ui:order': {} },
	{ odd: null },
	{ odd: { 'ui:widget': 'html' } },
	{ odd: { 'ui:field': 'x' } },
	{ odd: { 'ui:options': { inputType: 'password' } } },
])('hints that nobody understands are faults: %j', (ui) => {
	const [read] = readDefinition('', text, ItemFile).definitions;
	if (!read) throw new Error('the item is not there');
	const source = { ...read.value, form: { ...read.value.form, ui } };
	const [definition] = readDefinition('', toYaml(source), ItemFile).definitions;
	if (!definition) throw new Error('the item cannot be read');
	expect(checkItem(definition, parts).faults.map(({ path }) => path.slice(0, 7))).toContain('form.ui');
});

test('every form of the catalogue is one', () => expect(loadCatalog(CATALOG_FOLDER).faults).toEqual([]));

test.each([
	'^\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}$',
	'^[A-Z]{2}\\d{4,8}$',
	'^(鲁|京)[A-Z]\\d{5}$',
	'^\\p{Script=Han}+$',
	'^\\d{4}(?:-\\d{2})?$',
])('%s takes no longer than its text', (pattern) => expect(isQuick(pattern)).toBe(true));

test.each([
	'^(a+)+$',
	'^(a|a)*$',
	'^(a|aa)+$',
	'a+b',
	'^a*a*$',
	'^a?a?a?aaa$',
	'^.*,.*$',
	'^(a)\\1$',
	'^(?=a+)a$',
	'^a|b+c',
	'^(a{0,9}){9}$',
	'^(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)$',
	'(',
	'^[',
])('%s could take for ever', (pattern) => expect(isQuick(pattern)).toBe(false));
