/** Names of tables and columns come from our own code and the catalogue; still quoted, because `order` is a word. */
function quoted(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}

/**
 * The one statement that writes cases: up to 64 streams, all in one transaction because it is one statement.
 *
 * $1 jurisdiction, $2 kind, $3 ids in order, $4 heads: [{ id, expected, was }], $5 rows, $6 events.
 * It answers the ids that were written; whoever is missing was not at the expected version.
 *
 * `held` locks the rows in the order of their ids, so that two processes never wait for each other in a circle, and
 * sees what the last committer left. Two new streams with one id meet in the primary key of `events`, and the
 * statement of the slower one fails as a whole.
 */
export function appendSql(rowTable: string, columns: string[]): string {
	const table = quoted(rowTable);
	const names = columns.map(quoted).join(', ');
	const updates = columns
		.filter((column) => column !== 'jurisdiction' && column !== 'id')
		.map((column) => `${quoted(column)} = excluded.${quoted(column)}`)
		.join(', ');
	return `with held as materialized (
		select id, version, head from ${table} where jurisdiction = $1 and id = any($3::text[]) order by id for update
	), accepted as materialized (
		select i.id from jsonb_to_recordset($4::jsonb) as i(id text, expected int, was text) left join held using (id)
		where case when i.expected = 0 then held.id is null else held.version = i.expected and held.head = i.was end
	), written as (
		insert into ${table} (${names})
		select ${names} from jsonb_populate_recordset(null::${table}, $5::jsonb)
		where id in (select id from accepted) order by id
		on conflict (jurisdiction, id) do update set ${updates}
	), logged as (
		insert into events (jurisdiction, kind, stream, version, type, data, actor, at, previous_hash, hash, append_id)
		select $1, $2, e.stream, e.version, e.type, e.data, e.actor, e.at, e."previousHash", e.hash, e.append
		from jsonb_to_recordset($6::jsonb) as e(stream text, version int, type text, data jsonb, actor text,
			at timestamptz, "previousHash" text, hash text, append uuid)
		where e.stream in (select id from accepted) order by e.stream, e.version
		returning stream, version
	), posted as (
		insert into outbox (jurisdiction, kind, stream, version)
		select $1, $2, stream, version from logged order by stream, version
	)
	select id from accepted`;
}

/** Columns of a row table that are written by us and not by the database. $1: table. */
export const COLUMNS_SQL = `select attname as name from pg_attribute
	where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
	order by attnum`;

/** Events of streams, in order. $1 jurisdiction, $2 ids. Instants come as text with all their digits. */
export const READ_SQL = `select stream, version, kind, type, data::text as data, actor,
		to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
		to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt",
		previous_hash as "previousHash", hash
	from events where jurisdiction = $1 and stream = any($2::text[]) order by stream, version`;

/** One line of `READ_SQL`. */
export interface EventLine {
	stream: string;
	version: number;
	kind: string;
	type: string;
	data: string;
	actor: string;
	at: string;
	recordedAt: string;
	previousHash: string;
	hash: string;
}

/** `…:05.123000Z` → `…:05.123Z`, as JavaScript writes instants; more digits stay, for the hash to notice. */
export function instantOf(text: string): string {
	return text.replace(/000Z$/, 'Z');
}
