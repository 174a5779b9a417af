import type { FastifyInstance } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Db } from '../db/index.ts';
import type { Principal } from '../http/principal.ts';
import { Problem } from '../http/problem.ts';
import { ensureAccounts, findAccounts, type NewAccount } from './accounts.ts';
import { registerAuthRoutes } from './auth.routes.ts';
import { type AuthServer, createAuthServer } from './auth-server.ts';
import { createLockout, type Lockout } from './lockout.ts';
import { createSessions, type PrincipalSource, type Sessions } from './sessions.ts';

/** Accounts and sessions. What an account may do is not known here: a room above says it through `setPrincipalSource`. */
export interface Auth {
	/** better-auth itself. */
	readonly server: AuthServer;
	readonly publicUrl: string;
	/** Name of the identity service that one can also sign in with; null when none is configured. */
	readonly identityService: string | null;
	readonly lockout: Lockout;
	readonly sessions: Sessions;
	/** Sets where roles come from. Until then every account is an `APPLICANT`. */
	setPrincipalSource(source: PrincipalSource): void;
	/** Keeps a user name from being registered by just anybody; asked at each registration. */
	reserveUsernames(isReserved: (username: string) => Promise<boolean>): void;
	/** @throws Problem 409 `USERNAME_TAKEN` for a reserved name */
	checkUsername(username: string): Promise<void>;
	/** User name (small letters) → account id, for those that exist. */
	findAccounts(usernames: string[]): Promise<Map<string, string>>;
	/** Creates what is missing, all with one password; see {@link ensureAccounts}. */
	ensureAccounts(
		accounts: NewAccount[],
		options: { password: string; demo: boolean },
	): Promise<Map<string, string>>;
}

/** Builds sign-in on a migrated database. */
export function createAuth(options: { db: Db; config: Config }): Auth {
	const { db, config } = options;
	const server = createAuthServer(db, config);
	let source: PrincipalSource = async (account) => () => applicant(account, config.jurisdiction);
	let isReserved: (username: string) => Promise<boolean> = async () => false;
	return {
		server,
		publicUrl: config.publicUrl,
		identityService: config.oidc?.name ?? null,
		lockout: createLockout(db),
		sessions: createSessions(server, () => source),
		setPrincipalSource: (next) => {
			source = next;
		},
		reserveUsernames: (next) => {
			isReserved = next;
		},
		async checkUsername(username) {
			if (!(await isReserved(username.toLowerCase()))) return;
			throw new Problem({
				code: 'USERNAME_TAKEN',
				details: [{ path: '/username', code: 'USERNAME_TAKEN' }],
				signposts: [{ code: 'CHOOSE_OTHER_USERNAME' }],
			});
		},
		findAccounts: (usernames) => findAccounts(db, usernames),
		ensureAccounts: (accounts, settings) => ensureAccounts(db, server, accounts, settings),
	};
}

/** The principal of an account that holds no post. */
export function applicant(
	account: { id: string; username: string; name: string },
	jurisdiction: string,
): Principal {
	const { id, username, name } = account;
	return { id, username, name, jurisdiction, roles: ['APPLICANT'], soleItems: [], posts: [] };
}

/** Mounts sign-in, and resolves `request.principal` for every other route under `/api`. */
export function registerAuth(app: FastifyInstance, auth: Auth, clock: Clock): void {
	app.decorateRequest('principal');
	app.decorateRequest('sessionLapsed', false);
	app.addHook('onRequest', async (request, reply) => {
		if (!request.url.startsWith('/api/') || request.url.startsWith('/api/auth/')) return;
		const state = await auth.sessions.resolve(request.headers.cookie);
		request.principal = state.principalAt?.(clock.now());
		request.sessionLapsed = state.lapsed;
		for (const cookie of state.cookies) reply.header('set-cookie', cookie);
	});
	registerAuthRoutes(app, auth);
}
