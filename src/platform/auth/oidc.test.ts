import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/index.ts';
import { type AuthApp, authApp } from './testing.ts';

let database: TestDatabase;
let service: FastifyInstance;
let issuer: string;
let server: AuthApp;
/** What the service puts into its next ID token. */
let nonce: string;
let signWith: KeyObject;

/** A small identity service: discovery, keys, tokens. */
async function startService() {
	const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	signWith = privateKey;
	service = Fastify();
	service.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
		done(null, body),
	);
	service.get('/.well-known/openid-configuration', async () => ({
		issuer,
		authorization_endpoint: `${issuer}/authorize`,
		token_endpoint: `${issuer}/token`,
		jwks_uri: `${issuer}/keys`,
		id_token_signing_alg_values_supported: ['RS256'],
	}));
	service.get('/keys', async () => ({
		keys: [{ ...publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' }],
	}));
	service.post('/token', async () => ({
		access_token: 'access',
		token_type: 'Bearer',
		expires_in: 60,
		id_token: idToken({ sub: 'person-1', name: '李省心', nonce, email: 'someone@province.example' }),
	}));
	issuer = await service.listen({ port: 0, host: '127.0.0.1' });
}

function idToken(claims: object): string {
	const now = Math.floor(Date.now() / 1000);
	const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const head = encode({ alg: 'RS256', kid: '1', typ: 'JWT' });
	const body = encode({ iss: issuer, aud: 'onevisit', iat: now, exp: now + 60, ...claims });
	const signature = createSign('RSA-SHA256').update(`${head}.${body}`).sign(signWith).toString('base64url');
	return `${head}.${body}.${signature}`;
}

beforeAll(async () => {
	database = await testDatabase();
	await startService();
	const oidc = { issuer, clientId: 'onevisit', clientSecret: 'shh', name: '省统一身份认证' };
	server = await authApp(database.db, { config: { oidc } });
});
afterAll(async () => {
	await server.app.close();
	await service.close();
	await database.drop();
});

/** Goes to the service and comes back with its code. */
async function comeBack() {
	const browser = server.browser();
	const begun = await browser.post('/api/auth/sign-in/social', {
		provider: 'oidc',
		callbackURL: '/my/cases',
	});
	expect(begun.statusCode, begun.body).toBe(200);
	const target = new URL(begun.json().url);
	expect(target.origin).toBe(issuer);
	nonce = target.searchParams.get('nonce') ?? '';
	const state = encodeURIComponent(target.searchParams.get('state') ?? '');
	return { browser, back: await browser.get(`/api/auth/callback/oidc?code=1&state=${state}`) };
}

describe('an identity service', () => {
	test('vouches for a person, who comes back signed in as an applicant', async () => {
		const { browser, back } = await comeBack();
		expect(back.statusCode, back.body).toBe(302);
		expect(back.headers.location).toBe('/my/cases');
		expect((await browser.get('/api/me')).json()).toMatchObject({ name: '李省心', roles: ['APPLICANT'] });
	});

	test('leads the same person to the same account', async () => {
		const ids = [];
		for (const { browser } of [await comeBack(), await comeBack()]) {
			ids.push((await browser.get('/api/me')).json().id);
		}
		expect(ids[0]).toBe(ids[1]);
	});

	test('is not believed when another key has signed', async () => {
		const right = signWith;
		signWith = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
		const { browser, back } = await comeBack();
		signWith = right;
		expect(back.headers.location).toMatch(/^\/sign-in\?error=|error=/);
		expect((await browser.get('/api/me')).statusCode).toBe(401);
	});
});
