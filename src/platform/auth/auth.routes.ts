import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { networkOf } from '../http/network.ts';
import { Problem } from '../http/problem.ts';
import { addressOf } from './accounts.ts';
import type { Auth } from './auth.ts';
import { authProblem, unknownRoute } from './auth-failures.ts';
import { ADDRESS_HEADER } from './auth-server.ts';
import { checkPassword } from './password-policy.ts';

const BASE = '/api/auth';

/** Everything of better-auth that is open besides the routes with a schema below. The rest of it answers 404. */
const OPEN = new Set([
	'GET /callback/oidc',
	'POST /callback/oidc',
	'POST /sign-in/social',
	'POST /sign-out',
	'POST /revoke-other-sessions',
	'POST /is-username-available',
	'POST /two-factor/enable',
	'POST /two-factor/disable',
	'POST /two-factor/get-totp-uri',
	'POST /two-factor/generate-backup-codes',
	'POST /two-factor/verify-totp',
	'POST /two-factor/verify-backup-code',
]);

const SignIn = Type.Object(
	{
		username: Type.String({ minLength: 1, maxLength: 100 }),
		password: Type.String({ minLength: 1, maxLength: 500 }),
		rememberMe: Type.Optional(Type.Boolean()),
	},
	{ additionalProperties: false },
);

const SignUp = Type.Object(
	{
		username: Type.String({ minLength: 1, maxLength: 100 }),
		password: Type.String({ minLength: 1, maxLength: 500 }),
		name: Type.String({ minLength: 1, maxLength: 100 }),
		/** Taken because the library's own clients send one, and not kept: we never write to it. */
		email: Type.Optional(Type.String({ maxLength: 320 })),
	},
	{ additionalProperties: false },
);

const ChangePassword = Type.Object(
	{
		currentPassword: Type.String({ minLength: 1, maxLength: 500 }),
		newPassword: Type.String({ minLength: 1, maxLength: 500 }),
	},
	{ additionalProperties: false },
);

const PASSWORD_FAULTS = [
	'PASSWORD_TOO_SHORT',
	'PASSWORD_TOO_LONG',
	'PASSWORD_TOO_COMMON',
	'PASSWORD_CONTAINS_USERNAME',
];

/**
 * Mounts sign-in under `/api/auth`: a few routes with their own schema, the rest handed to better-auth as it is.
 * Every failure is one of our problems.
 */
export function registerAuthRoutes(app: FastifyInstance, auth: Auth): void {
	app.post<{ Body: Static<typeof SignIn> }>(
		`${BASE}/sign-in/username`,
		{
			schema: {
				body: SignIn,
				tags: ['auth'],
				summary: 'Sign in with user name and password',
				'x-problems': ['WRONG_PASSWORD', 'ACCOUNT_LOCKED', 'USERNAME_INVALID'],
			},
		},
		async (request, reply) => {
			const { username } = request.body;
			await auth.lockout.attempt(username, networkOf(request.ip));
			const response = await ask(auth, request, '/sign-in/username', request.body);
			if (response.ok) await auth.lockout.clear(username, networkOf(request.ip));
			return answer(auth, reply, response);
		},
	);

	app.post<{ Body: Static<typeof SignUp> }>(
		`${BASE}/sign-up/email`,
		{
			schema: {
				body: SignUp,
				tags: ['auth'],
				summary: 'Register as an applicant',
				'x-problems': ['USERNAME_TAKEN', 'USERNAME_INVALID', 'NAME_INVALID', ...PASSWORD_FAULTS],
			},
		},
		async (request, reply) => {
			const { username, password } = request.body;
			const name = request.body.name.trim();
			if (name === '') throw nameInvalid();
			checkPassword(password, username);
			await auth.checkUsername(username);
			const body = { username, password, name, email: addressOf(username) };
			return answer(auth, reply, await ask(auth, request, '/sign-up/email', body));
		},
	);

	app.post<{ Body: Static<typeof ChangePassword> }>(
		`${BASE}/change-password`,
		{
			schema: {
				body: ChangePassword,
				tags: ['auth'],
				summary: 'Change the own password',
				'x-problems': ['WRONG_PASSWORD', 'SESSION_LAPSED', 'ACCOUNT_LOCKED', ...PASSWORD_FAULTS],
			},
		},
		async (request, reply) => {
			const { account } = await auth.sessions.resolve(request.headers.cookie);
			if (account) await auth.lockout.attempt(account.username || account.id, networkOf(request.ip));
			checkPassword(request.body.newPassword, account?.username ?? '');
			const body = { ...request.body, revokeOtherSessions: true };
			const response = await ask(auth, request, '/change-password', body);
			if (response.ok && account)
				await auth.lockout.clear(account.username || account.id, networkOf(request.ip));
			return answer(auth, reply, response);
		},
	);

	app.route({
		method: ['GET', 'POST'],
		url: `${BASE}/*`,
		schema: { hide: true },
		handler: async (request, reply) => {
			const path = request.url.slice(BASE.length).split('?', 1)[0] ?? '';
			if (!OPEN.has(`${request.method} ${path}`)) throw unknownRoute();
			return answer(auth, reply, await ask(auth, request, path, request.body));
		},
	});
}

/** Hands a request to better-auth. */
function ask(auth: Auth, request: FastifyRequest, path: string, body: unknown): Promise<Response> {
	const url = new URL(request.url, auth.publicUrl);
	url.pathname = BASE + path;
	const headers = new Headers();
	for (const [name, value] of Object.entries(request.headers)) {
		if (typeof value === 'string' && name !== 'content-length') headers.set(name, value);
	}
	headers.set(ADDRESS_HEADER, request.ip);
	// The frame has refused foreign pages; a request without an origin is no page, and the library would refuse it.
	if (!headers.has('origin')) headers.set('origin', auth.publicUrl);
	if (request.method === 'GET') return auth.server.handler(new Request(url, { headers }));
	headers.set('content-type', 'application/json');
	return auth.server.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(body ?? {}) }));
}

/** Passes its answer on, cookies included; refusals become problems. */
async function answer(auth: Auth, reply: FastifyReply, response: Response) {
	if (reply.request.method !== 'GET') auth.sessions.forget();
	for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
	const text = await response.text();
	if (response.status >= 400) throw authProblem(response.status, text);
	const location = response.headers.get('location');
	if (location) reply.header('location', location);
	reply.header('cache-control', 'no-store');
	return reply.code(response.status).type('application/json').send(withoutToken(text));
}

/** The session is in a cookie that scripts cannot read; the library's answers would show it to them again. */
function withoutToken(text: string): string {
	const body: unknown = JSON.parse(text === '' ? '{}' : text);
	if (typeof body === 'object' && body !== null && 'token' in body) delete body.token;
	return JSON.stringify(body);
}

function nameInvalid(): Problem {
	return new Problem({
		code: 'NAME_INVALID',
		details: [{ path: '/name', code: 'NAME_INVALID' }],
		signposts: [{ code: 'GIVE_NAME' }],
	});
}
