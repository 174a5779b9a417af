import { type Kysely, sql } from 'kysely';
import pg from 'pg';

/** The role that the server runs as. It may do what the migrations grant, table by table, and nothing else. */
export const APP_ROLE = 'onevisit_app';

/** Setting that says for which jurisdiction (GB/T 2260) a connection works; the policies of `tenantTable` read it. */
export const JURISDICTION_SETTING = 'onevisit.jurisdiction';

/** What may be granted on a table. Nothing of it allows to change the table itself. */
export type Privilege = 'select' | 'insert' | 'update' | 'delete';

/**
 * In a migration: lets the server do these things with a table (`cases`, or `auth.session` with its schema).
 * Keys should be `generated … as identity`, which needs no grant, not `serial`, which does.
 */
export async function grantTo(
	// biome-ignore lint/suspicious/noExplicitAny: migrations run on whatever schema stands at that moment; so does Kysely's own `Migration` type.
	db: Kysely<any>,
	table: string,
	privileges: [Privilege, ...Privilege[]],
): Promise<void> {
	const schema = table.includes('.') ? table.slice(0, table.indexOf('.')) : undefined;
	if (schema) await sql`grant usage on schema ${sql.id(schema)} to ${sql.id(APP_ROLE)}`.execute(db);
	await sql`grant ${sql.raw(privileges.join(', '))} on ${sql.table(table)} to ${sql.id(APP_ROLE)}`.execute(
		db,
	);
}

/**
 * In a migration: shows and takes only rows of the connection's own jurisdiction. The table has a column
 * `jurisdiction text not null`. It is the second wall, behind the permissions that the routes check:
 * a query that forgets its condition finds nothing of others, and a connection without jurisdiction nothing at all.
 */
export async function tenantTable(
	// biome-ignore lint/suspicious/noExplicitAny: as above.
	db: Kysely<any>,
	table: string,
): Promise<void> {
	await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
	const own = sql`jurisdiction = current_setting(${sql.lit(JURISDICTION_SETTING)}, true)`;
	await sql`create policy jurisdiction on ${sql.table(table)} to ${sql.id(APP_ROLE)} using (${own}) with check (${own})`.execute(
		db,
	);
}

/**
 * Makes the role of the server, which belongs to the cluster and not to one database, so that it is no
 * migration: a restored dump needs it before. With `password` it can sign in (embedded PostgreSQL);
 * without, the owner becomes a member, and connections take the role on (own PostgreSQL).
 */
export async function ensureAppRole(ownerUrl: string, password?: string): Promise<void> {
	const client = new pg.Client(ownerUrl);
	await client.connect();
	try {
		await client.query(CREATE_ROLE).catch(explainMissingRole);
		if (password) {
			const literal = client.escapeLiteral(password);
			await client.query(`alter role ${APP_ROLE} login password ${literal}`);
		}
		await client.query(JOIN_ROLE);
	} finally {
		await client.end();
	}
}

/** SQLSTATE insufficient_privilege. */
const NOT_ALLOWED = '42501';

function explainMissingRole(error: unknown): never {
	if (!(error instanceof pg.DatabaseError && error.code === NOT_ALLOWED)) throw error;
	throw new Error(
		`The role ${APP_ROLE} is missing, and the owner of the database may not create it. ` +
			`Let an administrator run: create role ${APP_ROLE} login password '…' (docs/deploy.md, "Database").`,
		{ cause: error },
	);
}

const CREATE_ROLE = `do $$ begin
	if not exists (select from pg_roles where rolname = '${APP_ROLE}') then
		create role ${APP_ROLE} nosuperuser nocreatedb nocreaterole noinherit;
	end if;
exception when duplicate_object or unique_violation then null; -- another process was quicker
end $$`;

const JOIN_ROLE = `do $$ begin
	if not pg_has_role(current_user, '${APP_ROLE}', 'member') then
		execute format('grant ${APP_ROLE} to %I', current_user);
	end if;
exception when insufficient_privilege then null; -- the role was made by an administrator, and the server signs in as it
end $$`;
