/* Written by `npm run db:types` from a freshly migrated database; a test compares it. Do not edit. */
import type { ColumnType } from 'kysely';

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
/** An array must be written as text (`JSON.stringify`): the driver takes it for an array of PostgreSQL. */
export type Json = ColumnType<JsonValue, string | object | null, string | object | null>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
/** Has a default: may be left out when inserting. */
export type Generated<T> =
	T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;

export interface AssignmentsTable {
	jurisdiction: string;
	id: Generated<number>;
	person: string;
	department: string;
	post: string;
	window: string | null;
	role: string;
	sole_items: Generated<string[]>;
	valid_from: string;
	valid_to: string | null;
}

export interface CasesTable {
	jurisdiction: string;
	id: string;
	version: number;
	head: string;
	state: Json;
	number: string;
	item_code: string;
	item_version: number;
	applicant: string | null;
	applicant_name: string;
	stage: string;
	procedure: string | null;
	channel: string;
	submitted_on: string;
	waiting_for: string;
	turn: string[];
	due_on: string | null;
	lit_from: string | null;
	yellow_on: string | null;
	orange_on: string | null;
	red_on: string | null;
	stopped_from: string | null;
	stopped_to: string | null;
	settle_on: string | null;
	noticed_on: string | null;
	decided_on: string | null;
	visits: Generated<number>;
	online: Generated<boolean>;
	statutory_days: number | null;
	promised_days: number | null;
	spent_days: number | null;
	timeliness: string | null;
}

export interface CatalogChangesTable {
	jurisdiction: string;
	id: string;
	code: string;
	state: string;
	row_version: number;
	version: number | null;
	author_id: string;
	author_name: string;
	note: string | null;
	returned: Json | null;
	name: Json | null;
	yaml: string;
	updated_at: Timestamp;
}

export interface CatalogMissesTable {
	jurisdiction: string;
	day: string;
	query: string;
	times: number;
	last_at: Timestamp;
}

export interface CatalogRecordTable {
	jurisdiction: string;
	id: Generated<number>;
	code: string;
	change: string | null;
	version: number | null;
	act: string;
	by_id: string;
	by_name: string;
	note: string | null;
	at: Timestamp;
}

export interface CatalogSearchesTable {
	jurisdiction: string;
	day: string;
	searches: number;
	missed: number;
}

export interface CatalogStateTable {
	jurisdiction: string;
	revision: number;
}

export interface CatalogVersionsTable {
	jurisdiction: string;
	code: string;
	version: number;
	effective_from: string;
	cancelled_from: string | null;
	origin: string;
	source: string;
	source_digest: string;
	parts: Json;
	part_names: string;
	parts_digest: string;
	item: Json;
	card: Json;
	item_format: string;
	author_id: string | null;
	author_name: string | null;
	approver_id: string | null;
	approver_name: string | null;
	published_at: Timestamp | null;
	withdrawn_at: Timestamp | null;
	withdrawn_by_id: string | null;
	withdrawn_by_name: string | null;
	revision: number;
}

export interface DemoClockTable {
	only_row: Generated<boolean>;
	offset_ms: number;
}

export interface DraftsTable {
	jurisdiction: string;
	id: string;
	owner: string;
	item_code: string;
	item_version: number;
	form: Json;
	on_behalf_of: Json | null;
	version: number;
	updated_at: Timestamp;
	handing_in: Timestamp | null;
	answers: Generated<Json>;
}

export interface EventsTable {
	jurisdiction: string;
	stream: string;
	version: number;
	kind: string;
	type: string;
	data: Json;
	actor: string;
	at: Timestamp;
	recorded_at: Generated<Timestamp>;
	previous_hash: string;
	hash: string;
	append_id: string;
}

export interface FilesTable {
	jurisdiction: string;
	id: string;
	stream: string;
	name: string;
	media_type: string;
	size: number;
	digest: string;
	uploaded_by: string;
	uploaded_at: Timestamp;
}

export interface IdempotencyTable {
	jurisdiction: string;
	scope: string;
	key: string;
	created_at: Generated<Timestamp>;
	fingerprint: string | null;
	status: number | null;
	headers: Json | null;
	body: Buffer | null;
}

export interface OutboxTable {
	id: Generated<number>;
	jurisdiction: string;
	kind: string;
	stream: string;
	version: number;
	attempts: Generated<number>;
	due_at: Generated<Timestamp>;
	last_error: string | null;
}

export interface PapersTable {
	jurisdiction: string;
	file_id: string;
	owner: string;
	material: string;
	name: string;
	size: number;
	media_type: string;
	digest: string;
	uploaded_at: Timestamp;
}

export interface PeopleTable {
	jurisdiction: string;
	id: string;
	username: string;
	name: string;
	account_id: string | null;
}

export interface ProfilesTable {
	jurisdiction: string;
	account_id: string;
	kind: string;
	name: string;
	id_number: string | null;
	phone: string | null;
	company_name: string | null;
	credit_code: string | null;
	updated_at: Timestamp;
}

export interface AuthAccountTable {
	id: Generated<string>;
	accountId: string;
	providerId: string;
	userId: string;
	accessToken: string | null;
	refreshToken: string | null;
	idToken: string | null;
	accessTokenExpiresAt: Timestamp | null;
	refreshTokenExpiresAt: Timestamp | null;
	scope: string | null;
	password: string | null;
	createdAt: Generated<Timestamp>;
	updatedAt: Timestamp;
}

export interface AuthAttemptsTable {
	key: string;
	failures: number;
	since: Timestamp;
}

export interface AuthSessionTable {
	id: Generated<string>;
	expiresAt: Timestamp;
	token: string;
	createdAt: Generated<Timestamp>;
	updatedAt: Timestamp;
	ipAddress: string | null;
	userAgent: string | null;
	userId: string;
}

export interface AuthTwoFactorTable {
	id: Generated<string>;
	secret: string;
	backupCodes: string;
	userId: string;
	verified: boolean | null;
	failedVerificationCount: number | null;
	lockedUntil: Timestamp | null;
}

export interface AuthUserTable {
	id: Generated<string>;
	name: string;
	email: string;
	emailVerified: Generated<boolean>;
	image: string | null;
	createdAt: Generated<Timestamp>;
	updatedAt: Generated<Timestamp>;
	username: string | null;
	twoFactorEnabled: Generated<boolean | null>;
	demo: Generated<boolean>;
}

export interface AuthVerificationTable {
	id: Generated<string>;
	identifier: string;
	value: string;
	expiresAt: Timestamp;
	createdAt: Generated<Timestamp>;
	updatedAt: Generated<Timestamp>;
}

export type Database = {
	assignments: AssignmentsTable;
	cases: CasesTable;
	catalog_changes: CatalogChangesTable;
	catalog_misses: CatalogMissesTable;
	catalog_record: CatalogRecordTable;
	catalog_searches: CatalogSearchesTable;
	catalog_state: CatalogStateTable;
	catalog_versions: CatalogVersionsTable;
	demo_clock: DemoClockTable;
	drafts: DraftsTable;
	events: EventsTable;
	files: FilesTable;
	idempotency: IdempotencyTable;
	outbox: OutboxTable;
	papers: PapersTable;
	people: PeopleTable;
	profiles: ProfilesTable;
	'auth.account': AuthAccountTable;
	'auth.attempts': AuthAttemptsTable;
	'auth.session': AuthSessionTable;
	'auth.twoFactor': AuthTwoFactorTable;
	'auth.user': AuthUserTable;
	'auth.verification': AuthVerificationTable;
};
