import type { Principal } from '../http/principal.ts';
import type { AuthServer } from './auth-server.ts';

/** An account, as sign-in knows it: nothing about what it may do. */
export interface Account {
	id: string;
	/** Empty for accounts that come from an identity service. */
	username: string;
	name: string;
	demo: boolean;
}

/**
 * Turns an account into a principal. In two steps, so that what is read from the database may be kept for
 * a moment, while the day, on which roles begin and end, is looked at in each request.
 */
export type PrincipalSource = (account: Account) => Promise<(now: Date) => Principal>;

/** What a cookie stands for. `lapsed`: a session cookie came along, but there is no such session (any more). */
export interface SessionState {
	account?: Account;
	principalAt?: (now: Date) => Principal;
	lapsed: boolean;
	/** `Set-Cookie` values of a session that was prolonged. */
	cookies: string[];
}

export interface Sessions {
	/** Resolves the cookies of a request. */
	resolve(cookieHeader: string | undefined): Promise<SessionState>;
	/** Drops everything that is kept: after a sign-out, a changed password, a changed role. */
	forget(): void;
}

/** How long an answer of the database may be kept. Another process may go on for this long after a sign-out. */
const KEPT_MS = 3_000;
/** Enough for everybody who is busy at one time; beyond it the store starts afresh rather than grow. */
const KEPT_MAX = 2_000;

const NOBODY: SessionState = { lapsed: false, cookies: [] };

interface Kept {
	state: SessionState;
	until: number;
}

/** Resolves sessions, keeping each answer for a moment: a page asks ten things at once. */
export function createSessions(server: AuthServer, source: () => PrincipalSource): Sessions {
	let kept = new Map<string, Kept>();

	async function load(cookie: string): Promise<{ state: SessionState; expires: number }> {
		const { response, headers } = await server.api.getSession({
			headers: new Headers({ cookie }),
			returnHeaders: true,
		});
		if (!response) return { state: { lapsed: true, cookies: [] }, expires: Number.POSITIVE_INFINITY };
		const { user, session } = response;
		const account: Account = {
			id: user.id,
			username: user.username ?? '',
			name: user.name,
			demo: user.demo === true,
		};
		const principalAt = await source()(account);
		return {
			state: { account, principalAt, lapsed: false, cookies: headers.getSetCookie() },
			expires: session.expiresAt.getTime(),
		};
	}

	return {
		async resolve(cookieHeader) {
			if (!cookieHeader?.includes('onevisit.session_token=')) return NOBODY;
			const known = kept.get(cookieHeader);
			if (known && known.until > Date.now()) return known.state;
			// Whoever calls forget() while we read must not find our older answer in the new store.
			const store = kept;
			const { state, expires } = await load(cookieHeader);
			if (store.size >= KEPT_MAX) store.clear();
			store.set(cookieHeader, {
				state: { ...state, cookies: [] },
				until: Math.min(Date.now() + KEPT_MS, expires),
			});
			return state;
		},
		forget() {
			kept = new Map();
		},
	};
}
