import { randomBytes } from 'node:crypto';
import type { Auth } from '../../platform/auth/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { loadOrganisation } from './organisation.load.ts';
import { findPeople, linkAccounts, syncOrganisation } from './organisation.store.ts';

/** An account that was opened, and its first password, which nobody can read again. */
export interface OpenedAccount {
	username: string;
	name: string;
	password: string;
}

/**
 * Brings the organisation in step with its file, and opens accounts for people of the bureau: how a bureau in
 * production gets its staff in. Somebody who has an account keeps it and its password.
 * @param usernames of people in the file; none: everybody without an account
 * @throws Error naming user names that are not in the file, or that belong to an account of somebody else
 */
export async function openStaffAccounts(
	parts: { db: Db; auth: Auth; jurisdiction: string; today: string; folder?: string },
	usernames: readonly string[] = [],
): Promise<OpenedAccount[]> {
	const { db, auth, jurisdiction, today } = parts;
	const file = loadOrganisation(jurisdiction, parts.folder);
	const unknown = usernames.filter((name) => !file.people.some(({ username }) => username === name));
	if (unknown.length > 0) throw new Error(`not in the organisation's file: ${unknown.join(', ')}`);
	await syncOrganisation(db, file, today);

	const without = (await findPeople(db)).filter(
		({ accountId, username }) =>
			accountId === null && (usernames.length === 0 || usernames.includes(username)),
	);
	const taken = await auth.findAccounts(without.map(({ username }) => username));
	if (taken.size > 0) {
		const names = [...taken.keys()].join(', ');
		throw new Error(
			`registered by somebody else: ${names}. Choose other user names in the organisation's file.`,
		);
	}
	const opened: OpenedAccount[] = [];
	for (const { username, name } of without) {
		const password = randomBytes(12).toString('base64url');
		await linkAccounts(db, await auth.ensureAccounts([{ username, name }], { password, demo: false }));
		opened.push({ username, name, password });
	}
	auth.sessions.forget();
	return opened;
}
