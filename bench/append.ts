import { randomUUID } from 'node:crypto';
import type { Db } from '../src/platform/db/index.ts';
import { hashEvent } from '../src/platform/events/canonical.ts';
import { createEventStore } from '../src/platform/events/index.ts';
import { add } from '../src/platform/events/testing.ts';

/** Writers that are busy at the same time. */
const WRITERS = 64;
const JURISDICTION = '370115';
const TARGET = { kind: 'counter', rowTable: 'counters', jurisdiction: JURISDICTION };

/** What one way of writing reached. */
export interface Measured {
	name: string;
	perSecond: number;
	/** Milliseconds that half of the writes needed at most. */
	p50: number;
	/** Milliseconds that 99 of 100 writes needed at most. */
	p99: number;
}

/** One durable append to a stream that nobody else writes: the version before is given. */
type Way = (stream: string, version: number) => Promise<unknown>;

/** The same work in three ways, in turns, so that a busy moment of the machine hits all of them. */
export async function measureAppends(db: Db, seconds: number): Promise<Measured[]> {
	const together = createEventStore(db, TARGET);
	const alone = Array.from({ length: WRITERS }, () => createEventStore(db, TARGET));
	const ways: [string, (writer: number) => Way][] = [
		['naive transaction: six round trips', () => naive(db)],
		[
			'one statement each, one by one (64 lanes)',
			(n) => (stream, version) => lane(alone, n).append(add(stream, version, 1)),
		],
		[
			'group commit: one statement for all who wait',
			() => (stream, version) => together.append(add(stream, version, 1)),
		],
	];
	const waits = ways.map(() => [] as number[]);
	const TURNS = 3;
	for (let turn = 0; turn < TURNS; turn += 1) {
		for (const [index, [, way]] of ways.entries()) waits[index]?.push(...(await run(way, seconds / TURNS)));
	}
	return ways.map(([name], index) => summary(name, waits[index] ?? [], seconds));
}

function lane<T>(lanes: T[], writer: number): T {
	const found = lanes[writer];
	if (found === undefined) throw new RangeError(`no lane for writer ${writer}`);
	return found;
}

/** Milliseconds of each write. */
async function run(way: (writer: number) => Way, seconds: number): Promise<number[]> {
	const waits: number[] = [];
	const until = performance.now() + seconds * 1000;
	await Promise.all(
		Array.from({ length: WRITERS }, async (_, writer) => {
			const append = way(writer);
			const stream = randomUUID();
			for (let version = 0; performance.now() < until; version += 1) {
				const began = performance.now();
				await append(stream, version);
				waits.push(performance.now() - began);
			}
		}),
	);
	return waits;
}

function summary(name: string, waits: number[], seconds: number): Measured {
	const sorted = waits.sort((a, b) => a - b);
	const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
	return { name, perSecond: sorted.length / seconds, p50: at(0.5), p99: at(0.99) };
}

/** What one would write first: begin, look and lock, event, row, outbox, commit. */
function naive({ pool }: Db): Way {
	return async (stream, version) => {
		const client = await pool.connect();
		try {
			await client.query('begin');
			const { rows } = await client.query<{ head: string }>(
				'select head from counters where jurisdiction = $1 and id = $2 for update',
				[JURISDICTION, stream],
			);
			const { events, row } = add(stream, version, 1);
			const [event] = events;
			if (!event) throw new TypeError('no event');
			const previousHash = rows[0]?.head ?? '0'.repeat(64);
			const link = { ...event, stream, version: version + 1, previousHash };
			const hash = hashEvent({ ...link, jurisdiction: JURISDICTION });
			await client.query(
				`insert into events (jurisdiction, kind, stream, version, type, data, actor, at, previous_hash, hash, append_id)
				values ($1, 'counter', $2, $3, $4, $5, $6, $7, $8, $9, gen_random_uuid())`,
				[
					JURISDICTION,
					stream,
					version + 1,
					event.type,
					event.data,
					event.actor,
					event.at,
					previousHash,
					hash,
				],
			);
			await client.query(
				`insert into counters (jurisdiction, id, version, head, state, total, on_day) values ($1, $2, $3, $4, $5, $6, $7)
				on conflict (jurisdiction, id) do update set version = excluded.version, head = excluded.head,
					state = excluded.state, total = excluded.total, on_day = excluded.on_day`,
				[JURISDICTION, stream, version + 1, hash, row.state, row.total, row.on_day],
			);
			await client.query(
				`insert into outbox (jurisdiction, kind, stream, version) values ($1, 'counter', $2, $3)`,
				[JURISDICTION, stream, version + 1],
			);
			await client.query('commit');
		} finally {
			client.release();
		}
	};
}
