import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseList, CaseView, Draft, Precheck } from './cases.schema.ts';
import { type CaseApp, COMPANY, caseApp, PREMISES } from './testing/case-app.ts';

let house: CaseApp;
beforeAll(async () => {
	house = await caseApp();
});
afterAll(() => house.close());

const BOOKSHOP = { applicant: COMPANY, premises: PREMISES, kinds: ['BOOKS'] };
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

describe('drafts', () => {
	it('belong to their writer only', async () => {
		const { id } = await house.draft('huanghe', 'publication-retail', BOOKSHOP);
		for (const who of ['wangxiaoming', 'clerk']) {
			const foreign = await house.send(who, 'GET', `/api/drafts/${id}`);
			expect(foreign.json()).toMatchObject({ status: 404, code: 'DRAFT_NOT_FOUND' });
		}
	});

	it('lose nothing when two windows write at once', async () => {
		const { id, version } = await house.draft('huanghe', 'publication-retail', BOOKSHOP);
		const write = (shop: string) =>
			house.send('huanghe', 'PUT', `/api/drafts/${id}`, {
				form: { ...BOOKSHOP, premises: { ...PREMISES, name: shop } },
				expectedVersion: version,
			});
		const statuses = (await Promise.all([write('甲'), write('乙')])).map((response) => response.statusCode);
		expect(statuses.sort()).toEqual([200, 409]);
	});

	it('refuse a version that no draft can have', async () => {
		const { id } = await house.ask<Draft>('huanghe', 'POST', '/api/drafts', {
			itemCode: 'publication-retail',
		});
		const change = { form: {}, expectedVersion: 2 ** 31 };
		const refused = await house.send('huanghe', 'PUT', `/api/drafts/${id}`, change);
		expect(refused.json()).toMatchObject({ code: 'INVALID_INPUT', errors: [{ path: '/expectedVersion' }] });
	});

	it('are checked all at once, and a wrong identity number is never let through', async () => {
		const applicant = { ...COMPANY, kind: 'PERSON', idNumber: '370115199003071231', phone: '123' };
		const { id } = await house.draft('huanghe', 'publication-retail', { ...BOOKSHOP, applicant }, [
			'business-plan',
		]);
		const { ok, faults } = await house.ask<Precheck>('huanghe', 'POST', `/api/drafts/${id}/precheck`, {});
		expect(ok).toBe(false);
		expect(faults.map((fault) => fault.path)).toEqual(
			expect.arrayContaining(['/applicant/idNumber', '/applicant/phone', 'material:business-plan']),
		);
		expect(faults.filter((fault) => fault.signposts.length === 0 || fault.text.includes('catalog.'))).toEqual(
			[],
		);
		const refused = await house.send('huanghe', 'POST', `/api/drafts/${id}/submit`, { allTheSame: true });
		expect(refused.json()).toMatchObject({ status: 409, code: 'PRECHECK_FAILED' });
		expect((await house.send('huanghe', 'GET', `/api/drafts/${id}`)).statusCode).toBe(200);
	});

	it('are begun for a visitor with a number that can be', async () => {
		const onBehalfOf = { name: '李四', idNumber: '370115199003071231', phone: '13800000000' };
		const wrong = await house.send('clerk', 'POST', '/api/drafts', {
			itemCode: 'publication-retail',
			onBehalfOf,
		});
		expect(wrong.json()).toMatchObject({ status: 400, errors: [{ path: '/onBehalfOf/idNumber' }] });
		expect(wrong.json().errors[0].text).toContain('校验位');
	});

	it('have an end, with the way onwards', async () => {
		const begin = () => house.send('wangxiaoming', 'POST', '/api/drafts', { itemCode: 'publication-retail' });
		for (let count = 0; count < 100; count++) expect((await begin()).statusCode).toBe(201);
		expect((await begin()).json()).toMatchObject({ status: 409, code: 'TOO_MANY_DRAFTS' });
	});

	it('only warn of a wrong credit code', async () => {
		const applicant = { ...COMPANY, creditCode: '91350203M0001QAY9B' };
		const { id } = await house.draft('huanghe', 'publication-retail', { ...BOOKSHOP, applicant });
		const { ok, faults } = await house.ask<Precheck>('huanghe', 'POST', `/api/drafts/${id}/precheck`, {});
		expect(ok).toBe(true);
		expect(faults).toMatchObject([{ path: '/applicant/creditCode', severity: 'warning' }]);
	});

	it('become one case, however often they are handed in', async () => {
		const { id } = await house.draft('huanghe', 'publication-retail', BOOKSHOP);
		const submit = () => house.send('huanghe', 'POST', `/api/drafts/${id}/submit`, {});
		const answers = await Promise.all([submit(), submit(), submit()]);
		for (const answer of answers) expect([201, 409]).toContain(answer.statusCode);
		expect(answers.some((answer) => answer.statusCode === 201)).toBe(true);
		expect((await submit()).json()).toMatchObject({ id, version: 1 });
		const { drafts } = await house.ask<{ drafts: Draft[] }>('huanghe', 'GET', '/api/drafts');
		expect(drafts.map((draft) => draft.id)).not.toContain(id);
	});

	it('ask nobody twice: the next one knows the applicant', async () => {
		await house.apply('huanghe', 'publication-retail', BOOKSHOP);
		const next = await house.ask<Draft>('huanghe', 'POST', '/api/drafts', { itemCode: 'food-business' });
		expect(next.form['applicant']).toEqual(COMPANY);
	});
});

describe('papers', () => {
	it('are judged by content, and shown to those who may see the case', async () => {
		const { id, files } = await house.draft('huanghe', 'publication-retail', BOOKSHOP);
		const url = `/api/drafts/${id}/files`;
		const liar = await house.upload(
			'huanghe',
			url,
			'business-plan',
			Buffer.from('#!/bin/sh\nrm -rf /\n'),
			'plan.pdf',
		);
		expect(liar.json()).toMatchObject({ status: 415, code: 'FILE_TYPE_MISMATCH' });
		const strange = await house.upload('huanghe', url, 'no-such-paper');
		expect(strange.json()).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
		const paper = `/api/files/${files[0]?.id}`;
		expect((await house.send('wangxiaoming', 'GET', paper)).statusCode).toBe(404);
		expect((await house.send('clerk', 'GET', paper)).statusCode).toBe(404);
		await house.ask('huanghe', 'POST', `/api/drafts/${id}/submit`, {});
		expect((await house.send('clerk', 'GET', paper)).statusCode).toBe(200);
		expect((await house.send('supervisor', 'GET', paper)).statusCode).toBe(404);
	});
});

it.each([
	['without a boundary', 'multipart/form-data', '--x\r\n'],
	['with another boundary', 'multipart/form-data; boundary=y', '--x\r\n\r\n--x--'],
	[
		'that ends in its fields',
		'multipart/form-data; boundary=x',
		'--x\r\nContent-Disposition: form-data; name="mat',
	],
	[
		'that ends in its file',
		'multipart/form-data; boundary=x',
		'--x\r\nContent-Disposition: form-data; name="material"\r\n\r\nbusiness-plan\r\n' +
			'--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4',
	],
])('refuses an upload %s', async (_name, type, payload) => {
	const { id } = await house.ask<Draft>('huanghe', 'POST', '/api/drafts', { itemCode: 'publication-retail' });
	const request = await house.as('huanghe');
	const url = `/api/drafts/${id}/files`;
	const response = await request({ method: 'POST', url, headers: { 'content-type': type }, payload });
	expect(response.json()).toMatchObject({ status: 400, code: 'MULTIPART_INVALID' });
	expect((await house.ask<Draft>('huanghe', 'GET', `/api/drafts/${id}`)).files).toEqual([]);
});

describe('commands', () => {
	it('have one winner when two people act on one version', async () => {
		const { id, version } = await house.apply('huanghe', 'publication-retail', BOOKSHOP);
		const accept = { expectedVersion: version, command: { type: 'Accept', procedure: 'THREE_STEP' } };
		const withdraw = { expectedVersion: version, command: { type: 'Withdraw', reason: '不办了' } };
		const answers = await Promise.all([
			house.send('clerk', 'POST', `/api/cases/${id}/commands`, accept),
			house.send('huanghe', 'POST', `/api/cases/${id}/commands`, withdraw),
		]);
		expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
		expect((await house.ask<CaseView>('clerk', 'GET', `/api/cases/${id}`)).version).toBe(version + 1);
		const stale = await house.send('clerk', 'POST', `/api/cases/${id}/commands`, accept);
		expect(stale.json()).toMatchObject({ code: 'STALE_VERSION' });
	});

	it.each([
		[{ type: 'Nonsense' }, 400],
		[{ type: 'Submit', materials: [], channel: 'ONLINE' }, 400],
		[{ type: 'Accept', procedure: 'FOUR_STEP' }, 400],
		[{ type: 'Accept', procedure: 'THREE_STEP', extra: 1 }, 400],
		[{ type: 'RequestSupplement', judgement: [] }, 400],
		[{ type: 'RequestSupplement', judgement: [{ code: 'business-plan' }] }, 400],
		[{ type: 'RequestSupplement', judgement: [{ code: 'business-plan', verdict: 'FAULTY' }] }, 400],
		[
			{
				type: 'RequestSupplement',
				judgement: [{ code: 'business-plan', verdict: 'FAULTY', fault: ' ', remedy: '补' }],
			},
			400,
		],
		[{ type: 'NotifyHearing', date: '2026-02-30', place: 'x', chair: 'y' }, 400],
		[{}, 400],
		['Accept', 400],
	])('with bad input %j get a problem with a signpost', async (command, status) => {
		const { id, version } = await house.apply('huanghe', 'publication-retail', BOOKSHOP);
		const answer = await house.send('clerk', 'POST', `/api/cases/${id}/commands`, {
			expectedVersion: version,
			command,
		});
		expect(answer.json()).toMatchObject({ status, code: 'INVALID_INPUT' });
		expect(answer.json().signposts.length).toBeGreaterThan(0);
		expect(answer.json().errors.length).toBeLessThan(4);
	});

	it('name the year whose calendar is missing, and lose nothing', async () => {
		const { id } = await house.apply('huanghe', 'publication-retail', BOOKSHOP);
		house.clock.set('2026-12-28T10:00:00+08:00');
		const late = await house.apply('huanghe', 'publication-retail', BOOKSHOP);
		const accepted = await house.command('clerk', late.id, { type: 'Accept', procedure: 'THREE_STEP' });
		expect(accepted.clocks.find((clock) => clock.id === 'C2')).toMatchObject({
			due: null,
			missingYear: 2027,
			left: 20,
		});
		const letter = accepted.documents.find((document) => document.notice === 'ACCEPTANCE');
		expect((await house.send('huanghe', 'GET', letter?.href ?? '')).statusCode).toBe(200);
		house.clock.set('2027-01-12T10:00:00+08:00');
		const refused = await house.tryCommand('reviewer1', late.id, { type: 'StartReview' });
		expect(refused.statusCode).toBeLessThan(500);
		expect((await house.send('clerk', 'GET', `/api/cases/${id}`)).statusCode).toBe(200);
		await house.room.settle();
		house.clock.set('2026-09-18T10:00:00+08:00');
	});
});

describe('rights', () => {
	it('show a case to its applicant and to the bureau, and tell nobody else that it exists', async () => {
		const { id } = await house.apply('huanghe', 'publication-retail', BOOKSHOP);
		expect((await house.send('wangxiaoming', 'GET', `/api/cases/${id}`)).json()).toMatchObject({
			code: 'CASE_NOT_FOUND',
		});
		expect((await house.send('wangxiaoming', 'GET', `/api/cases/${UNKNOWN}`)).json()).toMatchObject({
			code: 'CASE_NOT_FOUND',
		});
		expect((await house.send('huanghe', 'GET', `/api/cases/${id}/events`)).statusCode).toBe(404);
		const audit = await house.ask<{ events: { data: object }[] }>('clerk', 'GET', `/api/cases/${id}/events`);
		expect(audit.events).toHaveLength(1);
		const masked = await house.ask<CaseView>('supervisor', 'GET', `/api/cases/${id}`);
		expect(masked.form['applicant']).toMatchObject({
			name: COMPANY.name,
			phone: '138****1234',
			contact: '王*明',
		});
		expect(masked.files).toEqual([]);
		expect((await house.app.inject(`/api/cases/${id}`)).json()).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
	});

	it('keep lists to what somebody may see', async () => {
		expect((await house.send('huanghe', 'GET', '/api/cases?scope=all')).json()).toMatchObject({
			code: 'NOT_PERMITTED',
		});
		const own = await house.ask<CaseList>('wangxiaoming', 'GET', '/api/cases');
		expect(own.cases).toEqual([]);
	});
});

it('pages through a list without losing or repeating a case, and counts it by light', async () => {
	for (let count = 0; count < 5; count++) await house.apply('huanghe', 'publication-retail', BOOKSHOP);
	const whole = await house.ask<CaseList>('clerk', 'GET', '/api/cases?scope=all&limit=100');
	const seen: string[] = [];
	let cursor = '';
	do {
		const page = await house.ask<CaseList>(
			'clerk',
			'GET',
			`/api/cases?scope=all&limit=2${cursor && `&cursor=${cursor}`}`,
		);
		seen.push(...page.cases.map((each) => each.id));
		cursor = page.next ?? '';
	} while (cursor);
	expect(seen).toEqual(whole.cases.map((each) => each.id));
	expect(new Set(seen).size).toBe(whole.total);
	const forged = [
		['2026-02-30', UNKNOWN],
		['0000-01-01', UNKNOWN],
		['3701152026000001', UNKNOWN],
		['2026-01-01', 'a\0b'],
		['2026-01-01', 1],
	].map((place) => Buffer.from(JSON.stringify(place)).toString('base64url'));
	for (const cursor of ['nonsense', ...forged]) {
		const bad = await house.send('clerk', 'GET', `/api/cases?scope=all&cursor=${cursor}`);
		expect(bad.json()).toMatchObject({ status: 400, code: 'CURSOR_INVALID' });
	}
});

it('lights a list by dates as the clocks of each case say', async () => {
	const { id } = await house.apply('huanghe', 'publication-retail', BOOKSHOP);
	for (const day of ['18', '20', '21', '22', '23', '24']) {
		house.clock.set(`2026-09-${day}T10:00:00+08:00`);
		const { light, clocks } = await house.ask<CaseView>('clerk', 'GET', `/api/cases/${id}`);
		expect({ day, light }).toEqual({ day, light: clocks.find((each) => each.id === 'C1')?.light });
		const { cases } = await house.ask<CaseList>(
			'clerk',
			'GET',
			`/api/cases?scope=all&light=${light}&limit=100`,
		);
		expect(cases.map((each) => each.id)).toContain(id);
	}
	house.clock.set('2026-09-18T10:00:00+08:00');
});

it('lets the server change no event', async () => {
	await expect(sql`update events set actor = 'somebody else'`.execute(house.db.kysely)).rejects.toThrow(
		/permission denied/,
	);
	await expect(sql`delete from events`.execute(house.db.kysely)).rejects.toThrow(/permission denied/);
});
