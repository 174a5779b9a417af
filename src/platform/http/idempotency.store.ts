import type { Pool } from 'pg';

/** An answer as it is kept for a second request with the same key. */
export interface KeptAnswer {
	fingerprint: string;
	status: number;
	headers: Record<string, string>;
	body: Buffer;
}

/** Who sent the key, and which. */
export interface KeyOf {
	jurisdiction: string;
	scope: string;
	key: string;
}

/** Hours for which an answer is kept. */
const RETENTION_HOURS = 24;

/** The keys that were used and the answers that were given. */
export function createIdempotencyStore(pool: Pool) {
	return {
		/** True when the key is ours now; false when somebody has it. A key past its retention is free again. */
		async claim({ jurisdiction, scope, key }: KeyOf): Promise<boolean> {
			const { rowCount } = await pool.query(
				`insert into idempotency as i (jurisdiction, scope, key) values ($1, $2, $3)
				on conflict (jurisdiction, scope, key) do update
					set created_at = now(), fingerprint = null, status = null, headers = null, body = null
					where i.created_at < now() - make_interval(hours => $4)`,
				[jurisdiction, scope, key, RETENTION_HOURS],
			);
			return rowCount === 1;
		},
		/** The answer under a key; undefined when none is kept (yet). */
		async find({ jurisdiction, scope, key }: KeyOf): Promise<KeptAnswer | undefined> {
			const { rows } = await pool.query<KeptAnswer>(
				`select fingerprint, status, headers, body from idempotency
				where jurisdiction = $1 and scope = $2 and key = $3 and status is not null`,
				[jurisdiction, scope, key],
			);
			return rows[0];
		},
		async keep({ jurisdiction, scope, key }: KeyOf, answer: KeptAnswer): Promise<void> {
			await pool.query(
				`update idempotency set fingerprint = $4, status = $5, headers = $6, body = $7
				where jurisdiction = $1 and scope = $2 and key = $3`,
				[jurisdiction, scope, key, answer.fingerprint, answer.status, answer.headers, answer.body],
			);
		},
		/** Gives a key back: nothing was done under it. */
		async release({ jurisdiction, scope, key }: KeyOf): Promise<void> {
			await pool.query('delete from idempotency where jurisdiction = $1 and scope = $2 and key = $3', [
				jurisdiction,
				scope,
				key,
			]);
		},
		/** Forgets what is past its retention. */
		async purge(): Promise<number> {
			const { rowCount } = await pool.query(
				'delete from idempotency where created_at < now() - make_interval(hours => $1)',
				[RETENTION_HOURS],
			);
			return rowCount ?? 0;
		},
	};
}

export type IdempotencyStore = ReturnType<typeof createIdempotencyStore>;
