import { sql } from 'kysely';
import { type Clock, parseInstant } from './clock.ts';
import type { Db } from './db/index.ts';

/** A clock that runs like the machine's, some way from it, and can be moved forward. For the demo only. */
export interface DemoClock extends Clock {
	/**
	 * Moves the clock forward, for good: the distance is kept in the database.
	 * @returns false when the instant is not ahead of now; nothing is moved then
	 */
	moveTo(instant: Date): Promise<boolean>;
	/** Calls back after each move, so that timers can run what has come due. Returns the way to stop listening. */
	onMoved(listener: (now: Date) => void | Promise<void>): () => void;
}

/**
 * Opens the demo clock where the last run left it; on the first run at `start` (an instant or a date), else at now.
 * @param machine the time of the machine; tests give their own
 */
export async function openDemoClock(
	db: Db,
	start?: string | undefined,
	machine: Clock = { now: () => new Date() },
): Promise<DemoClock> {
	const wanted = start === undefined ? 0 : parseInstant(start) - machine.now().getTime();
	let offset = await firstOffset(db, wanted);
	const listeners = new Set<(now: Date) => void | Promise<void>>();
	const now = () => new Date(machine.now().getTime() + offset);
	return {
		now,
		async moveTo(instant) {
			const next = instant.getTime() - machine.now().getTime();
			const moved = await raiseOffset(db, next);
			offset = moved.offset;
			if (!moved.raised) return false;
			for (const listener of listeners) await listener(now());
			return true;
		},
		onMoved(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

async function firstOffset(db: Db, wanted: number): Promise<number> {
	await sql`INSERT INTO demo_clock (offset_ms) VALUES (${wanted}) ON CONFLICT DO NOTHING`.execute(db.kysely);
	return readOffset(db);
}

async function readOffset(db: Db): Promise<number> {
	const { rows } = await sql<{ offset_ms: number }>`SELECT offset_ms FROM demo_clock`.execute(db.kysely);
	const row = rows[0];
	if (!row) throw new Error('the demo clock has lost its row');
	return Number(row.offset_ms);
}

/** Forward only, also when two move it at once. */
async function raiseOffset(db: Db, next: number): Promise<{ raised: boolean; offset: number }> {
	const { rows } = await sql<{ offset_ms: number }>`
		UPDATE demo_clock SET offset_ms = ${next} WHERE offset_ms < ${next} RETURNING offset_ms`.execute(
		db.kysely,
	);
	return { raised: rows.length > 0, offset: await readOffset(db) };
}
