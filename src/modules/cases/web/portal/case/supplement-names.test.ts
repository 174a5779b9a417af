import { expect, test } from 'vitest';
import { faultPlace } from '../apply/fault-place.ts';
import { fieldSchema, nameOf, sameField } from './supplement-names.ts';

const form = {
	schema: {
		type: 'object',
		required: ['applicant', 'area'],
		properties: {
			applicant: {
				type: 'object',
				title: '申请人',
				properties: {
					phone: { type: 'string', title: '联系电话' },
					address: { type: 'string', title: '通信地址' },
				},
				allOf: [
					{
						if: {},
						else: { required: ['idNumber'], properties: { idNumber: { type: 'string', title: '身份号码' } } },
					},
				],
			},
			area: { type: 'number', title: '面积' },
		},
	},
	uiSchema: {},
};
const item = {
	code: 'x',
	version: 1,
	name: '事项',
	resultName: '证',
	form,
	materials: [
		{
			code: 'plan',
			name: '平面图',
			necessity: 'REQUIRED' as const,
			why: '',
			acceptStandard: '',
			toleranceDays: null,
			commitment: null,
		},
	],
};

test('calls papers and fields by the names that the applicant knows', () => {
	expect(nameOf(item, 'plan')).toBe('平面图');
	expect(nameOf(item, 'form.area')).toBe('面积');
	expect(nameOf(item, 'form.applicant.phone')).toBe('申请人 · 联系电话');
	expect(nameOf(item, 'form.gone.away')).toBe('gone.away');
});

test('opens only the fields that the notice names', () => {
	const { schema } = fieldSchema(form, [{ code: 'form.applicant.phone' }]).form;
	const applicant = { type: 'object', title: '申请人', required: [] };
	const phone = { type: 'string', title: '联系电话' };
	expect(schema).toEqual({
		type: 'object',
		required: ['applicant'],
		properties: { applicant: { ...applicant, properties: { phone } } },
	});
	const branch = fieldSchema(form, [{ code: 'form.applicant.idNumber' }, { code: 'form.area' }]).form.schema;
	expect(branch).toMatchObject({
		properties: {
			applicant: { required: ['idNumber'], properties: { idNumber: { title: '身份号码' } } },
			area: {},
		},
	});
});

test('sees whether a field was corrected', () => {
	const before = { applicant: { phone: '1' }, area: 3 };
	expect(sameField({ applicant: { phone: '1' }, area: 4 }, before, 'form.applicant.phone')).toBe(true);
	expect(sameField({ applicant: { phone: '2' }, area: 3 }, before, 'form.applicant.phone')).toBe(false);
});

test('leads each fault of the pre-check to its place', () => {
	expect(faultPlace('/applicant/phone')).toEqual({ step: 'form', place: 'root_applicant_phone' });
	expect(faultPlace('material:plan')).toEqual({ step: 'papers', place: 'material-plan' });
});
