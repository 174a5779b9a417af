import { type Kysely, sql } from 'kysely';
import type { Migrations } from '../../platform/db/index.ts';

/**
 * How often the applicants had to come, from the log: what `presenceAfter` in counting.rules.ts folds, for cases that
 * were written before it did.
 */
const COUNT_PRESENCE = `
	with steps as (
		select jurisdiction, stream, version, type, data->>'on' as day,
			case type
				when 'Submitted' then data->>'channel'
				when 'CorrectedOnSpot' then 'WINDOW'
				when 'Delivered' then data->>'method'
				else case when data #>> '{extra,by,role}' = 'APPLICANT' then 'ONLINE' else 'WINDOW' end
			end as way
		from events
		where kind = 'case'
			and type in ('Submitted', 'CorrectedOnSpot', 'Delivered', 'SupplementReceived', 'OwedPaperSupplied')
	), days as (
		select jurisdiction, stream, day, min(version) as first
		from steps where way = 'WINDOW' group by jurisdiction, stream, day
	), counted as (
		select jurisdiction, stream,
			bool_and(way = 'ONLINE' or (way = 'MAIL' and type = 'Delivered')) as online,
			(select coalesce(jsonb_agg(days.day order by days.first), '[]') from days
				where days.jurisdiction = steps.jurisdiction and days.stream = steps.stream) as days
		from steps group by jurisdiction, stream
	)
	update cases set
		state = state || jsonb_build_object('presence', jsonb_build_object('days', days, 'online', counted.online)),
		visits = jsonb_array_length(days),
		online = counted.online,
		noticed_on = (state #>> '{law,supplement,on}')::date,
		decided_on = (state #>> '{law,decision,on}')::date
	from counted where cases.jurisdiction = counted.jurisdiction and cases.id = counted.stream`;

/** Fills the columns of counting that follow from events; the times need the calendar and are reckoned by the server. */
// biome-ignore lint/suspicious/noExplicitAny: migrations run on whatever schema stands at that moment; so does Kysely's own `Migration` type.
export async function countPresence(db: Kysely<any>): Promise<void> {
	// Without a case there is nothing to count, and in a new database the log is not there yet.
	const { rows } = await sql`select 1 from cases limit 1`.execute(db);
	if (rows.length > 0) await sql.raw(COUNT_PRESENCE).execute(db);
}

/** What is counted of each case: days of presence, notice, decision and its times. */
export const countingMigrations: Migrations = {
	cases_counting_001_columns: {
		async up(db) {
			await sql`
				alter table cases
					add column noticed_on date,
					add column decided_on date,
					add column visits integer not null default 0,
					add column online boolean not null default true,
					add column statutory_days integer,
					add column promised_days integer,
					add column spent_days integer,
					add column timeliness text`.execute(db);
			await countPresence(db);
			// Holds every column that the figures are made of, so that they need no row of the table itself.
			await sql`
				create index cases_by_decision on cases (jurisdiction, decided_on, item_code)
					include (noticed_on, visits, online, statutory_days, promised_days, spent_days, timeliness)
					where decided_on is not null`.execute(db);
			await sql`
				create index cases_without_times on cases (jurisdiction, id)
					where decided_on is not null and timeliness is null`.execute(db);
			// The latest notices of an item lend their words to the next one.
			await sql`
				create index cases_by_notice on cases (jurisdiction, item_code, noticed_on desc)
					where noticed_on is not null`.execute(db);
		},
	},
};
