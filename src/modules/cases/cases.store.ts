import { type RawBuilder, sql } from 'kysely';
import { LIGHTS, type Light, type PlainDate } from '../../law/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import type { CaseRecord } from './case-record.ts';
import { caseProblems } from './cases.problems.ts';
import { type CountedFilter, countedConditions } from './counting.store.ts';

/** A case's row, as far as it is read. */
export interface CaseRow {
	id: string;
	version: number;
	state: CaseRecord;
	dueOn: string | null;
	light: Light;
}

/** Which cases a list shows; everything left out does not narrow it. */
export interface CaseFilter {
	/** Cases of this account. */
	applicant?: string;
	/** Cases whose turn it is for one of these roles; a sole approver's only for the listed items. */
	turn?: { roles: string[]; soleItems: string[] };
	/** Cases of these items only, for somebody who may see no others. */
	items?: string[];
	stage?: string | undefined;
	light?: Light | undefined;
	item?: string | undefined;
	text?: string | undefined;
	counted?: CountedFilter | undefined;
}

/** Lists count no further than this: the cost of a page must not grow with the years. */
const COUNTED = 10_000;

/** The light of a row on a day, from the dates that were reckoned when it was written. */
function lightOn(today: PlainDate): RawBuilder<Light> {
	const day = sql`${today}::date`;
	return sql<Light>`case
		when lit_from is null then 'NONE'
		when red_on <= ${day} then 'RED'
		when stopped_from <= ${day} and ${day} <= stopped_to then 'NONE'
		when orange_on <= ${day} then 'ORANGE'
		when yellow_on <= ${day} then 'YELLOW'
		else 'GREEN' end`;
}

function columns(today: PlainDate) {
	return sql`id, version, state, due_on::text as "dueOn", ${lightOn(today)} as light`;
}

function conditions(filter: CaseFilter, today: PlainDate): RawBuilder<unknown> {
	const parts: RawBuilder<unknown>[] = [sql`true`];
	const { applicant, turn, items, stage, light, item, text, counted } = filter;
	if (applicant !== undefined) parts.push(sql`applicant = ${applicant}`);
	if (turn) {
		const ordinary = turn.roles.filter((role) => role !== 'SOLE_APPROVER');
		const alone = sql`('SOLE_APPROVER' = any(turn) and item_code = any(${turn.soleItems}))`;
		const either = turn.roles.includes('SOLE_APPROVER') ? sql` or ${alone}` : sql``;
		parts.push(sql`(turn && ${ordinary}${either})`);
	}
	if (items) parts.push(sql`item_code = any(${items})`);
	if (stage !== undefined) parts.push(sql`stage = ${stage}`);
	if (light !== undefined) parts.push(sql`${lightOn(today)} = ${light}`);
	if (item !== undefined) parts.push(sql`item_code = ${item}`);
	if (counted) parts.push(...countedConditions(counted));
	if (text) {
		const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
		parts.push(sql`(number like ${pattern} or applicant_name ilike ${pattern})`);
	}
	return sql.join(parts, sql` and `);
}

/** Sorted by what is due first; the cursor is the last row's due day and id. */
export async function findCases(
	db: Db,
	filter: CaseFilter,
	page: { today: PlainDate; limit: number; after?: { due: string; id: string } | undefined },
): Promise<CaseRow[]> {
	const { today, limit, after } = page;
	const place = sql`coalesce(due_on, 'infinity'::date)`;
	const from = after ? sql`(${place}, id) > (${after.due}::date, ${after.id})` : sql`true`;
	const { rows } = await sql<CaseRow>`
		select ${columns(today)} from cases where ${conditions(filter, today)} and ${from}
		order by ${place}, id limit ${limit}`.execute(db.kysely);
	return rows;
}

/** An applicant's own cases, newest first; the cursor is the last row's number. */
export async function findOwnCases(
	db: Db,
	filter: CaseFilter,
	page: { today: PlainDate; limit: number; after?: string | undefined },
): Promise<CaseRow[]> {
	const from = page.after === undefined ? sql`true` : sql`number < ${page.after}`;
	const { rows } = await sql<CaseRow>`
		select ${columns(page.today)} from cases where ${conditions(filter, page.today)} and ${from}
		order by number desc limit ${page.limit}`.execute(db.kysely);
	return rows;
}

/** How many cases the filter finds, by light. */
export async function countCases(
	db: Db,
	filter: CaseFilter,
	today: PlainDate,
): Promise<Record<Light, number>> {
	const { rows } = await sql<{ light: Light; count: number }>`
		select light, count(*)::int as count from (
			select ${lightOn(today)} as light from cases where ${conditions(filter, today)} limit ${COUNTED}
		) as found group by light`.execute(db.kysely);
	const counts = Object.fromEntries(LIGHTS.map((light) => [light, 0])) as Record<Light, number>;
	for (const { light, count } of rows) counts[light] = count;
	return counts;
}

/** A case's row with its light on a day; undefined when there is none. */
export async function findCase(db: Db, id: string, today: PlainDate): Promise<CaseRow | undefined> {
	const { rows } = await sql<CaseRow>`select ${columns(today)} from cases where id = ${id}`.execute(
		db.kysely,
	);
	return rows[0];
}

/** @throws Problem CASE_NOT_FOUND */
export async function getCase(db: Db, id: string, today: PlainDate): Promise<CaseRow> {
	return (await findCase(db, id, today)) ?? throwCaseNotFound();
}

/** The same answer for a case that does not exist and one that is not the asker's: neither tells of the other. */
export function throwCaseNotFound(): never {
	throw new Problem({
		code: caseProblems.CASE_NOT_FOUND,
		signposts: [{ code: 'MY_CASES', action: 'OPEN', href: '/my' }, signposts.hotline],
	});
}

/** Cases in which time itself has something to write by today, less those already looked at. */
export async function findDueForSettlement(
	db: Db,
	page: { today: PlainDate; limit: number; except: readonly string[] },
): Promise<CaseRow[]> {
	const { rows } = await sql<CaseRow>`
		select ${columns(page.today)} from cases
		where settle_on <= ${page.today}::date and id <> all(${[...page.except]}::text[])
		order by settle_on, id limit ${page.limit}`.execute(db.kysely);
	return rows;
}

/** Digits of the serial at the end of a case number. */
export const SERIAL_DIGITS = 6;

/** The next case number: district, year, serial. Gaps are possible, repeats are not. */
export async function nextCaseNumber(db: Db, jurisdiction: string, year: string): Promise<string> {
	const { rows } = await sql<{ serial: string }>`select nextval('case_serial')::text as serial`.execute(
		db.kysely,
	);
	return `${jurisdiction}${year}${(rows[0]?.serial ?? '').padStart(SERIAL_DIGITS, '0')}`;
}
