import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { afterAll, expect, test } from 'vitest';
import { testApp } from '../testing/app.ts';

const Company = Type.Object({ name: Type.String({ maxLength: 5 }) }, { additionalProperties: false });
const Body = Type.Object({
	phone: Type.Optional(Type.Union([Type.String({ maxLength: 5 }), Type.Null()])),
	company: Type.Optional(Type.Union([Company, Type.Null()])),
	size: Type.Optional(Type.Union([Type.String(), Type.Integer()])),
});

function rooms(app: FastifyInstance): void {
	app.post('/api/test/people', { schema: { body: Body } }, async () => ({ ok: true }));
	app.get(
		'/api/test/people',
		{
			schema: {
				querystring: Type.Object({
					limit: Type.Optional(Type.Integer()),
					day: Type.Optional(Type.String({ format: 'date' })),
				}),
			},
		},
		async (request) => ({ language: request.language }),
	);
}

const { app, close } = await testApp({ rooms });
afterAll(close);

test.each([
	[{ phone: true }, '/phone', 'TYPE_STRING', 'must be text'],
	[{ phone: 'x'.repeat(6) }, '/phone', 'TOO_LONG', 'must have at most 5 characters'],
	[{ company: 'x' }, '/company', 'TYPE_OBJECT', 'must be an object'],
	[{ company: { name: 1 } }, '/company/name', 'TYPE_STRING', 'must be text'],
	[{ size: true }, '/size', 'INVALID', 'is not right'],
])('%j is told in words', async (payload, path, code, text) => {
	const response = await app.inject({ method: 'POST', url: '/api/test/people?lang=en', payload });
	expect(response.json().errors).toEqual([{ path, code, text }]);
});

test('a language may be asked for wherever there is a query', async () => {
	const response = await app.inject('/api/test/people?limit=1&lang=en');
	expect(response.json()).toEqual({ language: 'en' });
	expect((await app.inject('/api/test/people?limit=1&odd=en')).statusCode).toBe(400);
});

test.each([
	['0000-01-01', 400],
	['2026-02-29', 400],
	['0001-01-01', 200],
	['9999-12-31', 200],
])('%s as a day: %d, since the database knows no year 0', async (day, status) => {
	expect((await app.inject(`/api/test/people?day=${day}`)).statusCode).toBe(status);
});
