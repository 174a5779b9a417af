import { sql } from 'kysely';
import { grantTo, type Migrations, tenantTable } from '../../platform/db/index.ts';

/** What was looked for in vain, by day and words, and how many searches there were; nobody's name, nobody's address. */
export const searchMissesMigrations: Migrations = {
	search_misses_001_tables: {
		async up(db) {
			await sql`
				create table catalog_searches (
					jurisdiction text not null,
					day date not null,
					searches integer not null,
					missed integer not null,
					primary key (jurisdiction, day)
				)`.execute(db);
			await sql`
				create table catalog_misses (
					jurisdiction text not null,
					day date not null,
					query text not null check (length(query) <= 100),
					times integer not null,
					last_at timestamptz not null,
					primary key (jurisdiction, day, query)
				)`.execute(db);
			for (const table of ['catalog_searches', 'catalog_misses']) {
				await tenantTable(db, table);
				await grantTo(db, table, ['select', 'insert', 'update', 'delete']);
			}
		},
	},
};
