import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { sampleForm, sampleSituations } from '../src/modules/catalog/index.ts';
import { asOwner } from '../src/platform/events/testing.ts';
import { testApp } from '../src/platform/testing/app.ts';
import { registerRooms } from '../src/rooms.ts';

const house = await testApp({
	accounts: [{ username: 'zhang.san' }],
	rooms: async (app, platform) => void (await registerRooms(app, platform, undefined)),
});
afterAll(() => house.close());

/** Runs `npm run verify` on the database of the house. */
async function verify() {
	const child = spawn(process.execPath, [resolve(import.meta.dirname, 'verify.ts')], {
		env: { PATH: process.env.PATH, DATABASE_URL: house.ownerUrl },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
	return { output, code };
}

/** Hands in one application, as an applicant does; answers the id of the case. */
async function submit(): Promise<string> {
	const send = await house.as('zhang.san');
	const ask = async (method: 'POST' | 'PUT' | 'GET', url: string, payload?: object) => {
		const response = await send({ method, url, ...(payload && { payload }) });
		expect(response.statusCode, response.body).toBeLessThan(300);
		return response.json();
	};
	const item = await ask('GET', '/api/catalog/items/food-business');
	const answers = sampleSituations(item)[0]?.answers ?? {};
	const asked = await ask('POST', `/api/catalog/items/${item.code}/situation`, { answers });
	const draft = await ask('POST', '/api/drafts', { itemCode: item.code, answers });
	await ask('PUT', `/api/drafts/${draft.id}`, {
		form: sampleForm(asked.item),
		expectedVersion: draft.version,
	});
	return (await ask('POST', `/api/drafts/${draft.id}/submit`, { allTheSame: true })).id;
}

test('a planted change in a real case is found and named', async () => {
	const ids = [await submit(), await submit()];
	const good = await verify();
	expect(good).toMatchObject({
		code: 0,
		output: expect.stringMatching(/^2 streams with \d+ events .*: 0 findings\nseal /),
	});

	await asOwner(
		house.ownerUrl,
		`update events set actor = overlay(actor placing 'x' from 1 for 1) where stream = '${ids[1]}' and version = 1`,
	);
	const altered = await verify();
	expect(altered.code).toBe(1);
	expect(altered.output).toContain(`370115 ${ids[1]} version 1: is not as it was written`);
	expect(altered.output).not.toContain(ids[0]);
});
