import { sql } from 'kysely';
import { grantTo, type Migrations, tenantTable } from '../../platform/db/index.ts';

const STATEMENTS = [
	`create table people (
		jurisdiction text not null,
		id text not null,
		username text not null,
		name text not null,
		account_id uuid,
		primary key (jurisdiction, id),
		unique (jurisdiction, username),
		unique (jurisdiction, account_id)
	)`,
	`create table assignments (
		jurisdiction text not null,
		id bigint generated always as identity,
		person text not null,
		department text not null,
		post text not null,
		"window" text,
		role text not null,
		sole_items text[] not null default '{}',
		valid_from date not null,
		valid_to date,
		primary key (jurisdiction, id),
		foreign key (jurisdiction, person) references people (jurisdiction, id),
		unique nulls not distinct (jurisdiction, person, post, "window", role, valid_from),
		check (valid_to >= valid_from)
	)`,
	`create table profiles (
		jurisdiction text not null,
		account_id uuid not null,
		kind text not null check (kind in ('CITIZEN', 'COMPANY')),
		name text not null,
		id_number text,
		phone text,
		company_name text,
		credit_code text,
		updated_at timestamptz not null,
		primary key (jurisdiction, account_id)
	)`,
];

export const organisationMigrations: Migrations = {
	organisation_001_people: {
		async up(db) {
			for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
			for (const table of ['people', 'assignments', 'profiles']) {
				await tenantTable(db, table);
				await grantTo(db, table, ['select', 'insert', 'update']);
			}
			// An assignment that never began may be taken back; one that gave a role stays as history.
			await grantTo(db, 'assignments', ['delete']);
		},
	},
};
