import { sql } from 'kysely';
import type { Db } from '../db/index.ts';
import { Problem } from '../http/problem.ts';

/** Wrong passwords for one account from one address before that address has to wait. */
const PER_ADDRESS = 5;
/**
 * Wrong passwords for one account from anywhere. Higher, because this lock also shuts out its owner:
 * a vandal with one address must not be able to close the bureau's accounts, guessing from many must still end.
 */
const PER_ACCOUNT = 50;
/** Length of a lock, and the time after which old failures are forgotten. */
const MINUTES = 15;

/** Counts attempts to sign in. An attempt is counted before the password is looked at, so that many at once gain nothing. */
export interface Lockout {
	/**
	 * Counts one attempt.
	 * @throws Problem 429 `ACCOUNT_LOCKED` with the instant from which it may be tried again
	 */
	attempt(username: string, address: string): Promise<void>;
	/** Forgets the attempts after a success, and with them whatever is older than a day. */
	clear(username: string, address: string): Promise<void>;
}

/** Attempts are kept in the database, so that they outlive a restart and hold for every process. */
export function createLockout(db: Db): Lockout {
	const keys = (username: string, address: string) => ({
		address: `${username.toLowerCase()}|${address}`,
		account: `${username.toLowerCase()}|*`,
	});
	return {
		async attempt(username, address) {
			const key = keys(username, address);
			const until =
				(await count(db, key.address, PER_ADDRESS)) ?? (await count(db, key.account, PER_ACCOUNT));
			if (until) throw locked(until);
		},
		async clear(username, address) {
			const key = keys(username, address);
			await sql`DELETE FROM auth.attempts
				WHERE key IN (${key.address}, ${key.account}) OR since < now() - interval '1 day'`.execute(db.kysely);
		},
	};
}

/** Adds one to a counter, or starts it again when it is old. Returns the end of the lock when there is one. */
async function count(db: Db, key: string, limit: number): Promise<Date | undefined> {
	const { rows } = await sql<{ failures: number; until: Date }>`
		INSERT INTO auth.attempts AS a (key, failures, since) VALUES (${key}, 1, now())
		ON CONFLICT (key) DO UPDATE SET
			failures = CASE WHEN a.since < now() - make_interval(mins => ${MINUTES}) THEN 1 ELSE least(a.failures, ${limit}) + 1 END,
			since = CASE
				WHEN a.since < now() - make_interval(mins => ${MINUTES}) OR a.failures < ${limit} THEN now()
				ELSE a.since END
		RETURNING failures, since + make_interval(mins => ${MINUTES}) AS until`.execute(db.kysely);
	const row = rows[0];
	return row && row.failures > limit ? row.until : undefined;
}

function locked(until: Date): Problem {
	const seconds = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1000));
	return new Problem({
		code: 'ACCOUNT_LOCKED',
		params: { minutes: Math.ceil(seconds / 60) },
		headers: { 'retry-after': String(seconds) },
		signposts: [
			{ code: 'WAIT_AND_TRY', dueBy: until.toISOString(), params: { minutes: Math.ceil(seconds / 60) } },
			{ code: 'RESET_AT_WINDOW' },
		],
	});
}
