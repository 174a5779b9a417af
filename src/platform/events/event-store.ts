import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { type EventLine, instantOf, READ_SQL } from './append.sql.ts';
import { GENESIS } from './canonical.ts';
import { chain } from './chain.ts';
import { createCommitter } from './committer.ts';
import type { Append, Appended, EventStore, JsonObject, StoredEvent } from './event.ts';
import { createHeads } from './heads.ts';
import { createLane } from './lane.ts';
import { createWriter, type Target, type Write } from './writer.ts';

/**
 * What a store is for. `kind` stands beside each event (`case`) and goes out with it; `rowTable` has the columns
 * jurisdiction, id, version, head, state and whatever the room adds.
 */
export interface EventStoreOptions extends Target {
	/** Called after each commit, so that the outbox need not be asked all the time. */
	onCommit?: () => void;
}

/** The log of one kind of stream. Any number of stores, in any number of processes, may work on one database. */
export function createEventStore(db: { pool: Pool }, options: EventStoreOptions): EventStore {
	const { kind, rowTable, jurisdiction, onCommit = () => undefined } = options;
	const heads = createHeads(db.pool, rowTable, jurisdiction);
	const writer = createWriter(db.pool, heads, options);
	const lane = createLane<Write, Appended>(createCommitter(writer, heads, onCommit));
	return {
		kind,
		rowTable,
		idle: lane.idle,
		async append(append) {
			const size = checkAppend(append, await writer.columns(), jurisdiction);
			return lane.enter({ ...append, id: randomUUID() }, append.stream, size);
		},
		async read(stream) {
			const { rows } = await db.pool.query<EventLine>(READ_SQL, [jurisdiction, [stream]]);
			const events = rows.map(toEvent);
			const last = events.at(-1);
			if (last) heads.remember(stream, { version: last.version, head: last.hash });
			return events;
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
		const isInstant = !Number.isNaN(Date.parse(at)) && new Date(at).toISOString() === at;
		if (!isInstant) throw new TypeError(`not an instant: ${at}`);
	}
	chain(append, GENESIS, jurisdiction);
	return JSON.stringify(events).length + JSON.stringify(row).length;
}

function toEvent(line: EventLine): StoredEvent {
	const { stream, version, type, actor, recordedAt, previousHash, hash } = line;
	const data = JSON.parse(line.data) as JsonObject;
	return { stream, version, type, data, actor, at: instantOf(line.at), recordedAt, previousHash, hash };
}
