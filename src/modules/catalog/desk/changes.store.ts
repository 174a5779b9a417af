import { type RawBuilder, sql } from 'kysely';
import type { Text } from '../catalog.schema.ts';
import type { Inside, Who } from '../versions/versions.store.ts';
import type { ChangeState } from './changes.rules.ts';
import type { Change, ChangeSummary } from './desk.schema.ts';

/** A change as it is kept. */
export interface ChangeRow extends ChangeSummary {
	rowVersion: number;
	/** The version that it became. */
	version: number | null;
	returned: Change['returned'];
	yaml: string;
}

const SUMMARY = sql`id, code, name, state, json_build_object('id', author_id, 'name', author_name) as author, note,
	to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt"`;
const WHOLE = sql`${SUMMARY}, row_version as "rowVersion", version, returned, yaml`;
const OPEN = sql`state in ('DRAFT', 'PROPOSED')`;

/** Keeps a new change. Answers false when the item is being changed already. */
export async function insertChange(
	trx: Inside,
	change: {
		jurisdiction: string;
		id: string;
		code: string;
		author: Who;
		yaml: string;
		name: Text | null;
		at: Date;
	},
): Promise<boolean> {
	const { numAffectedRows } = await sql`
		insert into catalog_changes (jurisdiction, id, code, state, row_version, author_id, author_name, yaml, name, updated_at)
		values (${change.jurisdiction}, ${change.id}, ${change.code}, 'DRAFT', 1, ${change.author.id}, ${change.author.name},
			${change.yaml}, ${json(change.name)}, ${change.at})
		on conflict (jurisdiction, code) where state in ('DRAFT', 'PROPOSED') do nothing`.execute(trx.kysely);
	return numAffectedRows === 1n;
}

/** Everything that is being changed, last touched first. */
export async function findOpenChanges(db: Inside): Promise<ChangeSummary[]> {
	const { rows } = await sql<ChangeSummary>`
		select ${SUMMARY} from catalog_changes where ${OPEN} order by updated_at desc limit 500`.execute(
		db.kysely,
	);
	return rows;
}

export async function findChange(db: Inside, id: string): Promise<ChangeRow | undefined> {
	return one(db, sql`id = ${id}`);
}

/** The same, and nobody else changes it until the end of the transaction. */
export async function lockChange(trx: Inside, id: string): Promise<ChangeRow | undefined> {
	return one(trx, sql`id = ${id} for update`);
}

export async function findOpenChangeOf(db: Inside, code: string): Promise<ChangeRow | undefined> {
	return one(db, sql`code = ${code} and ${OPEN}`);
}

async function one(db: Inside, condition: RawBuilder<unknown>): Promise<ChangeRow | undefined> {
	const { rows } = await sql<ChangeRow>`select ${WHOLE} from catalog_changes where ${condition}`.execute(
		db.kysely,
	);
	return rows[0];
}

/** Writes a change that the caller has locked. */
export async function updateChange(
	trx: Inside,
	id: string,
	change: {
		state: ChangeState;
		version?: number;
		note?: string | null;
		returned?: Change['returned'];
		yaml?: string;
		name?: Text | null;
		at: Date;
	},
): Promise<void> {
	const { state, version, note, returned, yaml, name, at } = change;
	const set = [
		sql`state = ${state}, row_version = row_version + 1, updated_at = ${at}`,
		...(version === undefined ? [] : [sql`version = ${version}`]),
		...(note === undefined ? [] : [sql`note = ${note}`]),
		...(returned === undefined ? [] : [sql`returned = ${json(returned)}`]),
		...(yaml === undefined ? [] : [sql`yaml = ${yaml}`]),
		...(name === undefined ? [] : [sql`name = ${json(name)}`]),
	];
	await sql`update catalog_changes set ${sql.join(set)} where id = ${id}`.execute(trx.kysely);
}

const json = (value: object | null) => sql`${value && JSON.stringify(value)}::json`;
