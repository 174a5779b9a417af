import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLocales } from '../../../platform/locales.ts';
import { CATALOG_FOLDER, localiseForm, openCatalog, sampleForm, validateForm } from '../index.ts';

const item = openCatalog(CATALOG_FOLDER).get('food-business');
const filled = (change: (form: Record<string, unknown>) => void) => {
	const form = sampleForm(item);
	change(form);
	return validateForm(item, form);
};
const applicant = (values: object) =>
	filled((form) => {
		Object.assign(form.applicant as object, values);
	});
const person = (idNumber: string) => applicant({ kind: 'PERSON', idNumber });

describe('validateForm', () => {
	it.each([
		['11010519491231002X', undefined],
		['37011519900307123X', undefined],
		['370115199003071231', 'CITIZEN_ID_CHECK_DIGIT'],
		['370115199002301232', 'CITIZEN_ID_DATE'],
		['3701151990030712', 'CITIZEN_ID_LENGTH'],
	])('the citizen id %s: %s', (id, code) => {
		expect(person(id)).toEqual(
			code === undefined ? [] : [{ path: '/applicant/idNumber', code, params: {}, severity: 'error' }],
		);
	});

	it('a wrong credit code warns and does not block; pilot codes are real', () => {
		expect(applicant({ creditCode: '91350200MA2YJ1XR9G' })).toEqual([]);
		expect(applicant({ creditCode: '91350203M0001QAY9B' })).toMatchObject([
			{ path: '/applicant/creditCode', severity: 'warning' },
		]);
		expect(applicant({ creditCode: '9135020072831954' })).toMatchObject([
			{ code: 'CREDIT_CODE_LENGTH', severity: 'warning' },
		]);
	});

	it('asks for the identity number only of a person', () => {
		expect(applicant({ kind: 'PERSON' })).toMatchObject([{ path: '/applicant/idNumber', code: 'REQUIRED' }]);
	});

	it.each([
		[{ phone: '12' }, 'PHONE'],
		[{ phone: '0531-84210000' }, undefined],
		[{ name: '' }, 'TOO_SHORT'],
		[{ kind: 'ROBOT' }, 'CHOICE'],
		[{ shoeSize: 43 }, 'UNKNOWN_FIELD'],
		[{ contact: 7 }, 'TYPE'],
	])('%j: %s', (values, code) => {
		const codes = applicant(values).map((fault) => fault.code);
		if (code === undefined) expect(codes).toEqual([]);
		else expect(codes).toContain(code);
	});

	it('names each field of a section that nobody has begun', () => {
		const paths = (form: object) => validateForm(item, form).map(({ path }) => path);
		const { premises: _, ...begun } = sampleForm(item);
		expect(paths(begun)).toEqual(paths({ ...begun, premises: {} }));
		expect(paths(begun)).toContain('/premises/address');
	});

	it('refuses what is no form at all, without throwing', () => {
		for (const nothing of [null, 5, 'form', []]) expect(validateForm(item, nothing)).not.toEqual([]);
	});

	it('has words for every code, in both languages', () => {
		const source = readFileSync(join(import.meta.dirname, 'form-check.ts'), 'utf8');
		const { find } = loadLocales();
		const codes = [...source.matchAll(/fault\('([A-Z_]+)'/g)].map(([, code]) => code);
		expect(codes.length).toBeGreaterThan(8);
		for (const code of [
			...codes,
			'CITIZEN_ID_REGION',
			'CITIZEN_ID_CHARACTERS',
			'CREDIT_CODE_CHECK_CHARACTER',
		]) {
			expect(find('zh-CN', [`catalog.faults.${code}`]), code).toBeTruthy();
			expect(find('en', [`catalog.faults.${code}`]), code).toMatch(/^[^\p{Script=Han}]+$/u);
		}
	});
});

describe('localiseForm', () => {
	it('gives plain JSON Schema in each language', () => {
		const title = (language: string) =>
			(localiseForm(item.form, language).schema.properties as Record<string, { title: string }>).applicant
				?.title;
		expect(title('zh-CN')).toBe('申请人');
		expect(title('en')).toBe('Applicant');
		expect(title('zh-TW')).toBe('申請人');
	});
});
