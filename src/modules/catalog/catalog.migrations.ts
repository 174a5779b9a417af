import { sql } from 'kysely';
import { grantTo, type Migrations, tenantTable } from '../../platform/db/index.ts';

const STATEMENTS = [
	// With its source and the parts that it took a version stands for itself. `item` and `card`, its beginning,
	// are made from both, and can be made again.
	`create table catalog_versions (
		jurisdiction text not null,
		code text not null,
		version integer not null check (version > 0),
		effective_from date not null,
		cancelled_from date,
		origin text not null check (origin in ('FILE', 'DESK')),
		source text not null,
		source_digest text not null,
		parts json not null,
		part_names text not null,
		parts_digest text not null,
		item json not null,
		card json not null,
		item_format text not null,
		author_id text,
		author_name text,
		approver_id text,
		approver_name text,
		published_at timestamptz,
		withdrawn_at timestamptz,
		withdrawn_by_id text,
		withdrawn_by_name text,
		revision bigint not null,
		primary key (jurisdiction, code, version),
		check (origin = 'FILE' or (author_id is not null and approver_id is not null and published_at is not null)),
		check (author_id <> approver_id)
	)`,
	// One row: counts the changes of the versions, and is locked by whoever makes one.
	`create table catalog_state (
		jurisdiction text not null primary key,
		revision bigint not null
	)`,
	`create table catalog_changes (
		jurisdiction text not null,
		id uuid not null,
		code text not null,
		state text not null check (state in ('DRAFT', 'PROPOSED', 'PUBLISHED', 'DISCARDED')),
		row_version integer not null,
		version integer,
		author_id text not null,
		author_name text not null,
		note text,
		returned json,
		name json,
		yaml text not null,
		updated_at timestamptz not null,
		primary key (jurisdiction, id),
		check ((state = 'PUBLISHED') = (version is not null))
	)`,
	// Two people at one item would overwrite each other at the end.
	`create unique index catalog_changes_open on catalog_changes (jurisdiction, code) where state in ('DRAFT', 'PROPOSED')`,
	`create table catalog_record (
		jurisdiction text not null,
		id bigint generated always as identity,
		code text not null,
		change uuid,
		version integer,
		act text not null,
		by_id text not null,
		by_name text not null,
		note text,
		at timestamptz not null,
		primary key (jurisdiction, id)
	)`,
	`create index catalog_record_by_item on catalog_record (jurisdiction, code, id desc)`,
];

/** What of a version may change: that it is withdrawn, and the item that its source makes in a newer programme. */
const VARIABLE = 'withdrawn_at, withdrawn_by_id, withdrawn_by_name, item, card, item_format, revision';

/** Tables of the catalogue: its versions, which are the record, and the changes on their way to become one. */
export const catalogMigrations: Migrations = {
	catalog_001_versions: {
		async up(db) {
			for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
			for (const table of ['catalog_versions', 'catalog_state', 'catalog_changes', 'catalog_record'])
				await tenantTable(db, table);
			await grantTo(db, 'catalog_versions', ['select', 'insert', 'delete']);
			await sql.raw(`grant update (${VARIABLE}) on catalog_versions to onevisit_app`).execute(db);
			// A file that nothing uses may be replaced, which is to delete and insert; what the desk published stays for good.
			await sql`create policy only_files_go on catalog_versions as restrictive for delete to onevisit_app
				using (origin = 'FILE' and withdrawn_at is null)`.execute(db);
			await sql`create policy withdrawn_for_good on catalog_versions as restrictive for update to onevisit_app
				using (withdrawn_at is null) with check (true)`.execute(db);
			await grantTo(db, 'catalog_state', ['select', 'insert', 'update']);
			await grantTo(db, 'catalog_changes', ['select', 'insert', 'update']);
			await grantTo(db, 'catalog_record', ['select', 'insert']);
		},
	},
};
