import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { api, onSessionLapsed } from './client.ts';
import { ApiProblem, UNREACHABLE } from './problem.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let answer: Answer;
let keys: (string | undefined)[];

const json = (status: number, body: unknown): Answer => {
	return (_, response) => {
		response.writeHead(status, { 'content-type': 'application/json' });
		response.end(JSON.stringify(body));
	};
};

beforeEach(async () => {
	keys = [];
	server = createServer((request, response) => {
		keys.push(request.headers['idempotency-key']?.toString());
		answer(request, response);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const address = server.address();
	const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
	const real = globalThis.fetch;
	// Pages ask by path; Node wants the whole address.
	vi.stubGlobal('fetch', (path: string, init: RequestInit) => real(base + path, init));
});

afterEach(async () => {
	vi.unstubAllGlobals();
	server.closeAllConnections();
	await new Promise((closed) => server.close(closed));
});

const failure = (promise: Promise<unknown>): Promise<ApiProblem> =>
	promise.then(
		() => expect.fail('should have been refused'),
		(error: unknown) => (error instanceof ApiProblem ? error : expect.fail(`not a problem: ${error}`)),
	);

test('sends the same key again while no answer came, and a new one afterwards', async () => {
	answer = (request) => request.socket.destroy();
	expect(await failure(api.post('/api/drafts', { itemCode: 'a' }))).toMatchObject({
		code: UNREACHABLE,
		status: 0,
	});
	answer = json(201, { id: 1 });
	expect(await api.post('/api/drafts', { itemCode: 'a' })).toEqual({ id: 1 });
	await api.post('/api/drafts', { itemCode: 'a' });
	const [lost, again, later] = keys;
	expect(lost).toMatch(/^[0-9a-f-]{36}$/);
	expect(again).toBe(lost);
	expect(later).not.toBe(lost);
});

test('another body has another key', async () => {
	answer = (request) => request.socket.destroy();
	await failure(api.post('/api/drafts', { itemCode: 'a' }));
	await failure(api.post('/api/drafts', { itemCode: 'b' }));
	expect(keys[0]).not.toBe(keys[1]);
});

test('a gateway that fails is no answer either', async () => {
	answer = json(503, {});
	await failure(api.post('/api/x', {}));
	await failure(api.post('/api/x', {}));
	expect(keys[0]).toBe(keys[1]);
});

test('reading needs no key', async () => {
	answer = json(200, []);
	await api.get('/api/drafts', { q: '', limit: 5 });
	expect(keys).toEqual([undefined]);
});

test('tells when the session has ended, but not when a password was wrong', async () => {
	const lapsed = vi.fn();
	const stop = onSessionLapsed(lapsed);
	answer = json(401, { code: 'NOT_SIGNED_IN', title: '请登录', signposts: [{ text: '登录' }] });
	await failure(api.post('/api/auth/sign-in/username', {}));
	expect(lapsed).not.toHaveBeenCalled();
	expect(await failure(api.get('/api/drafts'))).toMatchObject({ code: 'NOT_SIGNED_IN' });
	expect(lapsed).toHaveBeenCalledOnce();
	stop();
});

test('an empty answer is null', async () => {
	answer = (_, response) => response.writeHead(204).end();
	expect(await api.delete('/api/drafts/1')).toBeNull();
});
