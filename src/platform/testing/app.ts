import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { NewAccount } from '../auth/accounts.ts';
import { type ManualClock, manualClock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Db } from '../db/index.ts';
import { type AppOptions, buildApp } from '../http/app.ts';
import { closePlatform, openPlatform, type Platform } from '../platform.ts';
import { testDatabase } from './database.ts';

/** Password of every account that a test makes. */
const PASSWORD = 'a password for tests 0123';

export interface TestAppOptions {
	/** Registers rooms: the harness stands below them and knows none. */
	rooms?: (app: FastifyInstance, platform: Platform) => Promise<void> | void;
	/** First instant of the clock; default 2026-09-18, nine in the morning in China. */
	now?: string;
	config?: Partial<Config>;
	app?: AppOptions;
	/** Accounts to create with the password of tests. Demo accounts come from the rooms. */
	accounts?: { username: string; name?: string }[];
}

export interface TestApp {
	app: FastifyInstance;
	platform: Platform;
	db: Db;
	/** Address of the owner, who sees everything. */
	ownerUrl: string;
	clock: ManualClock;
	/** Signs in through better-auth and answers requests with that session's cookie. */
	as(
		username: string,
		password?: string,
	): Promise<(request: InjectOptions) => Promise<LightMyRequestResponse>>;
	close(): Promise<void>;
}

/** The whole server on a database of its own, with a clock in the test's hand, without a port. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
	const database = await testDatabase();
	const dataDir = await mkdtemp(join(tmpdir(), 'onevisit-app-'));
	const clock = manualClock(options.now ?? '2026-09-18');
	const config: Config = {
		mode: 'demo',
		port: 0,
		host: '127.0.0.1',
		dataDir,
		secret: 'a secret for tests, long enough for sign-in 0123456789',
		publicUrl: 'http://localhost:3000',
		jurisdiction: '370115',
		behindProxy: false,
		...options.config,
	};
	const platform = await openPlatform({ config, db: database.db, clock, onError: fail });
	const app = await buildApp(platform, { logLevel: 'silent', ...options.app });
	await options.rooms?.(app, platform);
	await app.ready();
	await platform.auth.ensureAccounts((options.accounts ?? []).map(toAccount), {
		password: PASSWORD,
		demo: false,
	});
	const cookies = new Map<string, string>();
	return {
		app,
		platform,
		db: database.db,
		ownerUrl: database.ownerUrl,
		clock,
		async as(username, password = PASSWORD) {
			const cookie = cookies.get(username) ?? (await signIn(app, username, password));
			cookies.set(username, cookie);
			return (request) => app.inject({ ...request, headers: { ...request.headers, cookie } });
		},
		async close() {
			await app.close();
			await closePlatform(platform);
			await database.drop();
			await rm(dataDir, { recursive: true, force: true });
		},
	};
}

function toAccount({ username, name = username }: { username: string; name?: string }): NewAccount {
	return { username, name };
}

async function signIn(app: FastifyInstance, username: string, password: string): Promise<string> {
	const response = await app.inject({
		method: 'POST',
		url: '/api/auth/sign-in/username',
		payload: { username, password },
	});
	if (response.statusCode !== 200) throw new Error(`${username} cannot sign in: ${response.body}`);
	return response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

/** A failure apart from a request must not pass unseen. */
function fail(error: unknown): void {
	queueMicrotask(() => {
		throw error;
	});
}
