import { sql } from 'kysely';
import type { Db } from '../db/index.ts';
import type { AuthServer } from './auth-server.ts';

export interface NewAccount {
	username: string;
	name: string;
}

/** A mail address that can never be delivered to: the library wants a unique one, and we want none. */
export const addressOf = (username: string) => `${username.toLowerCase()}@accounts.invalid`;

/** Accounts by user name: their ids. */
export async function findAccounts(db: Db, usernames: string[]): Promise<Map<string, string>> {
	const names = usernames.map((name) => name.toLowerCase());
	const { rows } = await sql<{ id: string; username: string }>`
		SELECT id::text, username FROM auth."user" WHERE username = ANY(${names})`.execute(db.kysely);
	return new Map(rows.map(({ id, username }) => [username, id]));
}

/**
 * Creates the accounts that do not exist yet, all with one password.
 * @param demo marks them, so that production refuses to run with them
 * @returns user name (small letters) → account id, for all that were asked for
 */
export async function ensureAccounts(
	db: Db,
	server: AuthServer,
	accounts: NewAccount[],
	options: { password: string; demo: boolean },
): Promise<Map<string, string>> {
	const usernames = accounts.map(({ username }) => username);
	const known = await findAccounts(db, usernames);
	const missing = accounts.filter(({ username }) => !known.has(username.toLowerCase()));
	if (missing.length === 0) return known;
	const context = await server.$context;
	// One hash for all: hashing is slow on purpose, and these passwords are printed anyway.
	const password = await context.password.hash(options.password);
	await db.kysely.transaction().execute(async (trx) => {
		for (const { username, name } of missing) {
			await sql`
				WITH created AS (
					INSERT INTO auth."user" (name, email, username, demo)
					VALUES (${name}, ${addressOf(username)}, ${username.toLowerCase()}, ${options.demo})
					RETURNING id)
				INSERT INTO auth.account ("accountId", "providerId", "userId", password, "updatedAt")
				SELECT id::text, 'credential', id, ${password}, now() FROM created`.execute(trx);
		}
	});
	return findAccounts(db, usernames);
}

/** The names of the demo accounts in this database. */
export async function findDemoAccounts(db: Db): Promise<string[]> {
	const { rows } = await sql<{ username: string }>`
		SELECT username FROM auth."user" WHERE demo ORDER BY username`.execute(db.kysely);
	return rows.map(({ username }) => username);
}
