import { sql } from 'kysely';
import type { Db } from '../../../platform/db/index.ts';
import type { Item } from '../catalog.schema.ts';
import type { Entry, ORIGINS } from '../desk/desk.schema.ts';
import type { VersionKey } from '../sources/load.ts';
import type { Taken } from '../sources/parts.ts';
import { cardOf, type ItemCard } from './lazy-item.ts';

/** The database, or a transaction in it. */
export type Inside = Pick<Db, 'kysely'>;
export type Who = Entry['by'];

/** A version to keep: what was written, and what it makes with its parts. */
export interface NewVersion {
	source: string;
	digest: string;
	taken: Taken;
	partNames: readonly string[];
	partsDigest: string;
	item: Item;
	/** Where the desk published it; a file has nobody. */
	published?: { author: Who; approver: Who; at: Date };
}

/** What is known of a version without reading it. */
export interface VersionRow extends VersionKey {
	origin: (typeof ORIGINS)[number];
	effectiveFrom: string;
	digest: string;
	partNames: string[];
	partsDigest: string;
	format: string;
	isWithdrawn: boolean;
}

/** Every version, withdrawn ones too. */
export async function readVersionRows(db: Inside): Promise<VersionRow[]> {
	const { rows } = await sql<VersionRow>`
		select code, version, origin, effective_from as "effectiveFrom", source_digest as digest,
			string_to_array(part_names, ' ') as "partNames", parts_digest as "partsDigest", item_format as format,
			withdrawn_at is not null as "isWithdrawn"
		from catalog_versions`.execute(db.kysely);
	return rows;
}

/** Items of the versions that have changed after a revision: each as its card and its text. */
export async function readItems(db: Inside, after: number): Promise<{ card: ItemCard; text: string }[]> {
	const { rows } = await sql<{ card: ItemCard; text: string }>`
		select card, item::text as text from catalog_versions
		where revision > ${after} and withdrawn_at is null`.execute(db.kysely);
	return rows;
}

/** Which versions there are, less those withdrawn. */
export async function readKeys(db: Inside): Promise<VersionKey[]> {
	const { rows } = await sql<VersionKey>`
		select code, version from catalog_versions where withdrawn_at is null`.execute(db.kysely);
	return rows;
}

/** What a version is made of; undefined where there is none, or it is withdrawn. */
export async function findSource(
	db: Inside,
	{ code, version }: VersionKey,
): Promise<{ source: string; parts: Taken; item: Item } | undefined> {
	const { rows } = await sql<{ source: string; parts: Taken; item: Item }>`
		select source, parts, item from catalog_versions
		where code = ${code} and version = ${version} and withdrawn_at is null`.execute(db.kysely);
	return rows[0];
}

/** The sources of versions, in the order of codes. */
export async function readSources(
	db: Inside,
	keys: readonly VersionKey[],
): Promise<(VersionKey & { source: string })[]> {
	const { rows } = await sql<VersionKey & { source: string }>`
		select v.code, v.version, v.source from catalog_versions v
		join unnest(${keys.map(({ code }) => code)}::text[], ${keys.map(({ version }) => version)}::int[]) as wanted (code, version)
			on v.code = wanted.code and v.version = wanted.version
		order by v.code`.execute(db.kysely);
	return rows;
}

/** The number of changes so far; 0 before the first. */
export async function readRevision(db: Inside): Promise<number> {
	const { rows } = await sql<{ revision: number }>`select revision from catalog_state`.execute(db.kysely);
	return rows[0]?.revision ?? 0;
}

/**
 * Locks the versions against everybody else who changes them, until the end of the transaction.
 * @returns the revision that rows written in this transaction bear
 */
export async function lockVersions(trx: Inside, jurisdiction: string): Promise<number> {
	const { rows } = await sql<{ revision: number }>`
		insert into catalog_state (jurisdiction, revision) values (${jurisdiction}, 1)
		on conflict (jurisdiction) do update set revision = catalog_state.revision + 1
		returning revision`.execute(trx.kysely);
	return rows[0]?.revision ?? 1;
}

/** Rows of one statement: enough that trips do not matter, few enough that none is huge. */
const BATCH = 250;

/** Keeps versions. One whose number is taken is left out. Answers how many were kept. */
export async function insertVersions(
	trx: Inside,
	{ jurisdiction, revision, format }: { jurisdiction: string; revision: number; format: string },
	versions: readonly NewVersion[],
): Promise<number> {
	let kept = 0n;
	for (let start = 0; start < versions.length; start += BATCH) {
		const batch = versions.slice(start, start + BATCH);
		const column = (read: (version: NewVersion) => string | number | null) => batch.map(read);
		const { numAffectedRows } = await sql`
			insert into catalog_versions (jurisdiction, code, version, effective_from, cancelled_from, origin, source,
				source_digest, parts, part_names, parts_digest, item, card, item_format, author_id, author_name, approver_id,
				approver_name, published_at, revision)
			select ${jurisdiction}, code, version, effective_from, cancelled_from,
				case when author_id is null then 'FILE' else 'DESK' end, source, digest, parts, part_names, parts_digest,
				item, card, ${format}, author_id, author_name, approver_id, approver_name, published_at, ${revision}
			from unnest(${column(({ item }) => item.code)}::text[], ${column(({ item }) => item.version)}::int[],
				${column(({ item }) => item.effectiveFrom)}::date[], ${column(({ item }) => item.cancelledFrom ?? null)}::date[],
				${column(({ source }) => source)}::text[], ${column(({ digest }) => digest)}::text[],
				${column(({ taken }) => JSON.stringify(taken))}::json[], ${column(({ partNames }) => partNames.join(' '))}::text[],
				${column(({ partsDigest }) => partsDigest)}::text[], ${column(({ item }) => JSON.stringify(item))}::json[],
				${column(({ item }) => JSON.stringify(cardOf(item)))}::json[],
				${column(({ published }) => published?.author.id ?? null)}::text[],
				${column(({ published }) => published?.author.name ?? null)}::text[],
				${column(({ published }) => published?.approver.id ?? null)}::text[],
				${column(({ published }) => published?.approver.name ?? null)}::text[],
				${column(({ published }) => published?.at.toISOString() ?? null)}::timestamptz[])
				as given (code, version, effective_from, cancelled_from, source, digest, parts, part_names, parts_digest,
					item, card, author_id, author_name, approver_id, approver_name, published_at)
			on conflict do nothing`.execute(trx.kysely);
		kept += numAffectedRows ?? 0n;
	}
	return Number(kept);
}

/** Forgets versions that came from files. */
export async function deleteVersions(trx: Inside, keys: readonly VersionKey[]): Promise<void> {
	await sql`delete from catalog_versions v
		using unnest(${keys.map(({ code }) => code)}::text[], ${keys.map(({ version }) => version)}::int[]) as gone (code, version)
		where v.code = gone.code and v.version = gone.version`.execute(trx.kysely);
}

/** Puts the item that the source of a version makes today in place of the one that it made before. */
export async function updateItem(
	trx: Inside,
	{ revision, format }: { revision: number; format: string },
	item: Item,
): Promise<void> {
	await sql`update catalog_versions set item = ${JSON.stringify(item)}::json,
		card = ${JSON.stringify(cardOf(item))}::json, item_format = ${format}, revision = ${revision}
		where code = ${item.code} and version = ${item.version}`.execute(trx.kysely);
}

/** Takes a published version back. Answers whether there was one to take back. */
export async function withdrawVersion(
	trx: Inside,
	{ code, version }: VersionKey,
	{ revision, by, at }: { revision: number; by: Who; at: Date },
): Promise<boolean> {
	const { numAffectedRows } = await sql`
		update catalog_versions set withdrawn_at = ${at}, withdrawn_by_id = ${by.id}, withdrawn_by_name = ${by.name},
			revision = ${revision}
		where code = ${code} and version = ${version} and withdrawn_at is null`.execute(trx.kysely);
	return numAffectedRows === 1n;
}

/** A version with its history, as the desk lists it. */
export interface VersionHistory extends VersionKey {
	effectiveFrom: string;
	cancelledFrom: string | null;
	origin: (typeof ORIGINS)[number];
	publishedAt: string | null;
	author: Who | null;
	approver: Who | null;
	withdrawn: { at: string; by: Who } | null;
}

const UTC = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`);
const instant = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', ${UTC})`;

/** Every version of an item, newest first, withdrawn ones too. */
export async function readHistory(db: Inside, code: string): Promise<VersionHistory[]> {
	const { rows } = await sql<VersionHistory>`
		select code, version, effective_from as "effectiveFrom", cancelled_from as "cancelledFrom", origin,
			${instant('published_at')} as "publishedAt",
			case when author_id is not null then json_build_object('id', author_id, 'name', author_name) end as author,
			case when approver_id is not null then json_build_object('id', approver_id, 'name', approver_name) end as approver,
			case when withdrawn_at is not null then json_build_object('at', ${instant('withdrawn_at')},
				'by', json_build_object('id', withdrawn_by_id, 'name', withdrawn_by_name)) end as withdrawn
		from catalog_versions where code = ${code} order by version desc`.execute(db.kysely);
	return rows;
}

/** Writes down what was done. Nothing of it is ever changed. */
export async function insertEntry(
	trx: Inside,
	{
		jurisdiction,
		code,
		change,
		entry,
	}: { jurisdiction: string; code: string; change: string | null; entry: Omit<Entry, 'at'> & { at: Date } },
): Promise<void> {
	await sql`insert into catalog_record (jurisdiction, code, change, version, act, by_id, by_name, note, at)
		values (${jurisdiction}, ${code}, ${change}, ${entry.version}, ${entry.act}, ${entry.by.id}, ${entry.by.name},
			${entry.note}, ${entry.at})`.execute(trx.kysely);
}

/** What was done to an item, or within one change of it; newest first. */
export async function readRecord(db: Inside, of: { code: string } | { change: string }): Promise<Entry[]> {
	const which = 'code' in of ? sql`code = ${of.code}` : sql`change = ${of.change}`;
	const { rows } = await sql<Entry>`
		select ${instant('at')} as at, act, json_build_object('id', by_id, 'name', by_name) as by, note, version
		from catalog_record where ${which} order by id desc limit 500`.execute(db.kysely);
	return rows;
}
