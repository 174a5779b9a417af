import { afterAll, expect, test } from 'vitest';
import { testApp } from '../testing/app.ts';

const { app, close } = await testApp({ app: { webRoot: `${import.meta.dirname}/testing/web` } });
afterAll(close);

test.each([
	['disguised', '/%61pi/health'],
	['disguised further on', '/api/%68ealth'],
	['with an empty step', '/api//health'],
	['that looks like a host', '//evil.example/'],
	['that is too long', `/${'x'.repeat(8000)}`],
])('an address %s leads nowhere', async (_name, url) => {
	const response = await app.inject(url);
	expect(response.json()).toMatchObject({ status: 404, code: 'NOT_FOUND' });
});

test('nobody walks around what guards sign-in by its address', async () => {
	const payload = { username: 'nobody', password: 'a wrong password' };
	const url = '/api/%61uth/sign-in/username';
	expect((await app.inject({ method: 'POST', url, payload })).statusCode).toBe(404);
	expect((await app.inject('/api/health/')).statusCode).toBe(200);
});
