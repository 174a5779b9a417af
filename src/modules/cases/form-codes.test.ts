import { expect, test } from 'vitest';
import { wayOf } from './field-code.ts';
import { fieldCodes, fieldTitles, withField } from './form-codes.ts';

const text = (title: string) => ({ type: 'string', title: { 'zh-CN': title, en: `${title} in English` } });
const schema = {
	type: 'object',
	required: ['applicant'],
	properties: {
		applicant: {
			type: 'object',
			title: { 'zh-CN': '申请人', en: 'Applicant' },
			properties: { kind: text('类型'), phone: text('联系电话') },
			allOf: [
				{
					if: { properties: { kind: { const: 'PERSON' } }, required: ['kind'] },
					// biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
					then: { required: ['idNumber'], properties: { idNumber: text('身份号码') } },
					else: { properties: { creditCode: text('信用代码') } },
				},
			],
		},
		kinds: { type: 'array', items: { type: 'string' }, title: '类别' },
	},
};
const ui = { 'ui:order': ['kinds', 'applicant'], applicant: { 'ui:order': ['phone', 'idNumber'] } };

test('every question that the form asks is named, in the order in which it is shown', () => {
	expect(fieldCodes({ schema, ui }, { applicant: { kind: 'PERSON' } })).toEqual([
		'form.kinds',
		'form.applicant.phone',
		'form.applicant.idNumber',
		'form.applicant.kind',
	]);
	expect(fieldCodes({ schema, ui }, null)).toEqual([
		'form.kinds',
		'form.applicant.phone',
		'form.applicant.creditCode',
		'form.applicant.kind',
	]);
});

test('titles lead to a field, also into a branch; an unknown field has none', () => {
	expect(fieldTitles(schema, 'form.applicant.idNumber', 'en')).toEqual(['Applicant', '身份号码 in English']);
	expect(fieldTitles(schema, 'form.kinds', 'zh-CN')).toEqual(['类别']);
	expect(fieldTitles(schema, 'form.applicant.fax', 'en')).toBeUndefined();
	expect(wayOf('plan')).toEqual([]);
});

test('one field is taken from another form, and nothing beside it', () => {
	const before = { applicant: { kind: 'PERSON', phone: '1' }, kinds: ['A'] };
	const way = wayOf('form.applicant.phone');
	expect(withField(before, way, { applicant: { kind: 'X', phone: '2' }, kinds: [] })).toEqual({
		applicant: { kind: 'PERSON', phone: '2' },
		kinds: ['A'],
	});
	expect(withField(before, way, { applicant: null })).toEqual({
		applicant: { kind: 'PERSON' },
		kinds: ['A'],
	});
	expect(withField(before, way, { kinds: [] })).toEqual(before);
	expect(withField(before, ['kinds'], {})).toEqual({ applicant: before.applicant });
});
