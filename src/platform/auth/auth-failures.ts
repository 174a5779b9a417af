import { Problem, type ProblemInit, type SignpostRef } from '../http/problem.ts';
import { PASSWORD_MAX, PASSWORD_MIN } from './password-policy.ts';

type Failure = Pick<ProblemInit, 'code' | 'params' | 'details' | 'signposts'>;

const SIGN_IN: SignpostRef = { code: 'SIGN_IN', action: 'SIGN_IN', href: '/sign-in' };
const username = (code: string, signpost: SignpostRef): Failure => ({
	code,
	details: [{ path: '/username', code }],
	signposts: [signpost],
});
const password = (code: string): Failure => ({
	code,
	params: { min: PASSWORD_MIN, max: PASSWORD_MAX },
	details: [{ path: '/password', code, params: { min: PASSWORD_MIN, max: PASSWORD_MAX } }],
	signposts: [{ code: 'CHOOSE_PASSWORD', params: { min: PASSWORD_MIN } }],
});

const wrongPassword: Failure = {
	code: 'WRONG_PASSWORD',
	signposts: [
		{ code: 'CHECK_AND_RETRY' },
		{ code: 'RESET_AT_WINDOW' },
		{ code: 'REGISTER', href: '/register' },
	],
};
const usernameInvalid = username('USERNAME_INVALID', { code: 'CHOOSE_USERNAME' });
const usernameTaken = username('USERNAME_TAKEN', { code: 'CHOOSE_OTHER_USERNAME' });
const wrongCode: Failure = {
	code: 'SECOND_FACTOR_WRONG',
	signposts: [{ code: 'WAIT_FOR_NEXT_CODE' }, { code: 'USE_BACKUP_CODE' }],
};
const secondFactorSetup: Failure = {
	code: 'SECOND_FACTOR_SETUP',
	signposts: [{ code: 'SET_UP_SECOND_FACTOR', href: '/profile' }],
};
const lapsed: Failure = { code: 'SESSION_LAPSED', signposts: [SIGN_IN] };

/** What better-auth calls a failure → what we answer. Whatever is not here becomes `AUTH_REJECTED`. */
const FAILURES: Record<string, Failure> = {
	INVALID_USERNAME_OR_PASSWORD: wrongPassword,
	INVALID_EMAIL_OR_PASSWORD: wrongPassword,
	INVALID_PASSWORD: wrongPassword,
	CREDENTIAL_ACCOUNT_NOT_FOUND: wrongPassword,
	INVALID_USERNAME: usernameInvalid,
	USERNAME_TOO_SHORT: usernameInvalid,
	USERNAME_TOO_LONG: usernameInvalid,
	USERNAME_IS_ALREADY_TAKEN: usernameTaken,
	USER_ALREADY_EXISTS: usernameTaken,
	USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: usernameTaken,
	PASSWORD_TOO_SHORT: password('PASSWORD_TOO_SHORT'),
	PASSWORD_TOO_LONG: password('PASSWORD_TOO_LONG'),
	INVALID_CODE: wrongCode,
	INVALID_BACKUP_CODE: wrongCode,
	TOTP_NOT_ENABLED: secondFactorSetup,
	TOTP_ALREADY_ENABLED: secondFactorSetup,
	TWO_FACTOR_NOT_ENABLED: secondFactorSetup,
	BACKUP_CODES_NOT_ENABLED: secondFactorSetup,
	INVALID_TWO_FACTOR_COOKIE: { code: 'SECOND_FACTOR_LAPSED', signposts: [SIGN_IN] },
	TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: { code: 'SECOND_FACTOR_LAPSED', signposts: [SIGN_IN] },
	ACCOUNT_TEMPORARILY_LOCKED: {
		code: 'ACCOUNT_LOCKED',
		params: { minutes: 15 },
		signposts: [{ code: 'WAIT_AND_TRY', params: { minutes: 15 } }, { code: 'RESET_AT_WINDOW' }],
	},
	UNAUTHORIZED: lapsed,
	SESSION_EXPIRED: lapsed,
	FAILED_TO_GET_SESSION: lapsed,
	SESSION_NOT_FRESH: { code: 'SESSION_NOT_FRESH', signposts: [SIGN_IN] },
};

/**
 * Puts a refusal of better-auth into our own form.
 * @param status its HTTP status
 * @param body its body as text
 */
export function authProblem(status: number, body: string): Problem {
	const reason = reasonOf(body);
	const known = FAILURES[reason];
	if (known) return new Problem(known);
	if (status === 401) return new Problem(lapsed);
	if (status === 404) return unknownRoute();
	return new Problem({
		code: 'AUTH_REJECTED',
		status: status >= 500 ? 503 : status,
		params: { reason },
		signposts: [{ code: 'CHECK_AND_RETRY' }, SIGN_IN],
		cause: new Error(`better-auth ${status}: ${body.slice(0, 500)}`),
	});
}

/** No such door: sign-in has few, and they are listed in the API document. */
export function unknownRoute(): Problem {
	return new Problem({
		code: 'AUTH_ROUTE_UNKNOWN',
		signposts: [SIGN_IN, { code: 'READ_API', href: '/api/docs' }],
	});
}

function reasonOf(body: string): string {
	try {
		const parsed: unknown = JSON.parse(body);
		if (typeof parsed === 'object' && parsed !== null && 'code' in parsed) return String(parsed.code);
	} catch {
		return 'UNREADABLE';
	}
	return 'UNNAMED';
}
