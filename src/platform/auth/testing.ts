import Fastify, { type FastifyInstance, type InjectOptions, type LightMyRequestResponse } from 'fastify';
import { type ManualClock, manualClock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Db } from '../db/index.ts';
import { answerProblems } from '../http/errors.ts';
import { checkInput } from '../http/input.ts';
import '../http/platform.problems.ts';
import { requirePrincipal, requireRole } from '../http/principal.ts';
import { type Locales, loadLocales } from '../locales.ts';
import { type Auth, createAuth, registerAuth } from './auth.ts';

/** A configuration for tests of sign-in. */
export function testConfig(changes: Partial<Config> = {}): Config {
	return {
		mode: 'demo',
		port: 0,
		host: '127.0.0.1',
		dataDir: '/nonexistent',
		secret: 'a-secret-for-tests-that-is-long-enough-0123456789',
		publicUrl: 'http://localhost:3000',
		jurisdiction: '370115',
		behindProxy: false,
		...changes,
	};
}

/** A client that keeps its cookies, as a browser does. */
export interface Browser {
	get(url: string): Promise<LightMyRequestResponse>;
	post(url: string, body?: object, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
	put(url: string, body: object): Promise<LightMyRequestResponse>;
	cookies: Map<string, string>;
	/** As somebody at another address. */
	address: string;
}

function browser(app: FastifyInstance): Browser {
	const self: Browser = { cookies: new Map(), address: '127.0.0.1', get, post, put };
	async function send(options: InjectOptions): Promise<LightMyRequestResponse> {
		const cookie = [...self.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const response = await app.inject({
			...options,
			remoteAddress: self.address,
			headers: {
				host: 'localhost:3000',
				'accept-language': 'en',
				...(cookie && { cookie }),
				...options.headers,
			},
		});
		for (const line of [response.headers['set-cookie'] ?? []].flat()) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			if (/max-age=0/i.test(line)) self.cookies.delete(name);
			else self.cookies.set(name, value);
		}
		return response;
	}
	function get(url: string) {
		return send({ method: 'GET', url });
	}
	function post(url: string, payload: object = {}, headers: Record<string, string> = {}) {
		return send({ method: 'POST', url, payload, headers: { origin: 'http://localhost:3000', ...headers } });
	}
	function put(url: string, payload: object) {
		return send({ method: 'PUT', url, payload, headers: { origin: 'http://localhost:3000' } });
	}
	return self;
}

export interface AuthApp {
	app: FastifyInstance;
	auth: Auth;
	config: Config;
	clock: ManualClock;
	locales: Locales;
	browser(): Browser;
}

export interface AuthAppOptions {
	config?: Partial<Config>;
	/** Registers routes of its own before the server is ready. */
	setup?(server: Omit<AuthApp, 'browser'>): void | Promise<void>;
}

/** Sign-in alone, with two routes behind it: `/api/me` for anybody signed in, `/api/desk` for a `CLERK`. */
export async function authApp(db: Db, options: AuthAppOptions = {}): Promise<AuthApp> {
	const app = Fastify();
	const locales = loadLocales();
	app.decorateRequest('language', 'en');
	checkInput(app);
	answerProblems(app, locales);
	const config = testConfig(options.config);
	const auth = createAuth({ db, config });
	const clock = manualClock('2026-09-18');
	registerAuth(app, auth, clock);
	app.get('/api/me', async (request) => requirePrincipal(request));
	app.get('/api/desk', async (request) => requireRole(request, 'CLERK'));
	const server = { app, auth, config, clock, locales };
	await options.setup?.(server);
	await app.ready();
	return { ...server, browser: () => browser(app) };
}
