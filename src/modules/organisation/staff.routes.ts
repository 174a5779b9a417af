import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { chinaDay } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/index.ts';
import { requireRole } from '../../platform/http/principal.ts';
import type { Language } from '../../platform/locales.ts';
import type { OrganisationPlatform } from './organisation.platform.ts';
import { type OrganisationFile, STAFF_ROLES, wordsIn } from './organisation.schema.ts';
import { findPeople, isValidOn } from './organisation.store.ts';

/** A colleague who can be named in an act: to visit a site, to chair a hearing. */
export interface StaffMember {
	/** Account id, as events name their actors. */
	id: string;
	name: string;
	/** The posts held on the day, in words. */
	post: string;
}

/** Everybody who holds a post on a day and has an account. */
export async function staffOn(
	db: Db,
	definition: OrganisationFile,
	day: string,
	language: Language,
): Promise<StaffMember[]> {
	const names = new Map(definition.posts.map((post) => [post.code, wordsIn(post.name, language)]));
	return (await findPeople(db)).flatMap(({ accountId, name, assignments }) => {
		const held = assignments.filter((each) => isValidOn(each, day));
		if (!accountId || held.length === 0) return [];
		return [{ id: accountId, name, post: held.map(({ post }) => names.get(post) ?? post).join('、') }];
	});
}

/** The colleagues, for colleagues. */
export function registerStaffRoute(
	app: FastifyInstance,
	{ db, clock }: OrganisationPlatform,
	definition: OrganisationFile,
): void {
	const Staff = Type.Object({
		staff: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), post: Type.String() })),
	});
	const [first = 'CLERK', ...rest] = STAFF_ROLES;
	app
		.withTypeProvider<TypeBoxTypeProvider>()
		.get(
			'/api/organisation/staff',
			{ schema: { tags: ['organisation'], summary: 'Colleagues in post today', response: { 200: Staff } } },
			async (request) => {
				requireRole(request, first, ...rest);
				return { staff: await staffOn(db, definition, chinaDay(clock.now()), request.language) };
			},
		);
}
