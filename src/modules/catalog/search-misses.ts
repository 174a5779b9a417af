import { sql } from 'kysely';
import { type Clock, chinaDay } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/index.ts';
import { maskedQuery } from './search-misses.mask.ts';

/** Different words that one day keeps. A flood of nonsense must not fill the database; the counts go on. */
export const MOST_A_DAY = 500;
/** Days after which the words are deleted. */
export const KEPT_DAYS = 365;
/** Rows that a report shows. */
const SHOWN = 200;

export interface Misses {
	misses: { query: string; times: number; last: string }[];
	searches: number;
	missed: number;
}

export interface MissStore {
	/** Counts a search; of one that led to nothing it keeps the words, masked. */
	count(query: string, missed: boolean): Promise<void>;
	/** What was missed in so many days, today included, most often first. */
	report(days: number): Promise<Misses>;
	/** Deletes what is older than a year. */
	purge(): Promise<void>;
}

export function createMissStore(db: Db, clock: Clock, jurisdiction: string): MissStore {
	const { kysely } = db;
	const before = (days: number) => sql`${chinaDay(clock.now())}::date - ${days}::int`;
	return {
		async count(query, missed) {
			const day = chinaDay(clock.now());
			const words = missed ? maskedQuery(query) : '';
			await kysely.transaction().execute(async (trx) => {
				// The row of the day is held until the end, so that two at once do not keep more than the day may.
				await sql`
					insert into catalog_searches as total (jurisdiction, day, searches, missed)
					values (${jurisdiction}, ${day}, 1, ${missed ? 1 : 0})
					on conflict (jurisdiction, day) do update
						set searches = total.searches + 1, missed = total.missed + excluded.missed`.execute(trx);
				if (words === '') return;
				await sql`
					insert into catalog_misses as miss (jurisdiction, day, query, times, last_at)
					select ${jurisdiction}, ${day}::date, ${words}, 1, ${clock.now()}::timestamptz
					where exists (select from catalog_misses where day = ${day}::date and query = ${words})
						or (select count(*) from catalog_misses where day = ${day}::date) < ${MOST_A_DAY}
					on conflict (jurisdiction, day, query) do update
						set times = miss.times + 1, last_at = excluded.last_at`.execute(trx);
			});
		},
		async report(days) {
			const { rows } = await sql<{ query: string; times: number; last: Date }>`
				select query, sum(times)::int as times, max(last_at) as last from catalog_misses
				where day > ${before(days)} group by query order by 2 desc, 3 desc, 1 limit ${SHOWN}`.execute(kysely);
			const totals = await sql<{ searches: number; missed: number }>`
				select coalesce(sum(searches), 0)::int as searches, coalesce(sum(missed), 0)::int as missed
				from catalog_searches where day > ${before(days)}`.execute(kysely);
			const { searches = 0, missed = 0 } = totals.rows[0] ?? {};
			return {
				misses: rows.map(({ query, times, last }) => ({ query, times, last: last.toISOString() })),
				searches,
				missed,
			};
		},
		async purge() {
			for (const table of ['catalog_misses', 'catalog_searches'])
				await sql`delete from ${sql.table(table)} where day <= ${before(KEPT_DAYS)}`.execute(kysely);
		},
	};
}
