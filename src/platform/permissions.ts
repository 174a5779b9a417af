import { createMongoAbility, type MongoAbility, type RawRuleOf, subject as typed } from '@casl/ability';
import type { FastifyRequest } from 'fastify';
import { authProblems } from './auth/auth.problems.ts';
import { type Principal, requirePrincipal, roleSignpost, signInAsOther } from './http/principal.ts';
import { Problem } from './http/problem.ts';

/** One line of a room's permission table. Conditions are plain data, so that the browser reads the same table. */
export type PermissionRule = RawRuleOf<MongoAbility>;

/** A room's permission table: what this person may do there. Pure, the same in server and browser. */
export type PermissionBuilder = (principal: Principal) => PermissionRule[];

/** The rules of all rooms for one person. */
export function permissionsOf(
	principal: Principal,
	builders: readonly PermissionBuilder[],
): PermissionRule[] {
	return builders.flatMap((build) => build(principal));
}

/** An ability from rules; ask it with `ability.can(action, subject)`. */
export function abilityOf(rules: PermissionRule[]): MongoAbility {
	return createMongoAbility(rules);
}

/** What is asked for: a kind of thing, or one thing whose properties the conditions look at. */
export type PermissionSubject = string | { kind: string; properties: Record<string, unknown> };

export interface PermissionQuestion {
	/** The table to ask: of the room that asks. */
	builder: PermissionBuilder;
	action: string;
	subject: PermissionSubject;
	/** Roles that may, for the signposts of the refusal. */
	roles: readonly string[];
}

/**
 * Lets a request pass that the room's table allows.
 * @throws Problem 401 when nobody is signed in; 403 `NOT_PERMITTED` with signposts saying which role may
 */
export function assertCan(request: FastifyRequest, question: PermissionQuestion): Principal {
	const principal = requirePrincipal(request);
	const { builder, action, subject, roles } = question;
	const asked = typeof subject === 'string' ? subject : typed(subject.kind, { ...subject.properties });
	if (abilityOf(builder(principal)).can(action, asked)) return principal;
	throw new Problem({
		code: authProblems.NOT_PERMITTED,
		signposts: [signInAsOther, ...roles.map(roleSignpost)],
	});
}
