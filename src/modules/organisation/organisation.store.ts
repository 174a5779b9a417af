import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import type { OrganisationFile } from './organisation.schema.ts';

/** A post held by somebody from one day to another, both included. */
export interface Assignment {
	department: string;
	post: string;
	window: string | null;
	role: string;
	soleItems: string[];
	validFrom: string;
	validTo: string | null;
}

/** Somebody of the bureau, with everything they hold and ever held. */
export interface Person {
	id: string;
	username: string;
	name: string;
	accountId: string | null;
	assignments: Assignment[];
}

/** Whether an assignment gives its role on a day. */
export function isValidOn({ validFrom, validTo }: Assignment, day: string): boolean {
	return validFrom <= day && (validTo === null || day <= validTo);
}

const PERSON = sql`
	p.id, p.username, p.name, p.account_id::text AS "accountId",
	coalesce((
		SELECT jsonb_agg(jsonb_build_object(
			'department', a.department, 'post', a.post, 'window', a."window", 'role', a.role,
			'soleItems', a.sole_items, 'validFrom', a.valid_from, 'validTo', a.valid_to) ORDER BY a.valid_from, a.id)
		FROM assignments a WHERE a.jurisdiction = p.jurisdiction AND a.person = p.id), '[]') AS assignments`;

/** The person behind an account, if it belongs to the bureau. */
export async function findPersonOfAccount(db: Db, accountId: string): Promise<Person | undefined> {
	const { rows } = await sql<Person>`
		SELECT ${PERSON} FROM people p WHERE p.account_id = ${accountId}`.execute(db.kysely);
	return rows[0];
}

/** Everybody of the bureau, also those who have left. */
export async function findPeople(db: Db): Promise<Person[]> {
	const { rows } = await sql<Person>`SELECT ${PERSON} FROM people p ORDER BY p.id`.execute(db.kysely);
	return rows;
}

/** Whether somebody of the bureau has this user name, with or without an account. */
export async function isStaffName(db: Db, username: string): Promise<boolean> {
	const { rows } = await sql`SELECT 1 FROM people WHERE username = ${username}`.execute(db.kysely);
	return rows.length > 0;
}

/** Ties people to their accounts. By id, never by name: a name could be registered by anybody. */
export async function linkAccounts(db: Db, accounts: ReadonlyMap<string, string>): Promise<void> {
	await sql`
		UPDATE people SET account_id = given.id::uuid
		FROM unnest(${[...accounts.keys()]}::text[], ${[...accounts.values()]}::text[]) AS given (username, id)
		WHERE people.username = given.username AND people.account_id IS DISTINCT FROM given.id::uuid`.execute(
		db.kysely,
	);
}

/**
 * Brings the tables in step with the file. What the file no longer says ends the day before `today`;
 * what was held stays as history, and only what had not begun is taken back.
 */
export async function syncOrganisation(db: Db, file: OrganisationFile, today: string): Promise<void> {
	const { jurisdiction, people, posts } = file;
	const roleOf = new Map(posts.map((post) => [post.code, post]));
	const assignments = people.flatMap((person) =>
		person.assignments.map(({ post, window, from, to, soleItems }) => ({
			person: person.id,
			department: roleOf.get(post)?.department,
			role: roleOf.get(post)?.role,
			post,
			window: window ?? null,
			sole_items: soleItems ?? [],
			valid_from: from,
			valid_to: to ?? null,
		})),
	);
	const given = sql`jsonb_to_recordset(${JSON.stringify(assignments)}::jsonb) AS g (
		person text, department text, post text, "window" text, role text, sole_items text[], valid_from date, valid_to date)`;
	await db.kysely.transaction().execute(async (trx) => {
		await sql`
			INSERT INTO people (jurisdiction, id, username, name)
			SELECT ${jurisdiction}, p.id, p.username, p.name
			FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb) AS p (id text, username text, name text)
			ON CONFLICT (jurisdiction, id) DO UPDATE SET username = excluded.username, name = excluded.name`.execute(
			trx,
		);
		await sql`
			DELETE FROM assignments a WHERE a.valid_from > ${today}::date AND NOT EXISTS (
				SELECT 1 FROM ${given} WHERE ${sameAssignment})`.execute(trx);
		await sql`
			UPDATE assignments a SET valid_to = greatest(a.valid_from, ${today}::date - 1)
			WHERE (a.valid_to IS NULL OR a.valid_to >= ${today}::date) AND NOT EXISTS (
				SELECT 1 FROM ${given} WHERE ${sameAssignment})`.execute(trx);
		await sql`
			INSERT INTO assignments (jurisdiction, person, department, post, "window", role, sole_items, valid_from, valid_to)
			SELECT ${jurisdiction}, g.person, g.department, g.post, g."window", g.role, g.sole_items, g.valid_from, g.valid_to
			FROM ${given}
			ON CONFLICT (jurisdiction, person, post, "window", role, valid_from) DO UPDATE SET
				department = excluded.department, sole_items = excluded.sole_items, valid_to = excluded.valid_to`.execute(
			trx,
		);
	});
}

const sameAssignment = sql`
	g.person = a.person AND g.post = a.post AND g.role = a.role AND g.valid_from = a.valid_from
	AND g."window" IS NOT DISTINCT FROM a."window"`;
