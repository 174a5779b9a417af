import { applicant, type PrincipalSource } from '../../platform/auth/index.ts';
import { chinaDay } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Principal } from '../../platform/http/principal.ts';
import { findPersonOfAccount, isValidOn, type Person } from './organisation.store.ts';

/** Where roles come from: an account that belongs to somebody of the bureau has what that person holds today; any other applies. */
export function principalSource(db: Db, jurisdiction: string): PrincipalSource {
	return async (account) => {
		const person = await findPersonOfAccount(db, account.id);
		if (!person) return () => applicant(account, jurisdiction);
		return (now) => staffPrincipal(person, { id: account.id, jurisdiction, day: chinaDay(now) });
	};
}

/** What somebody of the bureau is on a day. Somebody who holds nothing that day has no role at all. */
function staffPrincipal(person: Person, at: { id: string; jurisdiction: string; day: string }): Principal {
	const held = person.assignments.filter((assignment) => isValidOn(assignment, at.day));
	return {
		id: at.id,
		username: person.username,
		name: person.name,
		jurisdiction: at.jurisdiction,
		roles: [...new Set(held.map(({ role }) => role))],
		soleItems: [...new Set(held.flatMap(({ soleItems }) => soleItems))],
		posts: held.map(({ department, post, window, role }) => ({
			department,
			post,
			role,
			...(window !== null && { window }),
		})),
	};
}
