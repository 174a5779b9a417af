import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { afterAll, describe, expect, test } from 'vitest';
import { testApp } from '../testing/app.ts';
import { createIdempotencyStore } from './idempotency.store.ts';
import { Problem } from './problem.ts';
import { signposts } from './signposts.ts';

let executed = 0;
let gate: Promise<void> = Promise.resolve();

function rooms(app: FastifyInstance): void {
	const schema = { body: Type.Object({ n: Type.Integer() }) };
	app.post('/api/test/orders', { schema }, async (request, reply) => {
		executed += 1;
		await gate;
		return reply.status(201).header('location', '/api/test/orders/1').send({ executed, sent: request.body });
	});
	app.post('/api/test/empty', async () => {
		executed += 1;
		return { executed };
	});
	app.post('/api/test/fail/:code', async (request) => {
		executed += 1;
		const { code } = request.params as { code: string };
		if (code === 'INTERNAL_ERROR') throw new Error('unexpected');
		throw new Problem({ code, params: { executed }, signposts: [signposts.home] });
	});
	app.post('/api/test/upload', async (request) => {
		executed += 1;
		const part = await request.file();
		const content = await part?.toBuffer();
		return { executed, size: content?.length };
	});
}

const server = await testApp({
	rooms,
	accounts: [{ username: 'zhang.san' }, { username: 'li.si' }],
	app: { idempotencyPatience: 300 },
});
const { app } = server;
afterAll(() => server.close());

function order(key: string, n = 1, headers: Record<string, string> = {}) {
	return app.inject({
		method: 'POST',
		url: '/api/test/orders',
		payload: { n },
		headers: { 'idempotency-key': key, ...headers },
	});
}

function upload(key: string, content: Buffer, boundary: string) {
	const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`;
	return app.inject({
		method: 'POST',
		url: '/api/test/upload',
		payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
		headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'idempotency-key': key },
	});
}

describe('a key', () => {
	test('executes once and answers the same again, headers included', async () => {
		const key = randomUUID();
		const before = executed;
		const first = await order(key);
		const second = await order(key);
		expect(executed).toBe(before + 1);
		expect(second.statusCode).toBe(201);
		expect(second.body).toBe(first.body);
		expect(second.headers['content-type']).toBe(first.headers['content-type']);
		expect(second.headers.location).toBe('/api/test/orders/1');
		expect(second.headers['idempotency-replayed']).toBe('true');
		expect(first.headers['idempotency-replayed']).toBeUndefined();
	});

	test('is refused with another body, and with another address', async () => {
		const key = randomUUID();
		await order(key, 1);
		const before = executed;
		expect((await order(key, 2)).json()).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
		const elsewhere = await app.inject({
			method: 'POST',
			url: '/api/test/empty',
			headers: { 'idempotency-key': key },
		});
		expect(elsewhere.json().code).toBe('IDEMPOTENCY_KEY_REUSED');
		expect(executed).toBe(before);
	});

	test('belongs to the person who sends it', async () => {
		const key = randomUUID();
		const before = executed;
		const headers = { 'idempotency-key': key };
		const request = { method: 'POST' as const, url: '/api/test/orders', payload: { n: 1 }, headers };
		for (const name of ['zhang.san', 'li.si', 'zhang.san']) await (await server.as(name))(request);
		await app.inject(request);
		expect(executed).toBe(before + 3);
	});
});

describe('a key besides', () => {
	test('works without a body, and may be left out', async () => {
		const before = executed;
		const empty = (headers: Record<string, string>) =>
			app.inject({ method: 'POST', url: '/api/test/empty', headers });
		const key = randomUUID();
		expect((await empty({ 'idempotency-key': key })).json()).toEqual({ executed: before + 1 });
		expect((await empty({ 'idempotency-key': key })).json()).toEqual({ executed: before + 1 });
		expect((await empty({})).json()).toEqual({ executed: before + 2 });
	});

	test.each([['with space'], ['ключ'], ['x'.repeat(256)]])('%s is refused', async (key) => {
		const response = await order(key.startsWith('к') ? Buffer.from(key).toString('latin1') : key);
		expect(response.json()).toMatchObject({ status: 400, code: 'INVALID_IDEMPOTENCY_KEY' });
	});

	test('is free again after a day', async () => {
		const key = randomUUID();
		await order(key, 1);
		await server.db.pool.query(
			`update idempotency set created_at = now() - interval '25 hours' where key = $1`,
			[key],
		);
		expect((await order(key, 2)).statusCode).toBe(201);
		await server.db.pool.query(
			`update idempotency set created_at = now() - interval '25 hours' where key = $1`,
			[key],
		);
		expect(await createIdempotencyStore(server.db.pool).purge()).toBeGreaterThan(0);
		const { rowCount } = await server.db.pool.query('select from idempotency where key = $1', [key]);
		expect(rowCount).toBe(0);
	});
});

describe('refusals and failures', () => {
	test.each([
		['STALE_VERSION', 409, 1],
		['INTERNAL_ERROR', 500, 1],
		['TEMPORARILY_UNAVAILABLE', 503, 2],
	])('%s', async (code, status, times) => {
		const key = randomUUID();
		const before = executed;
		const send = () =>
			app.inject({ method: 'POST', url: `/api/test/fail/${code}`, headers: { 'idempotency-key': key } });
		const first = await send();
		const second = await send();
		expect([first.statusCode, second.statusCode, second.json().code]).toEqual([status, status, code]);
		expect(executed).toBe(before + times);
		expect(second.headers['content-type']).toContain('application/problem+json');
	});
});

describe('two at the same time', () => {
	test('the second waits for the first and gets its answer', async () => {
		const key = randomUUID();
		const before = executed;
		const answers = await Promise.all(Array.from({ length: 8 }, () => order(key)));
		expect(executed).toBe(before + 1);
		expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
		expect(answers.every(({ statusCode }) => statusCode === 201)).toBe(true);
	});

	test('when the first takes too long the second is told to come again, and does not execute', async () => {
		const key = randomUUID();
		const before = executed;
		const { promise, resolve } = Promise.withResolvers<void>();
		gate = promise;
		const first = order(key);
		await expect.poll(() => executed).toBe(before + 1);
		const second = await order(key);
		expect(second.json()).toMatchObject({ status: 409, code: 'IDEMPOTENCY_KEY_IN_USE' });
		expect(second.headers['retry-after']).toBe('5');
		resolve();
		expect((await first).statusCode).toBe(201);
		expect((await order(key)).body).toBe((await first).body);
		expect(executed).toBe(before + 1);
	});
});

describe('uploads', () => {
	const content = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));

	test('the same file under the same key is taken once, whatever boundary the browser draws', async () => {
		const key = randomUUID();
		const before = executed;
		const first = await upload(key, content, '----formdata-one');
		expect(first.json()).toEqual({ executed: before + 1, size: content.length });
		expect((await upload(key, content, '----formdata-another')).body).toBe(first.body);
		expect(executed).toBe(before + 1);
	});

	test('one other byte is another body', async () => {
		const key = randomUUID();
		await upload(key, content, 'b');
		const other = Buffer.from(content);
		other[200_000] = 255;
		expect((await upload(key, other, 'b')).json().code).toBe('IDEMPOTENCY_KEY_REUSED');
	});

	test('over a real connection, in pieces', async () => {
		const address = await app.listen({ host: '127.0.0.1', port: 0 });
		const key = randomUUID();
		const send = async () => {
			const form = new FormData();
			form.append('material', 'plan');
			form.append('file', new Blob([content]), 'a.pdf');
			const headers = { 'idempotency-key': key };
			const response = await fetch(`${address}/api/test/upload`, { method: 'POST', body: form, headers });
			return response.text();
		};
		const before = executed;
		const [one, two] = [await send(), await send()];
		expect(JSON.parse(one)).toEqual({ executed: before + 1, size: content.length });
		expect(two).toBe(one);
	});
});
