import { createMongoAbility, type MongoAbility, type RawRuleOf } from '@casl/ability';
import type { SessionPrincipal } from '../../../../web/api/session.ts';

/** The places of the desk, in the order of the navigation. */
export const PLACES = ['todo', 'all', 'window', 'sole', 'catalogue', 'counting'] as const;
export type Place = (typeof PLACES)[number];

export const PLACE_PATHS: Record<Place, string> = {
	todo: '/desk',
	all: '/desk/all',
	window: '/desk/window',
	sole: '/desk/sole',
	counting: '/desk/counting',
	catalogue: '/desk/catalog',
};

/** Who keeps the catalogue; its routes decide again. */
const CATALOGUE_ROLES = ['CATALOG_KEEPER', 'ORGAN_HEAD'];

/** What the person may do, from the rules that the routes read, too. */
export function abilityOf(principal: SessionPrincipal): MongoAbility {
	return createMongoAbility(principal.permissions as RawRuleOf<MongoAbility>[]);
}

export function isStaff(principal: SessionPrincipal): boolean {
	return principal.roles.some((role) => role !== 'APPLICANT');
}

/** Whoever only keeps the catalogue sees no cases. */
function seesCases({ roles }: SessionPrincipal): boolean {
	return roles.some((role) => role !== 'APPLICANT' && role !== 'CATALOG_KEEPER');
}

/** Places that are open to the person; the first is where they begin. */
export function placesOf(principal: SessionPrincipal): Place[] {
	const ability = abilityOf(principal);
	const isOpen: Record<Place, boolean> = {
		todo: seesCases(principal),
		all: seesCases(principal),
		window: ability.can('applyFor', 'Case'),
		sole: principal.roles.includes('SOLE_APPROVER'),
		counting: ability.can('count', 'Case'),
		catalogue: CATALOGUE_ROLES.some((role) => principal.roles.includes(role)),
	};
	return PLACES.filter((place) => isOpen[place]);
}
