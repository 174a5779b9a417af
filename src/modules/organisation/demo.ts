import { chinaDay } from '../../platform/clock.ts';
import type { Principal } from '../../platform/http/principal.ts';
import type { OrganisationPlatform } from './organisation.platform.ts';
import type { DemoApplicant, OrganisationFile, Words } from './organisation.schema.ts';
import { linkAccounts, syncOrganisation } from './organisation.store.ts';
import { principalSource } from './principals.ts';
import { findProfile, saveProfile } from './profiles.ts';

/** Everybody may know it: it opens demo accounts only, and production refuses to run with those. */
export const DEMO_PASSWORD = 'yicibancheng';

/** A way into the demo, as it is printed at the start and shown on the sign-in page. */
export interface DemoAccount {
	username: string;
	password: string;
	name: string;
	roles: string[];
	note: Words;
}

/** The demo's people. */
export interface Demo {
	accounts: DemoAccount[];
	/** By user name, as they are today: for rooms above that fill the demo in their names. */
	principals: ReadonlyMap<string, Principal>;
}

/** All ways into the demo: applicants first, then one line for each person of the bureau. */
export function demoAccounts(
	file: OrganisationFile,
	applicants: DemoApplicant[],
	today: string,
): DemoAccount[] {
	const posts = new Map(file.posts.map((post) => [post.code, post]));
	const staff = file.people.map(({ username, name, assignments }) => {
		const held = assignments
			.filter(({ from, to }) => from <= today && (to === undefined || today <= to))
			.flatMap(({ post }) => posts.get(post) ?? []);
		return {
			username,
			password: DEMO_PASSWORD,
			name,
			roles: [...new Set(held.map(({ role }) => role))],
			note: {
				'zh-CN': held.map((post) => post.name['zh-CN']).join('、'),
				en: held.map((post) => post.name.en).join(', '),
			},
		};
	});
	return [
		...applicants.map(({ username, name, note }) => ({
			username,
			password: DEMO_PASSWORD,
			name,
			roles: ['APPLICANT'],
			note,
		})),
		...staff,
	];
}

/**
 * Fills a demo: the organisation from its file, an account for everybody, and the applicants' profiles.
 * May be run at every start; what is there already is left alone.
 * @throws Error outside demo mode
 */
export async function seedDemo(
	platform: OrganisationPlatform,
	file: OrganisationFile,
	applicants: DemoApplicant[],
): Promise<Demo> {
	const { db, clock, auth, config } = platform;
	if (config.mode !== 'demo') throw new Error('demo accounts are made in demo mode only');
	const today = chinaDay(clock.now());
	await syncOrganisation(db, file, today);
	const settings = { password: DEMO_PASSWORD, demo: true };
	const ids = await auth.ensureAccounts([...file.people, ...applicants], settings);
	await linkAccounts(db, ids);
	for (const { username, kind, person, company } of applicants) {
		const accountId = ids.get(username);
		if (!accountId || (await findProfile(db, accountId))) continue;
		await saveProfile(
			db,
			{ jurisdiction: config.jurisdiction, accountId, at: clock.now() },
			{ kind, name: person.name, idNumber: person.idNumber, phone: person.phone, company: company ?? null },
		);
	}
	auth.sessions.forget();
	const accounts = demoAccounts(file, applicants, today);
	const source = principalSource(db, config.jurisdiction);
	const principals = new Map<string, Principal>();
	for (const { username, name } of accounts) {
		const id = ids.get(username);
		if (id) principals.set(username, (await source({ id, username, name, demo: true }))(clock.now()));
	}
	return { accounts, principals };
}
