import type { PermissionQuestion, PermissionRule } from '../../platform/permissions.ts';

/** 事项管理岗: keeps the items. A post of the bureau, not a role of the law. */
export const KEEPER = 'CATALOG_KEEPER';
/** Approves beside the keepers, and ends drafts that block an item. */
export const HEAD = 'ORGAN_HEAD';
/** Who sees which words find nothing: whoever keeps the items, and whoever answers for that. */
const MISS_READERS: readonly string[] = [KEEPER, HEAD, 'SUPERVISOR'];

/** What the table needs of a person; the browser has it from `/api/session`. */
interface Person {
	id: string;
	roles: readonly string[];
}

/**
 * The room's one table. Subjects: `CatalogChange`, with its `author`, `CatalogVersion` and `CatalogMisses`. Actions: `read`, `start`,
 * `edit` (and propose, and take a proposal back), `approve` (publish or return), `discard`, `withdraw`.
 */
export function catalogRules(person: Person): PermissionRule[] {
	const isKeeper = person.roles.includes(KEEPER);
	const isHead = person.roles.includes(HEAD);
	const misses: PermissionRule[] = person.roles.some((role) => MISS_READERS.includes(role))
		? [{ action: 'read', subject: 'CatalogMisses' }]
		: [];
	if (!isKeeper && !isHead) return misses;
	const own = { author: person.id };
	const rules: PermissionRule[] = [
		...misses,
		{ action: ['read', 'approve'], subject: 'CatalogChange' },
		{ action: ['read', 'withdraw'], subject: 'CatalogVersion' },
		// Four eyes: nobody approves what they wrote.
		{ action: 'approve', subject: 'CatalogChange', conditions: own, inverted: true },
	];
	if (isHead) rules.push({ action: 'discard', subject: 'CatalogChange' });
	if (isKeeper)
		rules.push(
			{ action: 'start', subject: 'CatalogChange' },
			{ action: ['edit', 'discard'], subject: 'CatalogChange', conditions: own },
		);
	return rules;
}

const question = (action: string, subject: string, roles: readonly string[]): PermissionQuestion => ({
	builder: catalogRules,
	action,
	subject,
	roles,
});

/** May do it with some change; whose, the rules of changes say. */
export const READ = question('read', 'CatalogChange', [KEEPER, HEAD]);
export const START = question('start', 'CatalogChange', [KEEPER]);
export const EDIT = question('edit', 'CatalogChange', [KEEPER]);
export const APPROVE = question('approve', 'CatalogChange', [KEEPER, HEAD]);
export const DISCARD = question('discard', 'CatalogChange', [KEEPER, HEAD]);
export const WITHDRAW = question('withdraw', 'CatalogVersion', [KEEPER, HEAD]);
export const READ_MISSES = question('read', 'CatalogMisses', MISS_READERS);
