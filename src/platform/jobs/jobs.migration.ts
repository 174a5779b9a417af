import { type Kysely, sql } from 'kysely';
import { getConstructionPlans } from 'pg-boss';

/** Schema that belongs to the job queue. */
export const JOBS_SCHEMA = 'jobs';

/**
 * Installs the job queue's own tables as the owner and lets the server work with them, so that the server needs no
 * right to make tables. A later release of pg-boss with another schema version needs a migration with
 * `getMigrationPlans`; a test compares the two.
 */
export async function installJobs(db: Kysely<unknown>): Promise<void> {
	await sql`create schema if not exists ${sql.id(JOBS_SCHEMA)}`.execute(db);
	// The plan wants to be a transaction of its own; it already is in one.
	const plan = getConstructionPlans(JOBS_SCHEMA, { createSchema: false }).replace(
		/^\s*(BEGIN|COMMIT);\s*$/gm,
		'',
	);
	await sql.raw(plan).execute(db);
	await grantJobs(db);
}

async function grantJobs(db: Kysely<unknown>): Promise<void> {
	const schema = sql.id(JOBS_SCHEMA);
	await sql`grant usage on schema ${schema} to onevisit_app`.execute(db);
	await sql`grant select, insert, update, delete on all tables in schema ${schema} to onevisit_app`.execute(
		db,
	);
	await sql`grant usage on all sequences in schema ${schema} to onevisit_app`.execute(db);
	await sql`grant execute on all functions in schema ${schema} to onevisit_app`.execute(db);
}
