import { Kysely, PostgresDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import { ensureAppRole } from './grants.ts';

/** The migrations of one room. Keys begin with the room's name: `cases_001_rows`. A released one is never edited. */
export type Migrations = Record<string, Migration>;

/**
 * Brings a database up to date as its owner, and answers the names of what was run now, in that order.
 * Migrations run by name. So rooms do not wait for each other, which none needs: no table refers to one of
 * another room. All in one transaction: when one fails, nothing of this call stays.
 *
 * @throws what the database said, with the name of the migration.
 */
export async function migrate(ownerUrl: string, migrations: Migrations[]): Promise<string[]> {
	const all = gather(migrations);
	await ensureAppRole(ownerUrl);
	const db = new Kysely<unknown>({
		dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: ownerUrl, max: 1 }) }),
	});
	try {
		const migrator = new Migrator({
			db,
			provider: { getMigrations: async () => all },
			// A room may get its second migration after another room its third.
			allowUnorderedMigrations: true,
		});
		const { error, results } = await migrator.migrateToLatest();
		if (error) throw failure(error, results?.find((result) => result.status === 'Error')?.migrationName);
		return (results ?? []).map((result) => result.migrationName);
	} finally {
		await db.destroy();
	}
}

function gather(migrations: Migrations[]): Migrations {
	const all: Migrations = {};
	for (const [name, migration] of migrations.flatMap(Object.entries<Migration>)) {
		if (name in all) throw new Error(`Two migrations are called ${name}.`);
		all[name] = migration;
	}
	return all;
}

function failure(error: unknown, name: string | undefined): Error {
	const reason = error instanceof Error ? error.message : String(error);
	return new Error(`The database could not be migrated${name ? ` (${name})` : ''}: ${reason}`, {
		cause: error,
	});
}
