import type { PermissionQuestion, PermissionRule } from '../../platform/permissions.ts';

/** Who keeps the items, and who answers for that: they see which words fail. */
const READERS = ['CATALOG_KEEPER', 'ORGAN_HEAD', 'SUPERVISOR'];

/** The words that people looked for in vain are read by the bureau alone. */
export function missRules(person: { roles: readonly string[] }): PermissionRule[] {
	return person.roles.some((role) => READERS.includes(role))
		? [{ action: 'read', subject: 'CatalogMisses' }]
		: [];
}

export const READ_MISSES: PermissionQuestion = {
	builder: missRules,
	action: 'read',
	subject: 'CatalogMisses',
	roles: READERS,
};
