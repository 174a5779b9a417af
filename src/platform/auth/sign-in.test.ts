import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { type AuthApp, authApp } from './testing.ts';

const PASSWORD = 'correct horse battery';
let database: TestDatabase;
let server: AuthApp;

beforeAll(async () => {
	database = await testDatabase();
	server = await authApp(database.db);
	await server.auth.ensureAccounts(
		['li.na', 'wang', 'zhao', 'qian', 'sun', 'zhou', 'wu.di'].map((username) => ({
			username,
			name: username,
		})),
		{ password: PASSWORD, demo: false },
	);
});
afterAll(async () => {
	await server.app.close();
	await database.drop();
});

const SIGN_IN = '/api/auth/sign-in/username';

async function signedIn(username: string) {
	const browser = server.browser();
	const response = await browser.post(SIGN_IN, { username, password: PASSWORD });
	expect(response.statusCode, response.body).toBe(200);
	return browser;
}

describe('signing in', () => {
	test('gives a session cookie that scripts cannot read, and a principal', async () => {
		const browser = server.browser();
		const response = await browser.post(SIGN_IN, { username: 'Li.Na', password: PASSWORD });
		expect(response.statusCode).toBe(200);
		const cookie = String(response.headers['set-cookie']);
		expect(cookie).toMatch(/onevisit\.session_token=.*HttpOnly/i);
		expect(cookie).toMatch(/SameSite=Lax/i);
		expect(cookie).not.toMatch(/Secure/i);
		const token = decodeURIComponent([...browser.cookies.values()][0] ?? '').split('.')[0] ?? '';
		expect(token).toHaveLength(32);
		expect(response.body).not.toContain(token);
		const me = await browser.get('/api/me');
		expect(me.json()).toMatchObject({ username: 'li.na', roles: ['APPLICANT'], jurisdiction: '370115' });
	});

	test('sets the cookie Secure in production', async () => {
		const production = await authApp(database.db, {
			config: { mode: 'production', publicUrl: 'https://bureau.example' },
		});
		const response = await production
			.browser()
			.post(SIGN_IN, { username: 'wu.di', password: PASSWORD }, { origin: 'https://bureau.example' });
		expect(response.statusCode, response.body).toBe(200);
		expect(String(response.headers['set-cookie'])).toMatch(/__Secure-onevisit\.session_token=.*Secure/i);
		await production.app.close();
	});

	test.each([
		['a wrong password', { username: 'wang', password: 'not the password' }],
		['an unknown user', { username: 'nobody.here', password: 'not the password' }],
	])('answers %s in the same way, with signposts', async (_, body) => {
		const response = await server.browser().post(SIGN_IN, body);
		expect(response.statusCode).toBe(401);
		expect(response.headers['content-type']).toContain('application/problem+json');
		expect(response.json()).toMatchObject({ code: 'WRONG_PASSWORD', title: 'Wrong user name or password' });
		expect(response.json().signposts.length).toBeGreaterThan(0);
	});

	test('needs no more than what it asks for', async () => {
		const response = await server.browser().post(SIGN_IN, { username: 'wang' });
		expect(response.statusCode).toBe(400);
		expect(response.json().code).toBe('INVALID_INPUT');
	});
});

describe('signing out', () => {
	test('ends the session at once', async () => {
		const browser = await signedIn('zhao');
		const stolen = new Map(browser.cookies);
		expect((await browser.get('/api/me')).statusCode).toBe(200);
		expect((await browser.post('/api/auth/sign-out')).statusCode).toBe(200);
		browser.cookies = stolen;
		const after = await browser.get('/api/me');
		expect(after.statusCode).toBe(401);
		expect(after.json().code).toBe('SESSION_LAPSED');
	});

	test('works for programs, which send no origin', async () => {
		const browser = await signedIn('zhao');
		const body = { username: 'zhao', password: PASSWORD };
		const again = await server.app.inject({
			method: 'POST',
			url: SIGN_IN,
			payload: body,
			headers: { cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; ') },
		});
		expect(again.statusCode, again.body).toBe(200);
	});

	test('from a foreign page is refused', async () => {
		const browser = await signedIn('zhao');
		const response = await browser.post('/api/auth/sign-out', {}, { origin: 'https://evil.example' });
		expect(response.statusCode).toBe(403);
		expect(response.json()).toMatchObject({ code: 'AUTH_REJECTED' });
	});
});

describe('without a session', () => {
	test('a page behind sign-in says where to sign in', async () => {
		const response = await server.browser().get('/api/me');
		expect(response.statusCode).toBe(401);
		expect(response.json()).toMatchObject({
			code: 'SIGN_IN_REQUIRED',
			signposts: [{ text: 'Sign in', href: '/sign-in' }, { href: '/register' }],
		});
	});

	test('an expired session is named as such', async () => {
		const browser = await signedIn('qian');
		expect((await browser.get('/api/me')).statusCode).toBe(200);
		await database.db.pool.query(
			`UPDATE auth.session SET "expiresAt" = now() - interval '1 second'
			 WHERE "userId" = (SELECT id FROM auth."user" WHERE username = 'qian')`,
		);
		server.auth.sessions.forget();
		const response = await browser.get('/api/me');
		expect(response.json()).toMatchObject({ code: 'SESSION_LAPSED', signposts: [{ href: '/sign-in' }, {}] });
	});

	test('a forged cookie is worth nothing', async () => {
		const browser = await signedIn('qian');
		const [name, value] = [...browser.cookies].find(([key]) => key.endsWith('session_token')) ?? ['', ''];
		browser.cookies.set(
			name,
			value.replace(/\w/, (first) => (first === 'a' ? 'b' : 'a')),
		);
		expect((await browser.get('/api/me')).statusCode).toBe(401);
	});

	test.each([
		'/api/auth/sign-in/email',
		'/api/auth/get-session',
		'/api/auth/update-user',
		'/api/auth/nothing',
	])('%s is not open', async (url) => {
		const response = await server.browser().post(url, { email: 'a@b.cn', password: PASSWORD });
		expect(response.statusCode).toBe(404);
		expect(response.json().code).toBe('AUTH_ROUTE_UNKNOWN');
	});
});

describe('guessing', () => {
	test('five wrong passwords lock the account for this address, and only for it', async () => {
		const guesser = server.browser();
		guesser.address = '192.0.2.1';
		const wrong = { username: 'sun', password: 'wrong wrong wrong' };
		const answers = await Promise.all(Array.from({ length: 9 }, () => guesser.post(SIGN_IN, wrong)));
		const codes = answers.map((each) => each.json().code).sort();
		expect(codes.filter((code) => code === 'WRONG_PASSWORD')).toHaveLength(5);
		expect(codes.filter((code) => code === 'ACCOUNT_LOCKED')).toHaveLength(4);

		const right = await guesser.post(SIGN_IN, { username: 'sun', password: PASSWORD });
		expect(right.statusCode).toBe(429);
		expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
		expect(right.json()).toMatchObject({
			code: 'ACCOUNT_LOCKED',
			signposts: [{ dueBy: expect.any(String) }, {}],
		});

		await signedIn('sun');
	});

	test('the lock ends by itself', async () => {
		const guesser = server.browser();
		guesser.address = '192.0.2.2';
		for (let attempt = 0; attempt < 6; attempt++) {
			await guesser.post(SIGN_IN, { username: 'zhou', password: 'wrong wrong wrong' });
		}
		await database.db.pool.query(`UPDATE auth.attempts SET since = since - interval '16 minutes'`);
		const response = await guesser.post(SIGN_IN, { username: 'zhou', password: PASSWORD });
		expect(response.statusCode).toBe(200);
	});

	test('an account guessed at from many addresses is locked for all', async () => {
		await database.db.pool.query(`INSERT INTO auth.attempts VALUES ('guessed|*', 49, now())`);
		const codes: string[] = [];
		for (let address = 0; address < 3; address++) {
			const guesser = server.browser();
			guesser.address = `198.51.100.${address}`;
			codes.push((await guesser.post(SIGN_IN, { username: 'guessed', password: 'wrong wrong' })).json().code);
		}
		expect(codes).toEqual(['WRONG_PASSWORD', 'ACCOUNT_LOCKED', 'ACCOUNT_LOCKED']);
	});
});
