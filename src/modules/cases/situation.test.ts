import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Situation } from '../catalog/index.ts';
import type { CaseView, Draft, Precheck } from './cases.schema.ts';
import { type CaseApp, COMPANY, caseApp, PREMISES } from './testing/case-app.ts';

let house: CaseApp;
beforeAll(async () => {
	house = await caseApp();
});
afterAll(() => house.close());

const RESTAURANT = { business: 'CATERING', makes: true, online: false };
const SHOP = { business: 'RETAIL', prepackedOnly: false, online: false };
const FORM = {
	applicant: COMPANY,
	premises: PREMISES,
	categories: ['HOT'],
	foodManager: '王小明',
	staff: 5,
};
const ask = <T>(method: 'GET' | 'POST' | 'PUT', url: string, payload?: Record<string, unknown>) =>
	house.ask<T>('huanghe', method, url, payload);
const begin = (answers: object = {}) =>
	ask<Draft>('POST', '/api/drafts', { itemCode: 'food-business', answers });
const keep = ({ id, version }: Draft, change: { form: object; answers?: object }) =>
	ask<Draft>('PUT', `/api/drafts/${id}`, { ...change, expectedVersion: version });
const check = ({ id }: Draft) => ask<Precheck>('POST', `/api/drafts/${id}/precheck`);
const situation = (payload: object) =>
	house.app.inject({ method: 'POST', url: '/api/catalog/items/food-business/situation', payload });

describe('the situation of an item', () => {
	it('is told to anybody: what to ask next, and exactly what is needed then', async () => {
		const first = (await situation({ answers: {} })).json<Situation>();
		expect(first.questions.map(({ code }) => code)).toEqual(['business', 'online']);
		expect(first).toMatchObject({ complete: false, faults: [{ code: 'ANSWER_MISSING' }, {}] });
		const whole = (await situation({ answers: RESTAURANT })).json<Situation>();
		expect(whole).toMatchObject({ complete: true, faults: [], warnings: [] });
		expect(whole.item.materials.map(({ code }) => code)).toContain('food-layout');
		const shop = (await situation({ answers: SHOP })).json<Situation>();
		expect(shop.item.materials.map(({ code }) => code)).not.toContain('food-layout');
	});

	it.each([
		[{}],
		[{ answers: { 'no name': 1 } }],
		[{ answers: { business: { deep: 1 } } }],
		[{ answers: Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`q${index}`, true])) }],
		[{ answers: {}, version: 0 }],
		[{ answers: {}, more: 1 }],
	])('takes no nonsense: %j', async (payload) => {
		expect((await situation(payload)).json()).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
	});

	it('has an end to what it reads', async () => {
		const answers = { business: ['x'.repeat(99)], makes: Array.from({ length: 19 }, () => 'y'.repeat(99)) };
		const payload = {
			answers: Object.fromEntries('abcdefghijkl'.split('').map((name) => [name, answers.makes])),
		};
		expect((await situation(payload)).statusCode).toBe(413);
	});
});

describe('a draft', () => {
	it('is filled in from the answers, when it begins and when they change', async () => {
		const draft = await begin(RESTAURANT);
		expect(draft).toMatchObject({ answers: RESTAURANT, form: { business: 'CATERING', online: false } });
		const changed = await keep(draft, { form: FORM, answers: { ...SHOP, online: true } });
		expect(changed.form).toMatchObject({ business: 'RETAIL', online: true, foodManager: '王小明' });
		expect((await keep(changed, { form: changed.form })).answers).toEqual({ ...SHOP, online: true });
	});

	it('is told at once what is wrong in answers, form and papers', async () => {
		const draft = await keep(await begin({ business: 'CATERING', makes: 'PERHAPS' }), {
			form: { ...FORM, business: 'CANTEEN', applicant: { ...COMPANY, phone: '1' }, online: false },
		});
		const { ok, faults } = await check(draft);
		expect(ok).toBe(false);
		expect(faults.map(({ path, code }) => `${path} ${code}`)).toEqual(
			expect.arrayContaining([
				'answer:makes ANSWER_KIND',
				'answer:online ANSWER_MISSING',
				'/business FROM_ANSWER',
				'/applicant/phone PHONE',
				'material:identity-card MATERIAL_REQUIRED',
			]),
		);
		expect(faults.filter(({ path }) => path === '/business')).toHaveLength(1);
		for (const fault of faults) expect(fault.text).toMatch(/^[^.]*[^.a-z]/);
	});

	it('of something else than is needed says what is needed; who insists may hand it in, a wrong form never', async () => {
		const draft = await begin({ business: 'RETAIL', prepackedOnly: true, online: false });
		const stop = (await check(draft)).faults.find(({ code }) => code === 'OTHER_ITEM');
		expect(stop?.text).toContain('备案');
		expect(stop?.signposts[0]?.href).toMatch(/^\/apply\/start\//);
		const submit = (body: Record<string, unknown>) =>
			house.send('huanghe', 'POST', `/api/drafts/${draft.id}/submit`, body);
		expect((await submit({ allTheSame: true })).json().code).toBe('PRECHECK_FAILED');
		await keep(draft, { form: { ...FORM, business: 'RETAIL' } });
		expect((await submit({})).json().code).toBe('PRECHECK_FAILED');
		expect((await submit({ allTheSame: true })).statusCode).toBe(201);
	});

	it('hands in what is asked for in its situation, and keeps nothing else', async () => {
		const draft = await house.draft(
			'huanghe',
			'food-business',
			{ ...FORM, business: 'CATERING', online: false },
			[],
			RESTAURANT,
		);
		const left = draft.files.find(({ material }) => material === 'food-layout');
		await keep(draft, { form: draft.form, answers: SHOP });
		expect(await check(draft)).toEqual({ ok: true, mayHandIn: true, faults: [] });
		const view = await ask<CaseView>('POST', `/api/drafts/${draft.id}/submit`, {});
		expect(view.files.map(({ material }) => material)).not.toContain('food-layout');
		expect(view.pending).toEqual([]);
		expect((await house.send('huanghe', 'GET', `/api/files/${left?.id}`)).statusCode).toBe(404);
		expect(view.situation.map(({ code, answer }) => `${code} ${answer}`)).toEqual([
			'business 食品销售（超市、便利店）',
			'prepackedOnly 否',
			'online 否',
		]);
		expect(view.item.materials.map(({ code }) => code)).not.toContain('food-layout');
		const seen = await house.ask<CaseView>('clerk', 'GET', `/api/cases/${view.id}`);
		expect(seen.situation).toEqual(view.situation);
	});
});

it('two files at once are refused, and neither is kept nor lost', async () => {
	const { id } = await begin(RESTAURANT);
	const url = `/api/drafts/${id}/files`;
	expect((await house.upload('huanghe', url, 'identity-card')).statusCode).toBe(201);
	const part = (rest: string, body: string) =>
		`--b\r\nContent-Disposition: form-data; ${rest}\r\n\r\n${body}\r\n`;
	const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
	const payload = `${part('name="material"', 'identity-card')}${part('name="file"; filename="a.pdf"', pdf)}${part('name="file"; filename="b.pdf"', pdf)}--b--\r\n`;
	const send = await house.as('huanghe', 'yicibancheng');
	const headers = { 'content-type': 'multipart/form-data; boundary=b' };
	const refused = await send({ method: 'POST', url, payload, headers });
	expect(refused.json()).toMatchObject({ status: 400, code: 'ONE_FILE_AT_A_TIME' });
	expect(refused.json().signposts.length).toBeGreaterThan(0);
	expect((await ask<Draft>('GET', `/api/drafts/${id}`)).files).toHaveLength(1);
});
