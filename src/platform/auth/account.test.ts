import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { type AuthApp, authApp } from './testing.ts';

const PASSWORD = 'correct horse battery';
let database: TestDatabase;
let server: AuthApp;

beforeAll(async () => {
	database = await testDatabase();
	server = await authApp(database.db);
	await server.auth.ensureAccounts([{ username: 'chen', name: '陈一' }], { password: PASSWORD, demo: false });
});
afterAll(async () => {
	await server.app.close();
	await database.drop();
});

const SIGN_UP = '/api/auth/sign-up/email';
const SIGN_IN = '/api/auth/sign-in/username';

describe('registering', () => {
	test('makes an applicant, signed in', async () => {
		const browser = server.browser();
		const response = await browser.post(SIGN_UP, {
			username: 'Xiaoming',
			password: PASSWORD,
			name: ' 王小明 ',
		});
		expect(response.statusCode, response.body).toBe(200);
		const me = (await browser.get('/api/me')).json();
		expect(me).toMatchObject({ username: 'xiaoming', name: '王小明', roles: ['APPLICANT'] });
	});

	test('cannot make somebody a demo account or verified', async () => {
		const body = { username: 'sly', password: PASSWORD, name: 'S', demo: true, emailVerified: true };
		const response = await server.browser().post(SIGN_UP, body);
		expect(response.statusCode).toBe(400);
		expect(
			response
				.json()
				.errors.map((each: { path: string }) => each.path)
				.sort(),
		).toEqual(['/demo', '/emailVerified']);
	});

	test.each([
		['chen', PASSWORD, '陈', 409, 'USERNAME_TAKEN'],
		['CHEN', PASSWORD, '陈', 409, 'USERNAME_TAKEN'],
		['a b', PASSWORD, '陈', 422, 'USERNAME_INVALID'],
		['陈小明', PASSWORD, '陈', 422, 'USERNAME_INVALID'],
		['ok.name', PASSWORD, '  ', 422, 'NAME_INVALID'],
		['ok.name', 'short', '陈', 422, 'PASSWORD_TOO_SHORT'],
		['ok.name', 'x'.repeat(129), '陈', 422, 'PASSWORD_TOO_LONG'],
		['ok.name', 'Password1234', '陈', 422, 'PASSWORD_TOO_COMMON'],
		['ok.name', '1234567890', '陈', 422, 'PASSWORD_TOO_COMMON'],
		['ok.name', 'aaaaaaaaaaaa', '陈', 422, 'PASSWORD_TOO_COMMON'],
		['ok.name', 'my ok.name 2026', '陈', 422, 'PASSWORD_CONTAINS_USERNAME'],
	])('as %s with %s and the name %s: %i %s', async (username, password, name, status, code) => {
		const response = await server.browser().post(SIGN_UP, { username, password, name });
		expect(response.json()).toMatchObject({ status, code });
		expect(response.json().signposts[0].text).not.toBe('');
		expect(response.json().errors).toHaveLength(1);
	});

	test('a reserved name is as good as taken', async () => {
		server.auth.reserveUsernames(async (username) => username === 'clerk');
		const response = await server
			.browser()
			.post(SIGN_UP, { username: 'Clerk', password: PASSWORD, name: '某' });
		expect(response.json()).toMatchObject({ status: 409, code: 'USERNAME_TAKEN' });
	});
});

test('a new password ends all other sessions and replaces the old one', async () => {
	await server.auth.ensureAccounts([{ username: 'hejia', name: '何佳' }], {
		password: PASSWORD,
		demo: false,
	});
	const here = server.browser();
	const elsewhere = server.browser();
	const next = 'another long phrase';
	for (const browser of [here, elsewhere]) {
		await browser.post(SIGN_IN, { username: 'hejia', password: PASSWORD });
	}
	const wrong = await here.post('/api/auth/change-password', { currentPassword: 'no', newPassword: next });
	expect(wrong.json().code).toBe('WRONG_PASSWORD');
	const weak = await here.post('/api/auth/change-password', {
		currentPassword: PASSWORD,
		newPassword: 'short',
	});
	expect(weak.json().code).toBe('PASSWORD_TOO_SHORT');
	const changed = await here.post('/api/auth/change-password', {
		currentPassword: PASSWORD,
		newPassword: next,
	});
	expect(changed.statusCode, changed.body).toBe(200);
	expect((await here.get('/api/me')).statusCode).toBe(200);
	expect((await elsewhere.get('/api/me')).json().code).toBe('SESSION_LAPSED');
	expect((await server.browser().post(SIGN_IN, { username: 'hejia', password: PASSWORD })).statusCode).toBe(
		401,
	);
	expect((await server.browser().post(SIGN_IN, { username: 'hejia', password: next })).statusCode).toBe(200);
});

describe('two factors', () => {
	test('once confirmed, a password alone opens nothing', async () => {
		const browser = server.browser();
		await browser.post(SIGN_IN, { username: 'chen', password: PASSWORD });
		const enabled = await browser.post('/api/auth/two-factor/enable', { password: PASSWORD });
		expect(enabled.statusCode, enabled.body).toBe(200);
		const { totpURI, backupCodes } = enabled.json() as { totpURI: string; backupCodes: string[] };
		const secret = new URL(totpURI).searchParams.get('secret') ?? '';
		expect(decodeURIComponent(totpURI)).toContain('OneVisit');

		const wrong = await browser.post('/api/auth/two-factor/verify-totp', { code: '000000' });
		expect(wrong.json().code).toBe('SECOND_FACTOR_WRONG');
		const confirmed = await browser.post('/api/auth/two-factor/verify-totp', { code: totp(secret) });
		expect(confirmed.statusCode, confirmed.body).toBe(200);
		await browser.post('/api/auth/sign-out');

		const later = server.browser();
		const first = await later.post(SIGN_IN, { username: 'chen', password: PASSWORD });
		expect(first.json()).toMatchObject({ twoFactorRedirect: true });
		expect((await later.get('/api/me')).statusCode).toBe(401);
		const second = await later.post('/api/auth/two-factor/verify-totp', { code: totp(secret) });
		expect(second.statusCode, second.body).toBe(200);
		expect((await later.get('/api/me')).json()).toMatchObject({ username: 'chen' });

		const lost = server.browser();
		await lost.post(SIGN_IN, { username: 'chen', password: PASSWORD });
		const code = backupCodes[0] ?? '';
		expect((await lost.post('/api/auth/two-factor/verify-backup-code', { code })).statusCode).toBe(200);
		const again = server.browser();
		await again.post(SIGN_IN, { username: 'chen', password: PASSWORD });
		expect((await again.post('/api/auth/two-factor/verify-backup-code', { code })).json().code).toBe(
			'SECOND_FACTOR_WRONG',
		);
	});

	test('five wrong codes end it', async () => {
		const guesser = server.browser();
		await guesser.post(SIGN_IN, { username: 'chen', password: PASSWORD });
		const codes: string[] = [];
		for (let attempt = 0; attempt < 7; attempt++) {
			codes.push((await guesser.post('/api/auth/two-factor/verify-totp', { code: '000000' })).json().code);
		}
		expect(codes[0]).toBe('SECOND_FACTOR_WRONG');
		expect(['ACCOUNT_LOCKED', 'SECOND_FACTOR_LAPSED']).toContain(codes.at(-1));
		expect((await guesser.get('/api/me')).statusCode).toBe(401);
	});

	test('a code without a password before it is nothing', async () => {
		const response = await server.browser().post('/api/auth/two-factor/verify-totp', { code: '123456' });
		expect(response.json().code).toBe('SECOND_FACTOR_LAPSED');
	});
});

/** RFC 6238 with SHA-1, six digits, thirty seconds. */
function totp(base32: string): string {
	const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
	const bits = [...base32].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
	const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
	const mac = createHmac('sha1', key).update(counter).digest();
	const offset = (mac.at(-1) ?? 0) & 0xf;
	return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
