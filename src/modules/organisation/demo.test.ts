import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refuseDemoInProduction } from '../../platform/auth/index.ts';
import { testConfig } from '../../platform/auth/testing.ts';
import { openDemoClock } from '../../platform/demo-clock.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/index.ts';
import { type OrganisationApp, organisationApp } from './testing.ts';

let database: TestDatabase;
let server: OrganisationApp['server'];
let demoClock: OrganisationApp['demoClock'];

beforeAll(async () => {
	database = await testDatabase();
	const opened = await organisationApp(database.db);
	({ server, demoClock } = opened);
	await opened.room.seedDemo();
});
afterAll(async () => {
	await server.app.close();
	await database.drop();
});

describe('the demo clock', () => {
	test('moves by working days, tells its listeners, and never back', async () => {
		const seen: string[] = [];
		const stop = demoClock.onMoved((now) => void seen.push(now.toISOString()));
		const browser = server.browser();
		const moved = await browser.post('/api/demo/clock', { workdays: 5 });
		expect(moved.json()).toEqual({ now: '2026-09-24T01:00:00.000Z', today: '2026-09-24' });
		expect((await browser.post('/api/demo/clock', { workdays: 1 })).json().today).toBe('2026-09-28');
		expect(seen).toEqual(['2026-09-24T01:00:00.000Z', '2026-09-28T01:00:00.000Z']);
		expect(await demoClock.moveTo(new Date('2026-09-01'))).toBe(false);
		expect((await browser.get('/api/demo/clock')).json().today).toBe('2026-09-28');
		stop();
	});

	test('stands where it stood after a restart, whatever the start is said to be', async () => {
		const again = await openDemoClock(database.db, '2026-01-01', server.clock);
		expect(again.now()).toEqual(demoClock.now());
		server.clock.advance(1000);
		expect(again.now()).toEqual(demoClock.now());
		server.clock.advance(-1000);
	});

	test.each([0, 61, 1.5, '3', null])('refuses %s days', async (workdays) => {
		const response = await server.browser().post('/api/demo/clock', { workdays });
		expect(response.json()).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
	});

	test('stops before a year without calendar, and names it', async () => {
		await demoClock.moveTo(new Date('2026-12-28T01:00:00Z'));
		const response = await server.browser().post('/api/demo/clock', { workdays: 10 });
		expect(response.statusCode).toBe(422);
		expect(response.json()).toMatchObject({
			code: 'CLOCK_YEAR_MISSING',
			title: 'There is no official calendar for 2027 yet',
			signposts: [{ text: 'Working days that you can still move on: 3' }, {}],
		});
		expect((await server.browser().post('/api/demo/clock', { workdays: 3 })).json().today).toBe('2026-12-31');
		const last = await server.browser().post('/api/demo/clock', { workdays: 1 });
		expect(last.json().signposts[0].text).toContain('ONEVISIT_NOW');
	});
});

describe('production', () => {
	test('has neither demo accounts nor a demo clock', async () => {
		const { server: production, room: closed } = await organisationApp(database.db, 'production');
		for (const request of [
			production.browser().get('/api/demo/accounts'),
			production.browser().get('/api/demo/clock'),
			production.browser().post('/api/demo/clock', { workdays: 1 }),
		]) {
			const response = await request;
			expect(response.json()).toMatchObject({
				status: 404,
				code: 'DEMO_ONLY',
				signposts: [{ href: '/' }, {}],
			});
		}
		expect((await production.browser().get('/api/session')).json().demo).toEqual({
			enabled: false,
			now: null,
		});
		await expect(closed.seedDemo()).rejects.toThrow('demo mode only');
		await production.app.close();
	});

	test('refuses to run on a database with demo accounts, naming them', async () => {
		const config = testConfig({ mode: 'production' });
		await expect(refuseDemoInProduction(database.db, config)).rejects.toThrow('13 demo accounts (approver');
		await expect(refuseDemoInProduction(database.db, testConfig())).resolves.toBeUndefined();
	});

	test('runs on one without', async () => {
		const fresh = await testDatabase();
		const config = testConfig({ mode: 'production' });
		await expect(refuseDemoInProduction(fresh.db, config)).resolves.toBeUndefined();
		await fresh.drop();
	});
});
