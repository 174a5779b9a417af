import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

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
	const code = request.sessionLapsed ? 'SESSION_LAPSED' : 'SIGN_IN_REQUIRED';
	throw new Problem({
		status: 401,
		code,
		signposts: [
			{ code: 'SIGN_IN', href: '/sign-in' },
			{ code: 'REGISTER', href: '/register' },
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
		status: 403,
		code: 'ROLE_REQUIRED',
		params: { roles: roles.join(', ') },
		signposts: [
			{ code: 'ASK_ROLE_HOLDER', params: { roles: roles.join(', ') } },
			{ code: 'SIGN_IN_AS_OTHER', href: '/sign-in' },
		],
	});
}
