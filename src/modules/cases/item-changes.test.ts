import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CATALOG_FOLDER } from '../catalog/index.ts';
import type { CaseView, Draft, Precheck } from './cases.schema.ts';
import { type CaseApp, COMPANY, caseApp, PREMISES } from './testing/case-app.ts';

const ANSWERS = { business: 'RETAIL', prepackedOnly: false, online: false };
const FORM = {
	applicant: COMPANY,
	premises: PREMISES,
	business: 'RETAIL',
	online: false,
	categories: ['BULK'],
	foodManager: '王小明',
	staff: 5,
};
const DAY = '2026-10-01';

let folder: string;
let house: CaseApp;

/** Until the day the catalogue is the district's; then the food licence has a second version, and hotels are done with. */
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'onevisit-catalogue-'));
	await cp(CATALOG_FOLDER, folder, { recursive: true });
	const food = await readFile(join(folder, 'food-business.yaml'), 'utf8');
	await writeFile(
		join(folder, 'food-business@2.yaml'),
		food.replace(/^version: 1$/m, 'version: 2').replace(/^effectiveFrom: .*$/m, `effectiveFrom: ${DAY}`),
	);
	const hotel = await readFile(join(folder, 'hotel.yaml'), 'utf8');
	await writeFile(join(folder, 'hotel.yaml'), `${hotel}\ncancelledFrom: ${DAY}\n`);
	house = await caseApp(undefined, folder);
});
afterAll(async () => {
	await house.close();
	await rm(folder, { recursive: true });
});

it('a draft goes on under its version and says that there is a new one; an item that is gone cannot be handed in', async () => {
	const food = await house.draft('huanghe', 'food-business', FORM, [], ANSWERS);
	const hotel = await house.ask<Draft>('huanghe', 'POST', '/api/drafts', { itemCode: 'hotel' });
	expect([food.remarks, hotel.remarks]).toEqual([[], []]);
	house.clock.set(`${DAY}T09:00:00+08:00`);

	const read = await house.ask<Draft>('huanghe', 'GET', `/api/drafts/${food.id}`);
	expect(read).toMatchObject({ itemVersion: 1, remarks: [{ code: 'NEW_VERSION' }] });
	expect(read.remarks[0]?.signposts.map(({ href }) => href)).toEqual([
		`/apply/${food.id}`,
		'/apply/start/food-business',
	]);
	const view = await house.ask<CaseView>('huanghe', 'POST', `/api/drafts/${food.id}/submit`, {});
	expect(view.item.version).toBe(1);
	const anew = await house.ask<Draft>('huanghe', 'POST', '/api/drafts', { itemCode: 'food-business' });
	expect(anew.itemVersion).toBe(2);

	const { ok, faults } = await house.ask<Precheck>('huanghe', 'POST', `/api/drafts/${hotel.id}/precheck`);
	expect({ ok, first: faults[0] }).toMatchObject({
		ok: false,
		first: { path: 'item', code: 'ITEM_CANCELLED' },
	});
	const refusals = [
		await house.send('huanghe', 'POST', `/api/drafts/${hotel.id}/submit`, { allTheSame: true }),
		await house.send('huanghe', 'POST', '/api/drafts', { itemCode: 'hotel' }),
	];
	for (const refused of refusals) {
		expect(refused.json()).toMatchObject({ status: 409, code: 'ITEM_CANCELLED' });
		expect(refused.json().signposts.map(({ href = '', contact = '' }) => href + contact)).toEqual([
			'/items',
			'12345',
		]);
	}
	expect((await house.send('huanghe', 'GET', `/api/drafts/${hotel.id}`)).statusCode).toBe(200);
});
