import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseView } from './cases.schema.ts';
import type { Judging } from './judgement.schema.ts';
import { type CaseApp, COMPANY, caseApp, PREMISES } from './testing/case-app.ts';

let house: CaseApp;
beforeAll(async () => {
	house = await caseApp('2026-09-18');
});
afterAll(() => house.close());

const FORM = { applicant: COMPANY, premises: PREMISES, kinds: ['BOOKS'] };
const bookshop = async (without: string[] = []) =>
	(await house.apply('huanghe', 'publication-retail', FORM, without)).id;
const PHONE = { code: 'form.applicant.phone', fault: '无法接通', remedy: '请填写能接通的号码' };
const rowsOf = async (id: string) =>
	(await house.ask<Judging>('clerk', 'GET', `/api/cases/${id}/judging`)).rows;

it('asks to judge every paper and every field that was asked, by the names that people know', async () => {
	const id = await bookshop(['business-plan']);
	const rows = await rowsOf(id);
	const view = await house.ask<CaseView>('clerk', 'GET', `/api/cases/${id}`);
	expect(rows.filter(({ group }) => group === null).map(({ code }) => code)).toEqual(
		view.item.materials.map(({ code }) => code),
	);
	expect(rows.find(({ code }) => code === 'form.applicant.creditCode')).toMatchObject({
		name: '统一社会信用代码',
		group: '申请人',
	});
	// The applicant is a company: nobody was asked for the number of an identity card.
	expect(rows.map(({ code }) => code)).not.toContain('form.applicant.idNumber');
	expect(rows.map(({ code }) => code)).not.toContain('form.applicant');
	const found = rows.filter(({ finding }) => finding !== null);
	expect(found.map(({ code }) => code)).toContain('business-plan');
	expect(found[0]?.finding?.fault).not.toMatch(/^cases\./);
});

it('refuses a notice that leaves something unjudged, and names all of it', async () => {
	const id = await bookshop();
	const whole = await house.judging(id, [PHONE]);
	const left = whole.judgement.filter(({ verdict }) => verdict === 'RIGHT').slice(0, 2);
	const part = { ...whole, judgement: whole.judgement.filter((each) => !left.includes(each)) };
	const refused = (await house.tryCommand('clerk', id, part)).json();
	expect(refused).toMatchObject({ status: 409, code: 'NOT_ALL_JUDGED' });
	expect(refused.errors.map(({ path }: { path: string }) => path)).toEqual(
		left.map(({ code }) => `/command/judgement/${code}`),
	);
	expect(refused.errors[0].text).not.toContain('{{');
	expect(refused.signposts[0]).toMatchObject({ href: `/desk/cases/${id}` });
	expect((await house.ask<CaseView>('clerk', 'GET', `/api/cases/${id}`)).stage).toBe('SUBMITTED');
});

it('refuses what the application has not, what is judged twice, and a notice that names nothing', async () => {
	const id = await bookshop();
	const whole = await house.judging(id, [PHONE]);
	for (const code of ['no-such-paper', 'form.applicant', 'form.applicant.idNumber', 'form.odd']) {
		const foreign = { ...whole, judgement: [...whole.judgement, { code, verdict: 'RIGHT' as const }] };
		expect((await house.tryCommand('clerk', id, foreign)).json().code).toBe('SUPPLEMENT_UNKNOWN_CODE');
	}
	const twice = {
		...whole,
		judgement: [...whole.judgement, { code: PHONE.code, verdict: 'RIGHT' as const }],
	};
	expect((await house.tryCommand('clerk', id, twice)).json()).toMatchObject({
		code: 'INVALID_INPUT',
		errors: [{ path: `/command/judgement/${whole.judgement.length}` }],
	});
	const nothing = await house.judging(id, []);
	expect((await house.tryCommand('clerk', id, nothing)).json().code).toBe('SUPPLEMENT_EMPTY');
});

it('keeps what was judged with the notice, for the bureau, and lends its words to the next one', async () => {
	const id = await bookshop();
	const notice = await house.judging(id, [{ ...PHONE, fault: ` ${PHONE.fault} ` }]);
	const noticed = await house.command('clerk', id, notice);
	expect(noticed.judgement).toEqual(notice.judgement);
	expect(noticed.supplement).toEqual([{ ...PHONE, done: false }]);
	expect((await house.ask<CaseView>('huanghe', 'GET', `/api/cases/${id}`)).judgement).toEqual([]);
	const next = await rowsOf(await bookshop());
	expect(next.find(({ code }) => code === PHONE.code)?.wordings).toHaveLength(1);
	// The law is asked first: a second notice is refused as such, however complete.
	const short = { ...notice, judgement: notice.judgement.slice(0, 1) };
	expect((await house.tryCommand('clerk', id, short)).json().code).toBe('SUPPLEMENT_ONLY_ONCE');
	const second = (await house.tryCommand('clerk', id, notice)).json();
	expect(second.code).toBe('SUPPLEMENT_ONLY_ONCE');
	expect(second.signposts).toHaveLength(3);
});

it('shows what is to be judged to those who may give the notice only', async () => {
	const id = await bookshop();
	for (const who of ['huanghe', 'supervisor', 'reviewer1', 'wangxiaoming']) {
		expect((await house.send(who, 'GET', `/api/cases/${id}/judging`)).statusCode, who).toBe(404);
	}
});
