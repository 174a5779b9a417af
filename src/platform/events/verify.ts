import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { type EventLine, instantOf, READ_SQL } from './append.sql.ts';
import { canonicalJson, GENESIS, hashEvent, parseStrictly } from './canonical.ts';
import type { Json, JsonObject, StoredEvent } from './event.ts';

/** A kind of stream that can be checked: its events folded anew must give its row. */
export interface VerifiedStream {
	kind: string;
	rowTable: string;
	/** The row as the room would write it after these events, by column; without version and head. */
	fold(events: StoredEvent[]): JsonObject;
	/** Columns that do not follow from events. */
	except?: readonly string[];
}

/** One thing that is not as it was written. */
export interface Finding {
	jurisdiction: string;
	stream: string;
	/** Where in the stream; absent when it concerns the row. */
	version?: number;
	what: string;
}

/** What was looked at. */
export interface Verification {
	streams: number;
	events: number;
	findings: number;
	/**
	 * SM3 over all heads in order. Whoever keeps it elsewhere can tell later that no whole stream has vanished, which a
	 * chain cannot say of itself.
	 */
	seal: string;
}

/** Streams that are held in memory at a time. */
const PAGE = 200;

/**
 * Checks every chain, every gap and every row of every jurisdiction, page by page. `pool` must see everything: the
 * owner's. Findings come as they are found.
 */
export async function verifyEvents(
	pool: Pool,
	kinds: readonly VerifiedStream[],
	report: (finding: Finding) => void,
): Promise<Verification> {
	const seal = createHash('sm3');
	const total = { streams: 0, events: 0, findings: 0 };
	const tell = (finding: Finding) => {
		total.findings += 1;
		report(finding);
	};
	for (const { jurisdiction, kind } of await kindsIn(pool, kinds)) {
		const known = kinds.find((each) => each.kind === kind);
		if (!known) tell({ jurisdiction, stream: '*', what: `events of a kind that nobody knows: ${kind}` });
		for await (const page of pagesOf(pool, jurisdiction, kind, known?.rowTable)) {
			for (const { id, events, row } of page) {
				total.streams += 1;
				total.events += events.length;
				const found = [...checkChain(id, events, jurisdiction, kind)];
				if (known && found.length === 0)
					found.push(...(await checkRow(pool, known, id, events, row, jurisdiction)));
				for (const finding of found) tell({ jurisdiction, stream: id, ...finding });
				seal.update(`${jurisdiction} ${kind} ${id} ${events.at(-1)?.hash ?? ''}\n`);
			}
		}
	}
	return { ...total, seal: seal.digest('hex') };
}

type Found = Omit<Finding, 'jurisdiction' | 'stream'>;

/** Numbers without gaps, each event on the one before, each hash right. */
function* checkChain(
	stream: string,
	lines: EventLine[],
	jurisdiction: string,
	kind: string,
): Generator<Found> {
	let previousHash = GENESIS;
	let expected = 1;
	for (const line of lines) {
		const { version } = line;
		if (version !== expected) yield { version: expected, what: missing(expected, version - 1) };
		else if (line.previousHash !== previousHash)
			yield { version, what: 'does not hang on the event before it' };
		if (line.kind !== kind) yield { version, what: `is filed under another kind: ${line.kind}` };
		const altered = checkHash(stream, line, jurisdiction);
		if (altered) yield { version, what: altered };
		previousHash = line.hash;
		expected = version + 1;
	}
}

function missing(from: number, to: number): string {
	return from === to ? 'event is missing' : `events ${from} to ${to} are missing`;
}

/** Undefined when the event is as it was written. */
function checkHash(stream: string, line: EventLine, jurisdiction: string): string | undefined {
	const { version, type, actor, previousHash } = line;
	try {
		const data = parseStrictly(line.data) as JsonObject;
		const at = instantOf(line.at);
		const hash = hashEvent({ jurisdiction, stream, version, type, data, actor, at, previousHash });
		return hash === line.hash
			? undefined
			: 'is not as it was written (type, data, actor, time, order or hash altered)';
	} catch (error) {
		return `is not as it was written: ${error instanceof Error ? error.message : String(error)}`;
	}
}

/** Head, version and every folded column of the row. */
async function checkRow(
	pool: Pool,
	known: VerifiedStream,
	id: string,
	lines: EventLine[],
	row: JsonObject | null,
	jurisdiction: string,
): Promise<Found[]> {
	const last = lines.at(-1);
	if (!last) return [{ version: 1, what: 'row has no events: they are missing' }];
	if (!row) return [{ what: `row is missing in ${known.rowTable}` }];
	if (row.version !== last.version) {
		const from = last.version + 1;
		const what = `row stands at version ${row.version}, the events end at ${last.version}`;
		return [{ version: from, what }];
	}
	if (row.head !== last.hash) return [{ version: last.version, what: 'row names another hash as its head' }];
	let folded: JsonObject;
	try {
		folded = { ...known.fold(lines.map(toEvent)), jurisdiction, id, version: last.version, head: last.hash };
	} catch (error) {
		return [{ what: `events cannot be folded: ${error instanceof Error ? error.message : String(error)}` }];
	}
	const expected = await asRow(pool, known.rowTable, folded);
	const except = new Set(known.except ?? []);
	const differing = Object.keys(row).filter(
		(column) =>
			!except.has(column) && canonicalJson(row[column] as Json) !== canonicalJson(expected[column] as Json),
	);
	return differing.map((column) => ({ what: `row differs from its events in column ${column}` }));
}

/** The folded row as the table would hold it: numbers, dates and instants in the database's own writing. */
async function asRow(pool: Pool, rowTable: string, row: JsonObject): Promise<JsonObject> {
	const { rows } = await pool.query<{ row: string }>(
		`select to_jsonb(jsonb_populate_record(null::"${rowTable}", $1::jsonb))::text as row`,
		[JSON.stringify(row)],
	);
	return JSON.parse(rows[0]?.row ?? '{}') as JsonObject;
}

function toEvent(line: EventLine): StoredEvent {
	const { stream, version, type, actor, recordedAt, previousHash, hash } = line;
	const data = JSON.parse(line.data) as JsonObject;
	return { stream, version, type, data, actor, at: instantOf(line.at), recordedAt, previousHash, hash };
}

/** Every kind in every jurisdiction that has events or rows. */
async function kindsIn(pool: Pool, kinds: readonly VerifiedStream[]) {
	const rows = kinds.map(
		({ rowTable }, n) => `select distinct jurisdiction, $${n + 1}::text from "${rowTable}"`,
	);
	const { rows: found } = await pool.query<{ jurisdiction: string; kind: string }>(
		`${['select distinct jurisdiction, kind from events', ...rows].join(' union ')} order by 1, 2`,
		kinds.map(({ kind }) => kind),
	);
	return found;
}

interface Page {
	id: string;
	events: EventLine[];
	row: JsonObject | null;
}

/** Streams in order, also those that have only events or only a row. */
async function* pagesOf(
	pool: Pool,
	jurisdiction: string,
	kind: string,
	rowTable?: string,
): AsyncGenerator<Page[]> {
	const rows = rowTable ? `union select id from "${rowTable}" where jurisdiction = $1 and id > $3` : '';
	const ids = `select distinct stream as id from events where jurisdiction = $1 and kind = $2 and stream > $3 ${rows}
		order by 1 limit ${PAGE}`;
	for (let after = ''; ; ) {
		const { rows: page } = await pool.query<{ id: string }>(ids, [jurisdiction, kind, after]);
		const last = page.at(-1);
		if (!last) return;
		after = last.id;
		yield readPage(
			pool,
			jurisdiction,
			page.map(({ id }) => id),
			rowTable,
		);
	}
}

async function readPage(pool: Pool, jurisdiction: string, ids: string[], rowTable?: string): Promise<Page[]> {
	const { rows: lines } = await pool.query<EventLine>(READ_SQL, [jurisdiction, ids]);
	const events = Map.groupBy(lines, ({ stream }) => stream);
	const rows = new Map<string, JsonObject>();
	if (rowTable) {
		const { rows: found } = await pool.query<{ id: string; row: string }>(
			`select id, to_jsonb(r)::text as row from "${rowTable}" r where jurisdiction = $1 and id = any($2::text[])`,
			[jurisdiction, ids],
		);
		for (const { id, row } of found) rows.set(id, JSON.parse(row) as JsonObject);
	}
	return ids.map((id) => ({ id, events: events.get(id) ?? [], row: rows.get(id) ?? null }));
}
