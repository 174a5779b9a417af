import { sql } from 'kysely';
import { grantTo, type Migrations } from './db/index.ts';

export const demoClockMigrations: Migrations = {
	demo_clock_001_offset: {
		async up(db) {
			// One row at most; it holds how far ahead of the machine the demo is, not a time, so that time goes on.
			await sql`create table demo_clock (
				only_row boolean primary key default true check (only_row),
				offset_ms bigint not null
			)`.execute(db);
			await grantTo(db, 'demo_clock', ['select', 'insert', 'update']);
		},
	},
};
