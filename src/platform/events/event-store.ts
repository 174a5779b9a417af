import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { Problem } from '../http/problem.ts';
import { signposts } from '../http/signposts.ts';
import { isUnavailable } from '../unavailable.ts';
import { appendSql, COLUMNS_SQL, type EventLine, instantOf, READ_SQL } from './append.sql.ts';
import { GENESIS, hashEvent } from './canonical.ts';
import type { Append, Appended, EventStore, JsonObject, NewEvent, StoredEvent } from './event.ts';
import { createHeads } from './heads.ts';
import { createLane, type Waiting } from './lane.ts';

/** What a store is for. */
export interface EventStoreOptions {
	/** Kind of stream, e.g. `case`; stands beside each event and goes out with it. */
	kind: string;
	/** Table of current states. Has the columns jurisdiction, id, version, head, state and whatever the room adds. */
	rowTable: string;
	jurisdiction: string;
	/** Called after each commit, so that the outbox need not be asked all the time. */
	onCommit?: () => void;
}

/** An append on its way. Its id tells it from another with the same content. */
interface Write extends Append {
	id: string;
}
type Entry = Waiting<Write, Appended>;

/** How often one write is tried when the connection breaks under it. */
const TRIES = 4;

/** The log of one kind of stream. Any number of stores, in any number of processes, may work on one database. */
export function createEventStore(db: { pool: Pool }, options: EventStoreOptions): EventStore {
	const { kind, rowTable, jurisdiction, onCommit = () => undefined } = options;
	const heads = createHeads(db.pool, rowTable, jurisdiction);
	let prepared: Promise<{ columns: Set<string>; sql: string }> | undefined;

	async function prepare() {
		const { rows } = await db.pool.query<{ name: string }>(COLUMNS_SQL, [rowTable]);
		const columns = rows.map(({ name }) => name);
		return { columns: new Set(columns), sql: appendSql(rowTable, columns) };
	}

	/** Writes a batch as one statement; answers the ids of the streams that were at their expected version. */
	async function write(batch: Entry[]): Promise<Map<string, Appended>> {
		const { sql } = await table();
		await heads.load(batch.map(({ item }) => item));
		const known = batch.flatMap(({ item }) => {
			const was = heads.at(item.stream, item.expectedVersion);
			return was === undefined ? [] : [{ append: item, was, events: chain(item, was, jurisdiction) }];
		});
		if (known.length === 0) return new Map();
		known.sort((a, b) => (a.append.stream < b.append.stream ? -1 : 1));
		const { rows } = await db.pool.query<{ id: string }>({
			name: `append ${rowTable}`,
			text: sql,
			values: [
				jurisdiction,
				kind,
				known.map(({ append }) => append.stream),
				JSON.stringify(
					known.map(({ append, was }) => ({ id: append.stream, expected: append.expectedVersion, was })),
				),
				JSON.stringify(known.map(({ append, events }) => rowOf(append, events, jurisdiction))),
				JSON.stringify(
					known.flatMap(({ append, events }) => events.map((event) => ({ ...event, append: append.id }))),
				),
			],
		});
		const accepted = new Set(rows.map(({ id }) => id));
		onCommit();
		return new Map(
			known
				.filter(({ append }) => accepted.has(append.stream))
				.map(({ append, events }) => [append.stream, reached(events)]),
		);
	}

	const table = () => {
		prepared ??= prepare().catch((error: unknown) => {
			prepared = undefined;
			throw error;
		});
		return prepared;
	};

	function answer(batch: Entry[], written: Map<string, Appended>): void {
		for (const { stream, item, resolve, reject } of batch) {
			const appended = written.get(stream);
			if (appended) {
				heads.remember(stream, appended);
				resolve(appended);
			} else {
				heads.forget(stream);
				reject(staleVersion(item));
			}
		}
	}

	/** A batch that failed as a whole is tried one by one, so that one bad row harms nobody else. */
	async function writeBatch(batch: Entry[]): Promise<void> {
		try {
			return answer(batch, await write(batch));
		} catch (error) {
			for (const { stream } of batch) heads.forget(stream);
			if (batch.length === 1 && !isUnavailable(error)) throw error;
		}
		for (const [index, entry] of batch.entries()) {
			const lost = await writeAlone(entry);
			if (lost === undefined) continue;
			// The database is away: whoever is left need not wait for the same.
			for (const { reject } of batch.slice(index)) reject(unavailable(lost));
			return;
		}
	}

	/**
	 * A connection that breaks while the statement is on its way leaves open whether it was committed. So it is tried
	 * again, and when the stream has moved on, the log is asked whether it was by this very write.
	 * Answers the failure when the database cannot be asked.
	 */
	async function writeAlone(entry: Entry): Promise<unknown> {
		for (let attempt = 1; ; attempt += 1) {
			try {
				const written = (await write([entry])).get(entry.stream) ?? (await findOwn(entry.item));
				answer([entry], new Map(written && [[entry.stream, written]]));
				return undefined;
			} catch (error) {
				heads.forget(entry.stream);
				if (!isUnavailable(error)) {
					entry.reject(error);
					return undefined;
				}
				if (attempt === TRIES) return error;
			}
			await pause(50 * 2 ** attempt);
		}
	}

	async function findOwn({ stream, id }: Write): Promise<Appended | undefined> {
		const { rows } = await db.pool.query<Appended>(
			`select version, hash as head from events where jurisdiction = $1 and stream = $2 and append_id = $3
			order by version desc limit 1`,
			[jurisdiction, stream, id],
		);
		return rows[0];
	}

	async function read(stream: string): Promise<StoredEvent[]> {
		const { rows } = await db.pool.query<EventLine>(READ_SQL, [jurisdiction, [stream]]);
		const events = rows.map(toEvent);
		const last = events.at(-1);
		if (last) heads.remember(stream, { version: last.version, head: last.hash });
		return events;
	}

	const lane = createLane<Write, Appended>(writeBatch);
	return {
		kind,
		rowTable,
		read,
		idle: lane.idle,
		async append(append) {
			const size = checkAppend(append, (await table()).columns, jurisdiction);
			return lane.enter({ ...append, id: randomUUID() }, append.stream, size);
		},
		async streams(after = '', limit = 1000) {
			const { rows } = await db.pool.query<{ id: string }>(
				`select id from "${rowTable}" where jurisdiction = $1 and id > $2 order by id limit $3`,
				[jurisdiction, after, limit],
			);
			return rows.map(({ id }) => id);
		},
	};
}

/** Mistakes of the caller, found before they can meet other people's writes. Answers the size in bytes. */
function checkAppend(append: Append, columns: Set<string>, jurisdiction: string): number {
	const { stream, expectedVersion, events, row } = append;
	if (events.length === 0) throw new TypeError(`append to ${stream} without events`);
	if (!Number.isSafeInteger(expectedVersion) || expectedVersion < 0) throw new TypeError('expectedVersion');
	const strange = Object.keys(row).find((column) => !columns.has(column));
	if (strange !== undefined) throw new TypeError(`the row table has no column ${strange}`);
	for (const { at } of events) {
		if (Number.isNaN(Date.parse(at)) || new Date(at).toISOString() !== at)
			throw new TypeError(`not an instant: ${at}`);
	}
	chain(append, GENESIS, jurisdiction);
	return JSON.stringify(events).length + JSON.stringify(row).length;
}

interface Link extends NewEvent {
	stream: string;
	version: number;
	previousHash: string;
	hash: string;
}

/** Numbers the events and hangs each on the one before. */
function chain(
	{ stream, expectedVersion, events }: Omit<Append, 'row'>,
	was: string,
	jurisdiction: string,
): Link[] {
	let previousHash = was;
	return events.map(({ type, data, actor, at }, index) => {
		const link = { stream, version: expectedVersion + index + 1, type, data, actor, at, previousHash };
		previousHash = hashEvent({ ...link, jurisdiction });
		return { ...link, hash: previousHash };
	});
}

function reached(events: Link[]): Appended {
	const last = events.at(-1);
	if (!last) throw new TypeError('append without events');
	return { version: last.version, head: last.hash };
}

function rowOf({ row, stream }: Append, events: Link[], jurisdiction: string): JsonObject {
	const { version, head } = reached(events);
	return { ...row, jurisdiction, id: stream, version, head };
}

function toEvent({
	stream,
	version,
	type,
	data,
	actor,
	at,
	recordedAt,
	previousHash,
	hash,
}: EventLine): StoredEvent {
	return {
		stream,
		version,
		type,
		data: JSON.parse(data) as JsonObject,
		actor,
		at: instantOf(at),
		recordedAt,
		previousHash,
		hash,
	};
}

/** 409: somebody else has written since the caller looked. */
export function staleVersion({ expectedVersion }: { expectedVersion: number }): Problem {
	return new Problem({
		code: 'STALE_VERSION',
		params: { expected: expectedVersion },
		signposts: [{ code: 'LOOK_AGAIN', action: 'RELOAD' }, signposts.hotline],
	});
}

function unavailable(cause: unknown): Problem {
	return new Problem({
		code: 'TEMPORARILY_UNAVAILABLE',
		headers: { 'retry-after': '5' },
		signposts: [signposts.retry, signposts.hotline],
		cause,
	});
}
