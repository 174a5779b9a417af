import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuthApp, authApp } from '../../platform/auth/testing.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/index.ts';
import { principalSource } from './principals.ts';
import { openStaffAccounts } from './staff-accounts.ts';

let database: TestDatabase;
let server: AuthApp;
beforeAll(async () => {
	database = await testDatabase();
	server = await authApp(database.db, { config: { mode: 'production' } });
	server.auth.setPrincipalSource(principalSource(database.db, '370115'));
});
afterAll(async () => {
	await server.app.close();
	await database.drop();
});

const open = (...usernames: string[]) =>
	openStaffAccounts(
		{ db: database.db, auth: server.auth, jurisdiction: '370115', today: '2026-09-18' },
		usernames,
	);
const signUp = (username: string) =>
	server
		.browser()
		.post('/api/auth/sign-up/email', { username, password: 'a long enough phrase', name: '某' });

test('opens an account with a password of its own, once', async () => {
	const [opened, ...more] = await open('clerk');
	expect(more).toEqual([]);
	const browser = server.browser();
	const body = { username: 'clerk', password: opened?.password ?? '' };
	expect((await browser.post('/api/auth/sign-in/username', body)).statusCode).toBe(200);
	expect((await browser.get('/api/me')).json()).toMatchObject({ name: '赵文静', roles: ['CLERK'] });
	expect(await open('clerk')).toEqual([]);
	expect((await server.browser().post('/api/auth/sign-in/username', body)).statusCode).toBe(200);
});

test('never hands a post to an account that somebody else has registered', async () => {
	expect((await signUp('head')).statusCode).toBe(200);
	await expect(open('head')).rejects.toThrow(/registered by somebody else: head/);
});

test('names who is not in the file', async () => {
	await expect(open('nobody', 'clerk')).rejects.toThrow(/not in the organisation's file: nobody/);
});
