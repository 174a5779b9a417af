import { sql } from 'kysely';
import { grantTo, type Migrations, tenantTable } from '../../platform/db/index.ts';

/** Tables of the cases room: the current-state row of each case, drafts, and which files belong to them. */
export const casesMigrations: Migrations = {
	cases_001_tables: {
		async up(db) {
			await sql`
				create table cases (
					jurisdiction text not null,
					id text not null,
					version integer not null,
					head text not null,
					state jsonb not null,
					number text not null,
					item_code text not null,
					item_version integer not null,
					applicant text,
					applicant_name text not null,
					stage text not null,
					procedure text,
					channel text not null,
					submitted_on date not null,
					waiting_for text not null,
					turn text[] not null,
					due_on date,
					lit_from date,
					yellow_on date,
					orange_on date,
					red_on date,
					stopped_from date,
					stopped_to date,
					settle_on date,
					primary key (jurisdiction, id),
					unique (jurisdiction, number)
				)`.execute(db);
			await sql`create index cases_by_due on cases (jurisdiction, coalesce(due_on, 'infinity'::date), id)`.execute(
				db,
			);
			await sql`create index cases_by_turn on cases using gin (turn)`.execute(db);
			await sql`create index cases_by_applicant on cases (jurisdiction, applicant, number desc)`.execute(db);
			await sql`create index cases_by_settlement on cases (jurisdiction, settle_on) where settle_on is not null`.execute(
				db,
			);
			await grantTo(db, 'cases', ['select', 'insert', 'update']);
			await tenantTable(db, 'cases');

			await sql`
				create table drafts (
					jurisdiction text not null,
					id uuid not null,
					owner text not null,
					item_code text not null,
					item_version integer not null,
					form jsonb not null,
					on_behalf_of jsonb,
					version integer not null,
					updated_at timestamptz not null,
					primary key (jurisdiction, id)
				)`.execute(db);
			await sql`create index drafts_by_owner on drafts (jurisdiction, owner, updated_at desc)`.execute(db);
			await grantTo(db, 'drafts', ['select', 'insert', 'update', 'delete']);
			await tenantTable(db, 'drafts');

			// A draft and the case that it becomes have one id, so a paper keeps its owner.
			await sql`
				create table papers (
					jurisdiction text not null,
					file_id uuid not null,
					owner uuid not null,
					material text not null,
					name text not null,
					size integer not null,
					media_type text not null,
					digest text not null,
					uploaded_at timestamptz not null,
					primary key (jurisdiction, file_id)
				)`.execute(db);
			await sql`create index papers_by_owner on papers (jurisdiction, owner, uploaded_at)`.execute(db);
			await grantTo(db, 'papers', ['select', 'insert', 'delete']);
			await tenantTable(db, 'papers');

			await sql`create sequence case_serial`.execute(db);
			await sql`grant usage on sequence case_serial to onevisit_app`.execute(db);
		},
	},
	cases_002_handing_in: {
		async up(db) {
			// Set while a draft becomes a case: until then, or until the attempt has failed, nothing of it may change.
			await sql`alter table drafts add column handing_in timestamptz`.execute(db);
		},
	},
	cases_003_answers: {
		async up(db) {
			// Answers to the item's questions: they say which papers and fields are asked for.
			await sql`alter table drafts add column answers jsonb not null default '{}'`.execute(db);
			await sql`update cases set state = jsonb_set(state, '{content,answers}', '{}')
				where not state -> 'content' ? 'answers'`.execute(db);
		},
	},
};
