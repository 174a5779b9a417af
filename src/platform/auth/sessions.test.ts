import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { applicant } from './auth.ts';
import { type AuthApp, authApp } from './testing.ts';

const PASSWORD = 'correct horse battery';
let database: TestDatabase;
let server: AuthApp;
let loads = 0;

beforeAll(async () => {
	database = await testDatabase();
	server = await authApp(database.db);
	server.auth.setPrincipalSource(async (account) => {
		loads += 1;
		return (now) => ({ ...applicant(account, '370115'), roles: [now.toISOString().slice(0, 10)] });
	});
	const accounts = ['anna', 'bert'].map((username) => ({ username, name: username }));
	await server.auth.ensureAccounts(accounts, { password: PASSWORD, demo: false });
});
afterAll(async () => {
	await server.app.close();
	await database.drop();
});

async function signIn(username: string) {
	const browser = server.browser();
	await browser.post('/api/auth/sign-in/username', { username, password: PASSWORD });
	return browser;
}

test('requests that come together ask the database little, and nobody gets another’s principal', async () => {
	const browsers = { anna: await signIn('anna'), bert: await signIn('bert') };
	await Promise.all(Object.values(browsers).map((browser) => browser.get('/api/me')));
	loads = 0;
	const answers = await Promise.all(
		Array.from({ length: 40 }, async (_, index) => {
			const name = index % 2 ? 'anna' : 'bert';
			const me = await browsers[name].get('/api/me');
			return me.json().username === name;
		}),
	);
	expect(answers).toEqual(Array(40).fill(true));
	// Not nought: on a slow day an answer may grow too old in between.
	expect(loads).toBeLessThan(10);
});

test('what is kept is asked for the day anew in each request', async () => {
	const browser = await signIn('anna');
	server.clock.set('2026-09-18');
	expect((await browser.get('/api/me')).json().roles).toEqual(['2026-09-18']);
	server.clock.set('2026-09-21');
	expect((await browser.get('/api/me')).json().roles).toEqual(['2026-09-21']);
});

test('an answer that was under way when everything was forgotten is not kept', async () => {
	const browser = await signIn('anna');
	const started = Promise.withResolvers<void>();
	const held = Promise.withResolvers<void>();
	server.auth.setPrincipalSource(async (account) => {
		started.resolve();
		await held.promise;
		return () => ({ ...applicant(account, '370115'), roles: ['OLD'] });
	});
	const slow = browser.get('/api/me').then((response) => response);
	await started.promise;
	server.auth.setPrincipalSource(async (account) => () => ({
		...applicant(account, '370115'),
		roles: ['NEW'],
	}));
	server.auth.sessions.forget();
	held.resolve();
	expect((await slow).json().roles).toEqual(['OLD']);
	expect((await browser.get('/api/me')).json().roles).toEqual(['NEW']);
});

test('a session in use is prolonged, and the browser is told', async () => {
	const browser = await signIn('bert');
	await database.db.pool.query(
		`UPDATE auth.session SET "expiresAt" = now() + interval '10 hours'
		 WHERE "userId" = (SELECT id FROM auth."user" WHERE username = 'bert')`,
	);
	server.auth.sessions.forget();
	const response = await browser.get('/api/me');
	expect(String(response.headers['set-cookie'])).toMatch(/session_token=.*Max-Age=43200/i);
	const { rows } = await database.db.pool.query(
		`SELECT max("expiresAt") > now() + interval '11 hours 55 minutes' AS longer FROM auth.session
		 WHERE "userId" = (SELECT id FROM auth."user" WHERE username = 'bert')`,
	);
	expect(rows).toEqual([{ longer: true }]);
	expect((await browser.get('/api/me')).headers['set-cookie']).toBeUndefined();
});
