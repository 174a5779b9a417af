import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCalendar } from '../../law/index.ts';
import { openDemoClock } from '../../platform/demo-clock.ts';
import { type TestApp, testApp } from '../../platform/testing/app.ts';
import { DEMO_PASSWORD } from './demo.ts';
import { registerOrganisation } from './index.ts';

let house: TestApp;

/** The room in the whole frame: cross-site wall, input checks, idempotency, languages. */
beforeAll(async () => {
	house = await testApp({
		async rooms(app, platform) {
			const demoClock = await openDemoClock(platform.db, undefined, platform.clock);
			const calendar = makeCalendar({ 2026: { off: ['2026-10-01'], work: [] } });
			const room = registerOrganisation(
				app,
				{ ...platform, clock: demoClock },
				{
					permissions: [],
					calendar,
					demoClock,
				},
			);
			await room.seedDemo();
		},
	});
});
afterAll(() => house.close());

const SIGN_IN = { method: 'POST', url: '/api/auth/sign-in/username' } as const;

test('the same move of the clock, sent twice with one key, moves once', async () => {
	const move = () =>
		house.app.inject({
			method: 'POST',
			url: '/api/demo/clock',
			headers: { 'idempotency-key': 'move-the-clock-once' },
			payload: { workdays: 1 },
		});
	expect((await move()).json().today).toBe('2026-09-21');
	expect((await move()).json().today).toBe('2026-09-21');
	expect((await house.app.inject('/api/demo/clock')).json().today).toBe('2026-09-21');
});

test('a lapsed session is told in the language of the reader, with the way to sign in', async () => {
	const response = await house.app.inject({
		url: '/api/profile?lang=zh-TW',
		headers: { cookie: 'onevisit.session_token=nothing.worth' },
	});
	expect(response.statusCode).toBe(401);
	expect(response.json()).toMatchObject({ code: 'SESSION_LAPSED', title: '登錄已過期' });
	expect(response.json().signposts[0]).toMatchObject({ href: '/sign-in' });
});

test.each([
	['malformed JSON', '{"username":', 400, 'INVALID_JSON'],
	['an array', '[]', 400, 'INVALID_INPUT'],
	['nothing', '', 400, undefined],
	['numbers', '{"username":1,"password":2}', 400, 'INVALID_INPUT'],
	['a NUL', '{"username":"a\\u0000b","password":"x"}', 400, 'INVALID_INPUT'],
])('signing in with %s is refused with signposts', async (_, payload, status, code) => {
	const response = await house.app.inject({
		...SIGN_IN,
		headers: { 'content-type': 'application/json' },
		payload,
	});
	expect(response.statusCode, response.body).toBe(status);
	if (code) expect(response.json().code).toBe(code);
	expect(response.json().signposts.length).toBeGreaterThan(0);
});

test('a foreign page cannot sign anybody out', async () => {
	const clerk = await house.as('clerk', DEMO_PASSWORD);
	const response = await clerk({
		method: 'POST',
		url: '/api/auth/sign-out',
		headers: { origin: 'https://evil.example' },
		payload: {},
	});
	expect(response.statusCode).toBe(403);
	expect((await clerk({ url: '/api/session' })).json().principal).toMatchObject({ username: 'clerk' });
});

test('every route of the room is in the API document', async () => {
	const { paths } = (await house.app.inject('/api/openapi.json')).json();
	expect(Object.keys(paths)).toEqual(
		expect.arrayContaining([
			'/api/session',
			'/api/profile',
			'/api/demo/accounts',
			'/api/demo/clock',
			'/api/auth/sign-in/username',
		]),
	);
	expect(Object.keys(paths)).not.toContain('/api/auth/{*}');
});
