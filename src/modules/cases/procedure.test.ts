import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from './cases.schema.ts';
import { type CaseApp, COMPANY, caseApp, PREMISES } from './testing/case-app.ts';

let house: CaseApp;
beforeAll(async () => {
	house = await caseApp();
});
afterAll(() => house.close());

const BOOKSHOP = { applicant: COMPANY, premises: PREMISES, kinds: ['BOOKS'] };
const bookshop = (without?: string[]) => house.apply('huanghe', 'publication-retail', BOOKSHOP, without);
const on = (day: string) => house.clock.set(`${day}T10:00:00+08:00`);
const clock = (view: CaseView, id: string) => view.clocks.find((each) => each.id === id);
const notices = (view: CaseView) => view.documents.map((each) => each.notice);

describe('three steps', () => {
	it('goes from the application to the licence in hand, with every document on the way', async () => {
		on('2026-09-18');
		const submitted = await bookshop();
		const { id } = submitted;
		expect(submitted).toMatchObject({
			stage: 'SUBMITTED',
			visits: 0,
			waitingFor: 'BUREAU',
			applicantName: COMPANY.name,
		});
		expect(clock(submitted, 'C1')).toMatchObject({ due: '2026-09-24', left: 5, light: 'GREEN' });

		const accepted = await house.command('clerk', id, { type: 'Accept', procedure: 'THREE_STEP' });
		expect(clock(accepted, 'C2')).toMatchObject({ budget: 20, due: '2026-10-22' });
		await house.command('reviewer1', id, { type: 'Review', opinion: 'GRANT', text: '材料齐全，符合条件' });
		const granted = await house.command('approver', id, { type: 'Grant' });
		expect(granted.stage).toBe('GRANTED');
		const delivered = await house.command('huanghe', id, {
			type: 'Deliver',
			method: 'ONLINE',
			recipient: '王小明',
			proof: '登录查看',
		});
		expect(delivered.stage).toBe('ACTIVE');
		expect(notices(delivered)).toEqual(['RECEIPT', 'ACCEPTANCE', 'GRANT', 'PROOF_OF_DELIVERY']);
		for (const { href } of delivered.documents) {
			const pdf = await house.send('huanghe', 'GET', href);
			expect(pdf.statusCode, href).toBe(200);
			expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
			expect((await house.send('huanghe', 'GET', href)).rawPayload.equals(pdf.rawPayload)).toBe(true);
		}
	});

	it('keeps the steps apart: nobody decides alone, and not out of order', async () => {
		on('2026-09-18');
		const { id } = await bookshop();
		await house.command('clerk', id, { type: 'Accept', procedure: 'THREE_STEP' });
		const early = await house.tryCommand('approver', id, { type: 'Grant' });
		expect(early.json()).toMatchObject({ status: 409, code: 'REVIEW_MISSING' });
		expect(early.json().signposts.length).toBeGreaterThan(0);
		const foreign = await house.tryCommand('reviewer1', id, { type: 'Grant' });
		expect(foreign.json()).toMatchObject({ status: 403, code: 'NOT_PERMITTED' });
	});
});

describe('supplement', () => {
	it('names everything once, takes it in, and cannot be repeated', async () => {
		on('2026-09-18');
		const { id } = await bookshop(['business-plan']);
		const items = [
			{ code: 'business-plan', fault: '未提交', remedy: '请提交说明' },
			{ code: 'form.applicant.phone', fault: '无法接通', remedy: '请填写能接通的号码' },
		];
		const notice = await house.judging(id, items);
		const notified = await house.command('clerk', id, notice);
		expect(notified).toMatchObject({ stage: 'SUPPLEMENT_NOTIFIED', waitingFor: 'APPLICANT' });
		expect(notified.supplement.map((each) => each.done)).toEqual([false, false]);
		const twice = await house.tryCommand('clerk', id, notice);
		expect(twice.json().code).toBe('SUPPLEMENT_ONLY_ONCE');

		const codes = ['business-plan', 'form.applicant.phone'];
		const empty = await house.tryCommand('huanghe', id, { type: 'Supplement', codes });
		expect(empty.json()).toMatchObject({ code: 'PAPER_MISSING' });
		expect(empty.json().detail).toContain('经营范围和场所情况说明');
		await house.upload('huanghe', `/api/cases/${id}/files`, 'business-plan');
		const form = { applicant: { ...COMPANY, phone: '13900001234' } };
		const answer = await house.ask<CaseView>('huanghe', 'POST', `/api/cases/${id}/commands`, {
			expectedVersion: notified.version,
			command: { type: 'Supplement', codes },
			form,
		});
		expect(answer.stage).toBe('SUPPLEMENTED');
		expect(answer.form).toMatchObject(form);
		expect(answer.files.map((file) => file.material)).toContain('business-plan');
	});

	it('corrects the fields that were named, rightly filled in, and no others', async () => {
		on('2026-09-18');
		const { id } = await bookshop();
		const code = 'form.applicant.name';
		const items = [{ code, fault: '与执照不符', remedy: '请照执照填写' }];
		const { version } = await house.command('clerk', id, await house.judging(id, items));
		const supplement = (form: Record<string, unknown>) =>
			house.send('huanghe', 'POST', `/api/cases/${id}/commands`, {
				expectedVersion: version,
				command: { type: 'Supplement', codes: [code] },
				form,
			});
		for (const applicant of ['somebody else', null, { ...COMPANY, name: '' }, { ...COMPANY, name: 1 }]) {
			const refused = await supplement({ applicant });
			expect(refused.json()).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
			expect(refused.json().errors[0].path).toMatch(/^\/form\/applicant/);
			expect(refused.json().errors[0].text).not.toContain('catalog.');
		}
		const applicant = { ...COMPANY, name: '济南黄河餐饮管理有限公司' };
		const others = { phone: '13900001234', odd: 1 };
		const sent = { applicant: { ...applicant, ...others }, premises: null, kinds: ['OTHER'], odd: true };
		const taken = (await supplement(sent)).json();
		expect(taken.form).toEqual({ ...BOOKSHOP, applicant });
		expect(taken.applicantName).toBe(applicant.name);
	});

	it('is deemed accepted when nobody answers in five working days, as of the day of receipt', async () => {
		on('2026-09-18');
		const { id } = await bookshop();
		on('2026-09-24');
		expect((await house.ask<CaseView>('clerk', 'GET', `/api/cases/${id}`)).stage).toBe('SUBMITTED');
		on('2026-09-28');
		expect((await house.ask<CaseView>('clerk', 'GET', `/api/cases/${id}`)).stage).toBe('ACCEPTED');
		expect(await house.room.settle()).toBeGreaterThan(0);
		const deemed = await house.ask<CaseView>('clerk', 'GET', `/api/cases/${id}`);
		expect(deemed.law.acceptance).toMatchObject({ on: '2026-09-18', deemed: true });
		expect(clock(deemed, 'C1')).toMatchObject({ late: true });
		const notice = await house.judging(id, [{ code: 'business-plan', fault: '缺', remedy: '补' }]);
		const late = await house.tryCommand('clerk', id, notice);
		expect(late.json().code).toBe('SUPPLEMENT_TOO_LATE');
	});
});

it('lets one authorised person do it all, for listed items only', async () => {
	on('2026-09-18');
	const { id } = await bookshop();
	await house.command('sole', id, { type: 'Accept', procedure: 'SOLE' });
	const granted = await house.command('sole', id, { type: 'Grant' });
	expect(granted).toMatchObject({ stage: 'GRANTED', procedure: 'SOLE' });
});

it('refuses with reasons and remedies, and the letter says so', async () => {
	on('2026-09-18');
	const { id } = await bookshop();
	await house.command('clerk', id, { type: 'Accept', procedure: 'THREE_STEP' });
	await house.command('reviewer2', id, { type: 'Review', opinion: 'REFUSE', text: '无固定场所' });
	const refused = await house.command('approver', id, {
		type: 'Refuse',
		reasons: '没有固定的经营场所',
		basis: '《出版管理条例》第三十五条',
	});
	expect(refused.stage).toBe('REFUSED');
	const own = await house.ask<CaseView>('huanghe', 'GET', `/api/cases/${id}`);
	expect(own.law.review).toBeNull();
	expect(own.timeline.find((entry) => entry.type === 'Reviewed')?.params).toEqual({ on: '2026-09-18' });
	const letter = own.documents.find((each) => each.notice === 'REFUSAL');
	expect((await house.send('huanghe', 'GET', letter?.href ?? '')).statusCode).toBe(200);
});

it('lets nobody handle a matter of their own, not even one that came in at the window', async () => {
	on('2026-09-18');
	const applicant = { ...COMPANY, kind: 'PERSON', name: '冯晓岚', idNumber: '37011519900307123X' };
	const visitor = { name: '冯晓岚', idNumber: '37011519900307123X', phone: '13800000000' };
	const draft = await house.draft('sole', 'publication-retail', { ...BOOKSHOP, applicant });
	const { id } = draft;
	const change = { form: draft.form, expectedVersion: draft.version, onBehalfOf: visitor };
	await house.ask('sole', 'PUT', `/api/drafts/${id}`, change);
	await house.ask('sole', 'POST', `/api/drafts/${id}/submit`, {});
	const own = await house.tryCommand('sole', id, { type: 'Accept', procedure: 'SOLE' });
	expect(own.json()).toMatchObject({ status: 409, code: 'WRONG_ROLE' });
	expect((await house.command('clerk', id, { type: 'Accept', procedure: 'THREE_STEP' })).stage).toBe(
		'ACCEPTED',
	);
});
