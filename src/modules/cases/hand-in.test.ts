import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseView, Draft } from './cases.schema.ts';
import { claimDraft } from './drafts.store.ts';
import { findPapers } from './papers.store.ts';
import { type CaseApp, COMPANY, caseApp, PREMISES } from './testing/case-app.ts';

let house: CaseApp;
beforeAll(async () => {
	house = await caseApp();
});
afterAll(() => house.close());

const BOOKSHOP = { applicant: COMPANY, premises: PREMISES, kinds: ['BOOKS'] };
const bookshop = () => house.draft('huanghe', 'publication-retail', BOOKSHOP);
const submit = (who: string, id: string) => house.send(who, 'POST', `/api/drafts/${id}/submit`, {});

it('makes one case of a draft, however often it is handed in at once', async () => {
	const own = await bookshop();
	const onBehalfOf = { name: '李四', idNumber: '37011519900307123X', phone: '13800000000' };
	const atTheWindow = await house.draft('clerk', 'publication-retail', BOOKSHOP);
	await house.ask('clerk', 'PUT', `/api/drafts/${atTheWindow.id}`, {
		form: BOOKSHOP,
		expectedVersion: atTheWindow.version,
		onBehalfOf,
	});
	for (const [who, { id }] of [
		['huanghe', own],
		['clerk', atTheWindow],
	] as const) {
		const answers = await Promise.all(Array.from({ length: 6 }, () => submit(who, id)));
		answers.push(await submit(who, id));
		expect(answers.map((answer) => answer.statusCode)).toEqual(answers.map(() => 201));
		expect(new Set(answers.map((answer) => answer.json<CaseView>().number)).size).toBe(1);
	}
	expect((await submit('wangxiaoming', own.id)).json().code).toBe('DRAFT_NOT_FOUND');
});

it('never makes a case whose papers were thrown away meanwhile', async () => {
	for (let round = 0; round < 6; round++) {
		const { id, files, version } = await bookshop();
		const url = `/api/drafts/${id}`;
		const [handedIn] = await Promise.all([
			submit('huanghe', id),
			house.send('huanghe', 'DELETE', round % 2 === 0 ? url : `${url}/files/${files[0]?.id}`),
			house.send('huanghe', 'PUT', url, { form: {}, expectedVersion: version }),
		]);
		if (handedIn.statusCode !== 201) continue;
		for (const file of handedIn.json<CaseView>().files) {
			const paper = await house.send('huanghe', 'GET', `/api/files/${file.id}`);
			expect([file.material, paper.statusCode]).toEqual([file.material, 200]);
		}
	}
});

it('leaves a draft as it is while it is being handed in', async () => {
	const { id, files, version } = await bookshop();
	await claimDraft(house.db, (await ownerOf('huanghe')) ?? '', id);
	const url = `/api/drafts/${id}`;
	const attempts = [
		await house.send('huanghe', 'DELETE', url),
		await house.send('huanghe', 'DELETE', `${url}/files/${files[0]?.id}`),
		await house.send('huanghe', 'PUT', url, { form: {}, expectedVersion: version }),
		await house.upload('huanghe', `${url}/files`, 'business-plan'),
	];
	for (const attempt of attempts)
		expect(attempt.json()).toMatchObject({ status: 409, code: 'DRAFT_CHANGED' });
	expect(await findPapers(house.db, id)).toEqual(files);
});

it('gives a draft back that could not be handed in', async () => {
	const { id, version } = await house.ask<Draft>('huanghe', 'POST', '/api/drafts', {
		itemCode: 'publication-retail',
	});
	expect((await submit('huanghe', id)).json().code).toBe('PRECHECK_FAILED');
	const change = { form: BOOKSHOP, expectedVersion: version };
	expect((await house.send('huanghe', 'PUT', `/api/drafts/${id}`, change)).statusCode).toBe(200);
});

it('keeps no paper of a draft that is thrown away while it comes in', async () => {
	for (let round = 0; round < 5; round++) {
		const { id } = await house.ask<Draft>('huanghe', 'POST', '/api/drafts', {
			itemCode: 'publication-retail',
		});
		await Promise.all([
			house.upload('huanghe', `/api/drafts/${id}/files`, 'business-plan'),
			house.send('huanghe', 'DELETE', `/api/drafts/${id}`),
		]);
		expect(await findPapers(house.db, id)).toEqual([]);
	}
});

async function ownerOf(username: string): Promise<string | undefined> {
	return (await house.platform.auth.findAccounts([username])).get(username);
}
