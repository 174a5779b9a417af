import type { FastifyRequest } from 'fastify';
import { authProblems } from '../auth/auth.problems.ts';
import { Problem, type SignpostRef } from './problem.ts';

/** A post that somebody holds: where, and as what. */
export interface Post {
	/** Code of the department. */
	department: string;
	/** Code of the post. */
	post: string;
	/** Code of the window, for posts at a counter. */
	window?: string;
	/** What the post allows. */
	role: string;
}

/** Who is asking: an account, and the roles that it holds today. */
export interface Principal {
	/** Account id. */
	readonly id: string;
	readonly username: string;
	readonly name: string;
	/** GB/T 2260 code of the district. */
	readonly jurisdiction: string;
	/** Roles held today. An account outside the organisation has exactly `APPLICANT`. */
	readonly roles: readonly string[];
	/** Codes of the items that this person may handle alone. */
	readonly soleItems: readonly string[];
	readonly posts: readonly Post[];
}

declare module 'fastify' {
	interface FastifyRequest {
		/** Resolved once per request from the session cookie; undefined when nobody is signed in. */
		principal?: Principal | undefined;
		/** True when a session cookie came along that is no longer valid. */
		sessionLapsed?: boolean;
	}
}

/**
 * The person behind the request.
 * @throws Problem 401 `SESSION_LAPSED` or `SIGN_IN_REQUIRED`, both with the way to sign-in
 */
export function requirePrincipal(request: FastifyRequest): Principal {
	if (request.principal) return request.principal;
	throw new Problem({
		code: request.sessionLapsed ? authProblems.SESSION_LAPSED : authProblems.SIGN_IN_REQUIRED,
		signposts: [
			{ code: 'auth.SIGN_IN', action: 'SIGN_IN', href: '/sign-in' },
			{ code: 'auth.REGISTER', action: 'OPEN', href: '/register' },
		],
	});
}

/**
 * The person behind the request, if one of the roles is theirs today.
 * @throws Problem 401 as {@link requirePrincipal}; 403 `ROLE_REQUIRED` naming the roles that may
 */
export function requireRole(request: FastifyRequest, ...roles: [string, ...string[]]): Principal {
	const principal = requirePrincipal(request);
	if (roles.some((role) => principal.roles.includes(role))) return principal;
	throw new Problem({
		code: authProblems.ROLE_REQUIRED,
		signposts: [signInAsOther, ...roles.map(roleSignpost)],
	});
}

/** Who may do it. The words are those of the room that knows the organisation: `organisation.signposts.ROLE_<role>`. */
export function roleSignpost(role: string): SignpostRef {
	return { code: `organisation.ROLE_${role}`, action: 'ASK' };
}

export const signInAsOther: SignpostRef = {
	code: 'auth.SIGN_IN_AS_OTHER',
	action: 'SIGN_IN',
	href: '/sign-in',
};
