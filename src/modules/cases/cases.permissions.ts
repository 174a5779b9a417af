import { ROLES, type Role, rolesFor } from '../../law/index.ts';
import type { PermissionQuestion, PermissionRule } from '../../platform/permissions.ts';
import { CASE_COMMANDS, type CaseCommand } from './command.schema.ts';

/** What the table needs of a person; the browser has it from `/api/session`. */
export interface Person {
	id: string;
	roles: readonly string[];
	soleItems: readonly string[];
}

/** Roles that work on cases and so see them; the last two of them do not need the personal data. */
const HANDLERS: readonly Role[] = ['CLERK', 'REVIEWER', 'APPROVER'];
const OVERSEERS: readonly Role[] = ['ORGAN_HEAD', 'GOVERNMENT_HEAD', 'SUPERVISOR'];
/** Roles that read the bureau's figures; the last keeps the catalogue and sees no cases. */
const COUNTERS: readonly string[] = [...OVERSEERS, 'CATALOG_KEEPER'];
/** Roles that may take in an application for somebody at the window. */
const WINDOW_ROLES: readonly Role[] = ['CLERK', 'SOLE_APPROVER'];

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);

/**
 * The room's one table: routes and screens read the same lines. Actions are `read`, `readPersonal`, `apply`,
 * `applyFor` (at the window), `count` (the figures) and every command of the law; the subject is `Case`, with `applicant` and `itemCode`.
 */
export function caseRules(person: Person): PermissionRule[] {
	const own = { applicant: person.id };
	const listed = { itemCode: { $in: [...person.soleItems] } };
	const rules: PermissionRule[] = [
		{ action: 'apply', subject: 'Case' },
		{ action: ['read', 'readPersonal', ...commandsOf('APPLICANT')], subject: 'Case', conditions: own },
	];
	if (person.roles.some((role) => COUNTERS.includes(role))) rules.push({ action: 'count', subject: 'Case' });
	for (const role of person.roles.filter(isRole)) {
		if (role === 'APPLICANT') continue;
		const alone = role === 'SOLE_APPROVER';
		const actions = [
			...(HANDLERS.includes(role) || alone ? ['read', 'readPersonal'] : []),
			...(OVERSEERS.includes(role) ? ['read'] : []),
			...commandsOf(role),
		];
		rules.push({ action: actions, subject: 'Case', ...(alone && { conditions: listed }) });
		if (WINDOW_ROLES.includes(role)) rules.push({ action: 'applyFor', subject: 'Case' });
	}
	// Nobody handles an application of their own (Art. 5: fair, impartial).
	const handling = CASE_COMMANDS.filter((command) => !rolesFor(command).includes('APPLICANT'));
	return [...rules, { action: handling, subject: 'Case', conditions: own, inverted: true }];
}

function commandsOf(role: Role): CaseCommand['type'][] {
	return CASE_COMMANDS.filter((command) => rolesFor(command).includes(role));
}

/** Whether a person belongs to the bureau at all. */
export function isStaff(person: Person): boolean {
	return person.roles.some((role) => isRole(role) && role !== 'APPLICANT');
}

/** To apply for oneself, and to see to what one is writing. */
export const APPLY: PermissionQuestion = {
	builder: caseRules,
	action: 'apply',
	subject: 'Case',
	roles: ['APPLICANT'],
};

/** To take in an application for somebody at the window. */
export const APPLY_FOR: PermissionQuestion = {
	builder: caseRules,
	action: 'applyFor',
	subject: 'Case',
	roles: WINDOW_ROLES,
};

/** To read the bureau's figures. */
export const COUNT: PermissionQuestion = {
	builder: caseRules,
	action: 'count',
	subject: 'Case',
	roles: COUNTERS,
};
