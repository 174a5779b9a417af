import { afterAll, expect, test } from 'vitest';
import { testApp } from '../testing/app.ts';

const server = await testApp({ accounts: [{ username: 'zhang.san' }] });
afterAll(() => server.close());

test('health', async () => {
	const r = await server.app.inject({ url: '/api/ready' });
	console.log(r.statusCode, r.headers, r.body);
	const n = await server.app.inject({ url: '/api/nothing?lang=zh-TW' });
	console.log(n.body);
	const as = await server.as('zhang.san');
	console.log((await as({ url: '/api/openapi.json' })).body.slice(0, 3000));
	expect(r.statusCode).toBe(200);
});
