import { PassThrough } from 'node:stream';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { afterAll, describe, expect, test } from 'vitest';
import { testApp } from '../testing/app.ts';

const log = new PassThrough();
const lines: string[] = [];
log.on('data', (chunk: Buffer) => lines.push(chunk.toString()));

const Command = Type.Union([
	Type.Object({ type: Type.Literal('OPEN'), day: Type.String({ format: 'date' }) }),
	Type.Object({ type: Type.Literal('CLOSE'), reason: Type.String({ minLength: 2 }) }),
]);
const Body = Type.Object({
	name: Type.String({ minLength: 1, maxLength: 5 }),
	count: Type.Integer({ minimum: 1 }),
	command: Type.Optional(Command),
});

function rooms(plain: FastifyInstance): void {
	const app = plain.withTypeProvider<TypeBoxTypeProvider>();
	app.post(
		'/api/test/things',
		{ schema: { body: Body, tags: ['test'], 'x-problems': ['STALE_VERSION'] } },
		async () => ({
			ok: true,
		}),
	);
	app.get(
		'/api/test/things/:id',
		{
			schema: {
				tags: ['test'],
				querystring: Type.Object({ limit: Type.Optional(Type.Integer({ maximum: 9 })) }),
				response: { 200: Type.Object({ limit: Type.Integer() }) },
			},
		},
		async ({ query }) => ({ limit: query.limit ?? 0, secret: 'not in the schema' }),
	);
	app.get('/api/test/broken', { schema: { hide: true } }, async () => {
		throw new Error('the reason 370115199001010011 of 13812345678', { cause: new Error('its cause') });
	});
	app.get('/api/test/away', { schema: { hide: true } }, async () => {
		throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
	});
}

const server = await testApp({
	rooms,
	accounts: [{ username: 'zhang.san' }],
	app: { logLevel: 'info', logStream: log, signInLimit: 5, webRoot: `${import.meta.dirname}/testing/web` },
});
const { app } = server;
afterAll(() => server.close());

const post = (payload: unknown, headers: Record<string, string> = {}) =>
	app.inject({
		method: 'POST',
		url: '/api/test/things?lang=en',
		payload: payload as object,
		headers: { 'content-type': 'application/json', ...headers },
	});

describe('input', () => {
	test('every fault is named at once, with its path and in words', async () => {
		const response = await post({
			name: '',
			extra: 1,
			command: { type: 'OPEN', day: 'tomorrow', odd: true },
		});
		expect(response.statusCode).toBe(400);
		expect(response.headers['content-type']).toContain('application/problem+json');
		const problem = response.json();
		expect(problem).toMatchObject({
			type: '/api/docs/problems#INVALID_INPUT',
			code: 'INVALID_INPUT',
			status: 400,
		});
		expect(problem.signposts.length).toBeGreaterThan(0);
		expect(
			problem.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`).sort(),
		).toEqual([
			'/command/day FORMAT_DATE',
			'/command/odd UNKNOWN_FIELD',
			'/count REQUIRED',
			'/extra UNKNOWN_FIELD',
			'/name TOO_SHORT',
		]);
		expect(problem.detail).toContain('5');
	});

	test('a body is not converted, a query is', async () => {
		expect((await post({ name: 'a', count: '1' })).json().errors).toEqual([
			{ path: '/count', code: 'TYPE_INTEGER', text: 'must be a whole number' },
		]);
		const response = await app.inject('/api/test/things/1?limit=7');
		expect(response.json()).toEqual({ limit: 7 });
		const refused = await app.inject('/api/test/things/1?limit=x&odd=1');
		expect(refused.json().errors.map(({ path }: { path: string }) => path)).toEqual(['?odd', '?limit']);
	});

	test('a union names what would have been right', async () => {
		const { errors } = (await post({ name: 'a', count: 1, command: { type: 'BURN' } })).json();
		expect(errors).toEqual([
			{ path: '/command/type', code: 'NOT_ALLOWED', text: 'is not one of: OPEN, CLOSE' },
		]);
	});

	test.each([
		['broken JSON', '{"name":', 400, 'INVALID_JSON'],
		['a prototype', '{"name":"a","count":1,"__proto__":{}}', 400, 'INVALID_JSON'],
		['NUL', '{"name":"a\\u0000","count":1}', 400, 'INVALID_INPUT'],
		['half a character', '{"name":"\\ud800","count":1}', 400, 'INVALID_INPUT'],
		['deep nesting', `{"name":${'['.repeat(5000)}${']'.repeat(5000)}}`, 400, 'INVALID_INPUT'],
		['no body', '', 400, 'INVALID_JSON'],
		['too much', JSON.stringify({ name: 'x'.repeat(2 ** 20) }), 413, 'BODY_TOO_LARGE'],
	])('%s is refused with a signpost', async (_name, payload, status, code) => {
		const response = await post(payload);
		expect(response.json()).toMatchObject({ status, code });
		expect(response.statusCode).toBe(status);
		expect(response.json().signposts[0].text).not.toBe('');
	});

	test('another media type is refused', async () => {
		for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x']) {
			const response = await post('name=a', { 'content-type': type });
			expect([response.statusCode, response.json().code]).toEqual(
				type.startsWith('multipart') ? [400, 'INVALID_INPUT'] : [415, 'UNSUPPORTED_MEDIA_TYPE'],
			);
		}
	});
});

describe('languages', () => {
	test.each([
		[{}, '没有找到这个页面或内容', 'zh-CN'],
		[{ 'accept-language': 'en-GB,en;q=0.8,zh;q=0.1' }, 'There is no such page or thing', 'en'],
		[{ 'accept-language': 'fr, zh-Hant;q=0.5' }, '沒有找到這個頁面或內容', 'zh-TW'],
		[{ 'accept-language': 'zh-CN', cookie: 'a=b; lang=en' }, 'There is no such page or thing', 'en'],
	])('%j', async (headers, title, language) => {
		const response = await app.inject({ url: '/api/nothing', headers });
		expect(response.json().title).toBe(title);
		expect(response.headers['content-language']).toBe(language);
	});
});

describe('failures', () => {
	test('an unknown address has ways onwards, an odd one too', async () => {
		for (const url of [
			'/api/nothing',
			'/api/test/things/%E0%A4%A',
			'/api/%00',
			`/api/test/things/${'x'.repeat(500)}`,
		]) {
			const response = await app.inject(url);
			expect([response.statusCode, response.json().signposts.length > 0]).toEqual([
				response.json().status,
				true,
			]);
			expect(response.statusCode).toBeLessThan(500);
		}
		const { signposts } = (await app.inject('/api/nothing')).json();
		expect(signposts).toMatchObject([{ href: '/' }, { href: '/items' }, { contact: '12345' }]);
	});

	test('another method is named 405 and says which there are', async () => {
		const response = await app.inject({ method: 'DELETE', url: '/api/test/things/1' });
		expect(response.json()).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
		expect(response.headers.allow).toBe('GET, HEAD');
	});

	test('what nobody expected is 500 with a reference; its cause is in the log only, without personal data', async () => {
		lines.length = 0;
		const response = await app.inject('/api/test/broken?name=Li');
		const problem = response.json();
		expect(problem).toMatchObject({ status: 500, code: 'INTERNAL_ERROR' });
		expect(response.body).not.toContain('reason');
		const reference = problem.instance.replace('urn:uuid:', '');
		expect(problem.detail).toContain(reference);
		const logged = lines.join('');
		expect(logged).toContain(reference);
		expect(logged).toContain('its cause');
		expect(logged).toContain('the reason *** of ***');
		expect(logged).not.toContain('name=Li');
	});

	test('a database that is away is 503 and says when to come again', async () => {
		const response = await app.inject('/api/test/away');
		expect(response.json()).toMatchObject({ status: 503, code: 'TEMPORARILY_UNAVAILABLE' });
		expect(response.headers['retry-after']).toBe('5');
	});
});

describe('safety', () => {
	test('every answer bears the headers', async () => {
		for (const url of ['/api/health', '/api/nothing', '/', '/assets/app-1.js']) {
			const { headers } = await app.inject(url);
			expect(headers['content-security-policy']).toContain("script-src 'self';");
			expect(headers['x-content-type-options']).toBe('nosniff');
			expect(headers['x-frame-options']).toBe('DENY');
		}
	});

	test.each([
		[{ origin: 'https://evil.example', cookie: 'a=b' }, 403],
		[{ 'sec-fetch-site': 'cross-site', cookie: 'a=b' }, 403],
		[{ origin: 'null', cookie: 'a=b' }, 403],
		[{ origin: 'http://localhost:3000', cookie: 'a=b' }, 200],
		[{ origin: 'http://localhost:80', cookie: 'a=b' }, 200],
		[{ origin: 'https://evil.example' }, 200],
	])('a change from elsewhere with cookies: %j → %i', async (headers, status) => {
		const response = await post({ name: 'a', count: 1 }, headers);
		expect(response.statusCode).toBe(status);
		if (status === 403) expect(response.json().code).toBe('CROSS_SITE_REQUEST');
	});

	test('too many sign-ins from one address wait, and are told how long', async () => {
		const attempt = (ip: string) =>
			app.inject({
				method: 'POST',
				url: '/api/auth/sign-in/username',
				payload: { username: 'nobody', password: 'x' },
				remoteAddress: ip,
			});
		const codes = [];
		for (let n = 0; n < 6; n += 1) codes.push((await attempt('10.0.0.9')).statusCode);
		expect(codes.slice(0, 5)).not.toContain(429);
		const last = await attempt('10.0.0.9');
		expect(last.json()).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
		expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
		expect((await attempt('10.0.0.10')).statusCode).not.toBe(429);
	});

	test('a request that never ends is ended', () => {
		expect(app.server.requestTimeout).toBeGreaterThan(0);
		expect(app.server.requestTimeout).toBeLessThanOrEqual(10 * 60_000);
	});

	test('cookies and bodies stay out of the log', async () => {
		lines.length = 0;
		await post(
			{ name: 'Wang', count: 1 },
			{ cookie: 'session=topsecret', authorization: 'Bearer topsecret' },
		);
		expect(lines.join('')).toContain('/api/test/things');
		expect(lines.join('')).not.toMatch(/topsecret|Wang/);
	});
});

describe('the web part', () => {
	test('pages are for browsers, assets are kept, and the API is never a page', async () => {
		const accept = 'text/html,application/xhtml+xml';
		const page = await app.inject({ url: '/cases/1/edit?x=1', headers: { accept } });
		expect([page.statusCode, page.headers['cache-control'], page.body]).toEqual([
			200,
			'no-cache',
			'<title>test</title>\n',
		]);
		const asset = await app.inject('/assets/app-1.js');
		expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
		expect((await app.inject({ url: '/assets/gone.js', headers: { accept } })).statusCode).toBe(404);
		expect((await app.inject({ url: '/api/nothing', headers: { accept } })).json().code).toBe('NOT_FOUND');
		expect((await app.inject('/cases/1')).json().code).toBe('NOT_FOUND');
		expect((await app.inject('/../app.test.ts')).statusCode).toBe(404);
	});
});

describe('documentation', () => {
	test('the API document is valid OpenAPI 3.1', async () => {
		const document = (await app.inject('/api/openapi.json')).json();
		expect(document.openapi).toMatch(/^3\.1/);
		expect(await new Validator().validate(document)).toEqual({ valid: true });
		const { post } = document.paths['/api/test/things'];
		expect(post.responses.default.description).toContain('STALE_VERSION');
		expect(post.parameters).toEqual([{ $ref: '#/components/parameters/IdempotencyKey' }]);
	});

	test('pages for people name operations and problem codes, and load nothing from elsewhere', async () => {
		const page = await app.inject('/api/docs?lang=en');
		expect(page.body).toContain('/api/test/things');
		expect(page.body).toContain('#STALE_VERSION');
		expect(page.body).not.toMatch(/https?:\/\//);
		const problems = await app.inject('/api/docs/problems?lang=en');
		expect(problems.body).toContain('id="STALE_VERSION"');
		expect((await app.inject('/api/docs/style.css')).headers['content-type']).toContain('text/css');
	});

	test('health and readiness', async () => {
		expect((await app.inject('/api/health')).json().status).toBe('ok');
		expect((await app.inject('/api/ready')).json()).toEqual({
			status: 'ok',
			checks: { database: 'ok', migrations: 'ok', jobs: 'ok' },
		});
	});
});
