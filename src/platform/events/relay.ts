import type { Pool, PoolClient } from 'pg';
import type { Bus, BusEvent } from '../bus.ts';
import { isUnavailable } from '../unavailable.ts';
import { instantOf } from './append.sql.ts';

/** Carries committed events from the outbox to the bus. */
export interface Relay {
	/** Something has been committed: look now rather than at the next turn. */
	nudge(): void;
	/** Carries everything that is due, and answers how many events arrived. */
	drain(): Promise<number>;
	stop(): Promise<void>;
}

/** Events per transaction. */
const BATCH = 100;
/** Other processes commit too, and a nudge may be lost with its process, in milliseconds. */
const INTERVAL = 1000;
/** A handler that fails for good is asked again at most this often, in seconds. */
const LONGEST_PAUSE = 3600;

/**
 * One process at a time carries, so that each stream arrives in order. An event whose handler fails holds back the
 * later ones of its stream, and of no other, until it has arrived.
 */
export function startRelay(options: {
	pool: Pool;
	bus: Bus;
	jurisdiction: string;
	onError: (error: unknown) => void;
}): Relay {
	const { pool, bus, jurisdiction, onError } = options;
	let timer: NodeJS.Timeout | undefined;
	let running: Promise<number> | undefined;
	let isNudged = false;
	let isStopped = false;

	async function drain(): Promise<number> {
		let arrived = 0;
		for (let more = true; more && !isStopped; ) {
			const taken = await inTransaction(pool, (client) => carry(client, bus, jurisdiction, onError));
			arrived += taken.arrived;
			more = taken.found > 0;
		}
		return arrived;
	}

	function turn(): void {
		clearTimeout(timer);
		if (isStopped) return;
		isNudged = false;
		running = drain()
			.catch((error: unknown) => {
				onError(error);
				return 0;
			})
			.finally(() => {
				running = undefined;
				if (isStopped) return;
				if (isNudged) turn();
				else timer = setTimeout(turn, INTERVAL);
			});
	}

	turn();
	return {
		nudge() {
			isNudged = true;
			if (!running) turn();
		},
		async drain() {
			let before = 0;
			while (running) before += await running;
			return before + (await drain());
		},
		async stop() {
			isStopped = true;
			clearTimeout(timer);
			await running;
		},
	};
}

interface OutboxLine extends Omit<BusEvent, 'jurisdiction'> {
	id: number;
}

async function carry(
	client: PoolClient,
	bus: Bus,
	jurisdiction: string,
	onError: (error: unknown) => void,
): Promise<{ found: number; arrived: number }> {
	const { rows: locks } = await client.query<{ ours: boolean }>(LOCK, [jurisdiction]);
	if (!locks[0]?.ours) return { found: 0, arrived: 0 };
	const { rows } = await client.query<OutboxLine>(DUE, [jurisdiction, BATCH]);
	const arrived: number[] = [];
	const held = new Set<string>();
	for (const { id, at, ...event } of rows) {
		if (held.has(event.stream)) continue;
		try {
			await bus.publish({ ...event, jurisdiction, at: instantOf(at) });
			arrived.push(id);
		} catch (error) {
			if (isUnavailable(error)) throw error;
			held.add(event.stream);
			onError(error);
			await client.query(POSTPONE, [id, String(error).slice(0, 500), LONGEST_PAUSE]);
		}
	}
	await client.query('delete from outbox where id = any($1::bigint[])', [arrived]);
	return { found: rows.length, arrived: arrived.length };
}

const LOCK = `select pg_try_advisory_xact_lock(hashtext('outbox'), hashtext($1)) as ours`;

const DUE = `select o.id, o.stream, o.version, o.kind, e.type, e.data, e.actor, e.hash,
		e.previous_hash as "previousHash",
		to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
		to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"
	from outbox o join events e using (jurisdiction, stream, version)
	where o.jurisdiction = $1 and not exists (
		select from outbox earlier
		where earlier.jurisdiction = o.jurisdiction and earlier.stream = o.stream and earlier.id <= o.id
			and earlier.due_at > clock_timestamp()
	)
	order by o.id limit $2`;

const POSTPONE = `update outbox set attempts = attempts + 1, last_error = $2,
		due_at = clock_timestamp() + make_interval(secs => least(power(2, attempts), $3))
	where id = $1`;

async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
	const client = await pool.connect();
	try {
		await client.query('begin');
		const result = await work(client);
		await client.query('commit');
		client.release();
		return result;
	} catch (error) {
		client.release(error instanceof Error ? error : true);
		throw error;
	}
}
