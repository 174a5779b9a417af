import type { SessionPrincipal } from '../../../../web/api/session.ts';

/** The places of the desk, in the order of the navigation. */
export const PLACES = ['todo', 'all', 'window', 'sole'] as const;
export type Place = (typeof PLACES)[number];

export const PLACE_PATHS: Record<Place, string> = {
	todo: '/desk',
	all: '/desk/all',
	window: '/desk/window',
	sole: '/desk/sole',
};

/** Roles that have a use for a place; what may be done there the server decides for each case. */
const NEEDS: Record<Place, readonly string[] | null> = {
	todo: null,
	all: null,
	window: ['CLERK', 'SOLE_APPROVER'],
	sole: ['SOLE_APPROVER'],
};

export function isStaff(principal: SessionPrincipal): boolean {
	return principal.roles.some((role) => role !== 'APPLICANT');
}

/** Places that the person's roles open. */
export function placesOf(principal: SessionPrincipal): Place[] {
	return PLACES.filter((place) => {
		const needed = NEEDS[place];
		return needed === null || principal.roles.some((role) => needed.includes(role));
	});
}
