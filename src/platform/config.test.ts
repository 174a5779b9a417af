import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const PRODUCTION = {
	ONEVISIT_MODE: 'production',
	ONEVISIT_SECRET: 'x'.repeat(32),
	ONEVISIT_URL: 'https://approval.example.gov.cn/',
	DATABASE_URL: 'postgres://app:secret@db:5432/onevisit',
};

/** Names of the variables that are refused. */
function refused(env: NodeJS.ProcessEnv): string[] {
	try {
		readConfig(env);
		return [];
	} catch (error) {
		if (error instanceof ConfigError) return error.faults.map((fault) => fault.variable);
		throw error;
	}
}

test('nothing given is a demo on port 3000 in the district of the examples', () => {
	expect(readConfig({})).toMatchObject({
		mode: 'demo',
		port: 3000,
		host: '127.0.0.1',
		publicUrl: 'http://localhost:3000',
		jurisdiction: '370115',
		behindProxy: false,
	});
	expect(readConfig({}).databaseUrl).toBeUndefined();
});

test('an empty variable counts as left out', () => {
	expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(readConfig({}));
});

test('tells every fault at once', () => {
	expect(
		refused({
			ONEVISIT_MODE: 'prod',
			PORT: '99999',
			ONEVISIT_NOW: '2026-02-30',
			ONEVISIT_JURISDICTION: '37',
			DATABASE_URL: 'mysql://x',
		}),
	).toEqual(['ONEVISIT_MODE', 'PORT', 'ONEVISIT_JURISDICTION', 'ONEVISIT_NOW', 'DATABASE_URL']);
	expect(refused({ ONEVISIT_MODE: 'production' })).toEqual([
		'ONEVISIT_SECRET',
		'DATABASE_URL',
		'ONEVISIT_URL',
	]);
});

test.each(['2026-09-18', '2026-09-18T09:00:00+08:00', '2026-09-18T01:00:00.000Z', '2024-02-29'])(
	'takes %s for ONEVISIT_NOW',
	(now) => {
		expect(readConfig({ ONEVISIT_NOW: now }).now).toBe(now);
	},
);

test.each(['2026-09-18T09:00:00', '2026-02-29', '2026-13-01', 'tomorrow', '2026-9-1'])(
	'refuses %s for ONEVISIT_NOW',
	(now) => {
		expect(refused({ ONEVISIT_NOW: now })).toEqual(['ONEVISIT_NOW']);
	},
);

test('production stands with a secret, an own database and https', () => {
	expect(readConfig(PRODUCTION)).toMatchObject({
		mode: 'production',
		publicUrl: 'https://approval.example.gov.cn',
	});
});

test.each([
	['a short secret', { ONEVISIT_SECRET: 'short' }, 'ONEVISIT_SECRET'],
	['no secret', { ONEVISIT_SECRET: undefined }, 'ONEVISIT_SECRET'],
	[
		'a secret copied from an example',
		{ ONEVISIT_SECRET: 'change-me-change-me-change-me-change-me' },
		'ONEVISIT_SECRET',
	],
	['no database of its own', { DATABASE_URL: undefined }, 'DATABASE_URL'],
	['http', { ONEVISIT_URL: 'http://approval.example.gov.cn' }, 'ONEVISIT_URL'],
	[
		'http behind a proxy, but not on loopback',
		{ ONEVISIT_URL: 'http://approval.example.gov.cn', ONEVISIT_BEHIND_PROXY: '1' },
		'ONEVISIT_URL',
	],
	['http on loopback without saying so', { ONEVISIT_URL: 'http://localhost:3000' }, 'ONEVISIT_URL'],
	['a clock that can be moved', { ONEVISIT_NOW: '2026-09-18' }, 'ONEVISIT_NOW'],
])('production refuses %s', (_what, change, variable) => {
	expect(refused({ ...PRODUCTION, ...change })).toEqual([variable]);
});

test('production takes http on loopback when that is said explicitly', () => {
	expect(
		refused({ ...PRODUCTION, ONEVISIT_URL: 'http://localhost:3000', ONEVISIT_BEHIND_PROXY: '1' }),
	).toEqual([]);
});

test('a password in an address stays out of the message', () => {
	expect(() => readConfig({ DATABASE_URL: 'mysql://app:hunter2@db/x' })).toThrow(/^(?!.*hunter2)/s);
});

test('an owner without a database is refused', () => {
	expect(refused({ DATABASE_OWNER_URL: 'postgres://o:p@db/x' })).toEqual(['DATABASE_OWNER_URL']);
});

test('an identity service is optional, and bears the name of its host unless given one', () => {
	const env = {
		ONEVISIT_OIDC_ISSUER: 'https://id.example',
		ONEVISIT_OIDC_CLIENT_ID: 'x',
		ONEVISIT_OIDC_CLIENT_SECRET: 's',
	};
	expect(readConfig({}).oidc).toBeUndefined();
	expect(readConfig(env).oidc).toMatchObject({ issuer: 'https://id.example', name: 'id.example' });
	expect(readConfig({ ...env, ONEVISIT_OIDC_NAME: '省统一身份认证' }).oidc?.name).toBe('省统一身份认证');
});

test('an identity service must be whole, and says what is missing', () => {
	expect(refused({ ONEVISIT_OIDC_ISSUER: 'id.example', ONEVISIT_OIDC_CLIENT_ID: 'x' })).toEqual([
		'ONEVISIT_OIDC_ISSUER',
		'ONEVISIT_OIDC_CLIENT_SECRET',
	]);
});
