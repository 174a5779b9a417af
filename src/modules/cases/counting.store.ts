import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import type { JsonObject } from '../../platform/events/index.ts';
import type { CaseRecord } from './case-record.ts';
import type { CaseQuery } from './cases.schema.ts';
import type { Sums } from './counting.rules.ts';
import type { Judgement } from './judgement.schema.ts';

/** The part of a list's query that belongs to counting. */
export type CountedFilter = Pick<
	CaseQuery,
	'decidedFrom' | 'decidedTo' | 'visits' | 'online' | 'noticed' | 'timed' | 'late'
>;

const VISITS = { NONE: sql`visits = 0`, ONE: sql`visits = 1`, MORE: sql`visits > 1` };
const LATE = {
	NO: sql`timeliness = 'KEPT'`,
	PROMISE: sql`timeliness in ('PROMISE_MISSED', 'LIMIT_MISSED')`,
	LIMIT: sql`timeliness = 'LIMIT_MISSED'`,
};

/** The conditions of a list by what is counted. Every one of them asks for decided cases. */
export function countedConditions(filter: CountedFilter): RawBuilder<unknown>[] {
	const { decidedFrom, decidedTo, visits, online, noticed, timed, late } = filter;
	const parts = [
		decidedFrom === undefined ? undefined : sql`decided_on >= ${decidedFrom}::date`,
		decidedTo === undefined ? undefined : sql`decided_on <= ${decidedTo}::date`,
		visits && VISITS[visits],
		online === undefined ? undefined : sql`online = ${online}`,
		noticed === undefined ? undefined : sql`(noticed_on is not null) = ${noticed}`,
		timed === undefined ? undefined : sql`(timeliness is not null) = ${timed}`,
		late && LATE[late],
	].filter((part) => part !== undefined);
	return parts.length === 0 ? [] : [sql`decided_on is not null`, ...parts];
}

/** Sums of one item, or of all (`item` null). */
export type ItemSums = Sums & { item: string | null };

/**
 * The sums over the cases decided in a period, per item and for all: one query, out of one index. Its time grows with
 * the cases decided in the period, not with the cases there are.
 */
export async function sumDecided(
	db: Db,
	{ from, to, item }: { from: string; to: string; item: string | undefined },
): Promise<ItemSums[]> {
	const { rows } = await sql<ItemSums>`
		select item_code as item,
			count(*)::int as decided,
			count(*) filter (where ${VISITS.NONE})::int as none,
			count(*) filter (where ${VISITS.ONE})::int as one,
			count(*) filter (where ${VISITS.MORE})::int as more,
			coalesce(sum(visits), 0)::int as visits,
			count(*) filter (where online)::int as online,
			count(noticed_on)::int as noticed,
			count(timeliness)::int as timed,
			count(*) filter (where ${LATE.NO})::int as kept,
			count(*) filter (where ${LATE.PROMISE})::int as late,
			count(*) filter (where ${LATE.LIMIT})::int as "overLimit",
			coalesce(sum(statutory_days), 0)::int as statutory,
			coalesce(sum(promised_days), 0)::int as promised,
			coalesce(sum(spent_days), 0)::int as spent
		from cases
		where decided_on between ${from}::date and ${to}::date
			and ${item === undefined ? sql`true` : sql`item_code = ${item}`}
		group by grouping sets ((item_code), ())
		order by decided desc, item_code`.execute(db.kysely);
	return rows;
}

/** Decided cases whose times could not be reckoned yet: written before they were kept, or without a calendar. */
export async function findWithoutTimes(
	db: Db,
	page: { after: string; limit: number },
): Promise<{ id: string; version: number; state: CaseRecord }[]> {
	const { rows } = await sql<{ id: string; version: number; state: CaseRecord }>`
		select id, version, state from cases
		where decided_on is not null and timeliness is null and id > ${page.after}
		order by id limit ${page.limit}`.execute(db.kysely);
	return rows;
}

/** Keeps the times of cases that still stand at the version that they were reckoned from. */
export async function keepTimes(
	db: Db,
	rows: { id: string; version: number; times: JsonObject }[],
): Promise<void> {
	const lines = rows.map(({ id, version, times }) => ({ id, at: version, ...times }));
	await sql`
		update cases set statutory_days = t.statutory_days, promised_days = t.promised_days,
			spent_days = t.spent_days, timeliness = t.timeliness
		from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as
			t(id text, at int, statutory_days int, promised_days int, spent_days int, timeliness text)
		where cases.id = t.id and cases.version = t.at`.execute(db.kysely);
}

/** What was judged before the latest notices of an item, the newest first. */
export async function findJudgements(db: Db, item: string, limit: number): Promise<Judgement[][]> {
	const { rows } = await sql<{ judgement: Judgement[] | null }>`
		select state #> '{content,judgement}' as judgement from cases
		where item_code = ${item} and noticed_on is not null
		order by noticed_on desc limit ${limit}`.execute(db.kysely);
	return rows.map(({ judgement }) => judgement ?? []);
}
