import { type Kysely, sql } from 'kysely';
import { grantTo, type Migrations, tenantTable } from './db/index.ts';
import { installJobs } from './jobs/jobs.migration.ts';

/** Tables of the platform itself. Lowest floor: these run before those of any room. */
export const platformMigrations: Migrations = {
	platform_001_events: { up: createEvents },
	platform_002_files: { up: createFiles },
	platform_003_idempotency: { up: createIdempotency },
	platform_004_jobs: { up: installJobs },
};

/** The log. The server may add and look, and nothing else: a change needs the owner, and `npm run verify` finds it. */
async function createEvents(db: Kysely<unknown>): Promise<void> {
	await sql`create table events (
		jurisdiction text not null,
		stream text not null,
		version int not null check (version > 0),
		kind text not null,
		type text not null,
		data jsonb not null check (jsonb_typeof(data) = 'object'),
		actor text not null,
		at timestamptz not null,
		recorded_at timestamptz not null default clock_timestamp(),
		previous_hash text not null check (previous_hash ~ '^[0-9a-f]{64}$'),
		hash text not null check (hash ~ '^[0-9a-f]{64}$'),
		append_id uuid not null,
		primary key (jurisdiction, stream, version)
	)`.execute(db);
	await tenantTable(db, 'events');
	await grantTo(db, 'events', ['select', 'insert']);
	await sql`create table outbox (
		id bigint generated always as identity primary key,
		jurisdiction text not null,
		kind text not null,
		stream text not null,
		version int not null,
		attempts int not null default 0,
		due_at timestamptz not null default clock_timestamp(),
		last_error text
	)`.execute(db);
	await sql`create index outbox_stream on outbox (jurisdiction, stream, id)`.execute(db);
	await tenantTable(db, 'outbox');
	await grantTo(db, 'outbox', ['select', 'insert', 'update', 'delete']);
}

async function createFiles(db: Kysely<unknown>): Promise<void> {
	await sql`create table files (
		jurisdiction text not null,
		id uuid not null,
		stream text not null,
		name text not null,
		media_type text not null,
		size bigint not null,
		digest text not null,
		uploaded_by text not null,
		uploaded_at timestamptz not null,
		primary key (jurisdiction, id)
	)`.execute(db);
	await sql`create index files_stream on files (jurisdiction, stream)`.execute(db);
	await tenantTable(db, 'files');
	await grantTo(db, 'files', ['select', 'insert', 'update', 'delete']);
}

async function createIdempotency(db: Kysely<unknown>): Promise<void> {
	await sql`create table idempotency (
		jurisdiction text not null,
		scope text not null,
		key text not null,
		created_at timestamptz not null default now(),
		fingerprint text,
		status int,
		headers jsonb,
		body bytea,
		primary key (jurisdiction, scope, key)
	)`.execute(db);
	await sql`create index idempotency_age on idempotency (created_at)`.execute(db);
	await tenantTable(db, 'idempotency');
	await grantTo(db, 'idempotency', ['select', 'insert', 'update', 'delete']);
}
