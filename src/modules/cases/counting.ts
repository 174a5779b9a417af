import { invalidInput } from '../../platform/http/input.ts';
import type { Language } from '../../platform/locales.ts';
import { textIn } from '../catalog/index.ts';
import { type CaseDesk, instantOf } from './case-commands.ts';
import { countedColumns } from './case-record.ts';
import { ratesOf, type Sums } from './counting.rules.ts';
import type { CountingQuery, Figures, ItemFigures, PublicFigures } from './counting.schema.ts';
import { findWithoutTimes, type ItemSums, keepTimes, sumDecided } from './counting.store.ts';

/** Fewer cases than this would tell of single applicants, so the public sees nothing. */
const FEWEST_SHOWN = 3;
/** Cases whose times are reckoned together. */
const RECKONED_TOGETHER = 200;

const NOTHING: Sums = {
	decided: 0,
	none: 0,
	one: 0,
	more: 0,
	visits: 0,
	online: 0,
	noticed: 0,
	timed: 0,
	kept: 0,
	late: 0,
	overLimit: 0,
	statutory: 0,
	promised: 0,
	spent: 0,
};

/** This year, as the platform's clock has it. */
function thisYear(desk: CaseDesk): { from: string; to: string } {
	const year = instantOf(desk).today.slice(0, 4);
	return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/**
 * The bureau's figures over the cases decided in a period, and those of each item: one query.
 * @throws Problem INVALID_INPUT when the period ends before it begins
 */
export async function countDecided(
	desk: CaseDesk,
	query: CountingQuery,
	language: Language,
): Promise<Figures> {
	const { from, to } = { ...thisYear(desk), ...query };
	if (from > to) throw invalidInput([{ path: '?to', code: 'TOO_SMALL', params: { limit: from } }]);
	const rows = await sumDecided(desk.platform.db, { from, to, item: query.item });
	const total = rows.find(({ item }) => item === null) ?? { ...NOTHING, item: null };
	return {
		from,
		to,
		total: figuresOf(total),
		items: rows
			.filter((row): row is ItemSums & { item: string } => row.item !== null)
			.map((row) => ({ code: row.item, name: nameOf(desk, row.item, language), ...figuresOf(row) })),
	};
}

function figuresOf({ item: _, ...counts }: ItemSums): Pick<ItemFigures, 'counts' | 'rates'> {
	return { counts, rates: ratesOf(counts) };
}

/** An item that is no longer in the catalogue is still counted, under its code. */
function nameOf({ catalog }: CaseDesk, code: string, language: Language): string {
	const item = catalog.find(code);
	return item ? textIn(item.name, language) : code;
}

/** What the public may know of an item this year; nothing while there are too few cases to hide anybody in. */
export async function countForPublic(desk: CaseDesk, code: string): Promise<PublicFigures> {
	const period = thisYear(desk);
	const rows = await sumDecided(desk.platform.db, { ...period, item: code });
	const sums = rows.find(({ item }) => item === code);
	if (!sums || sums.timed < FEWEST_SHOWN) return { ...period, figures: null };
	const { online, spent, statutory, visits } = ratesOf(sums);
	return {
		...period,
		figures: { decided: sums.decided, online, visits, spentDays: spent, statutoryDays: statutory },
	};
}

/** Reckons the times of decided cases that have none yet. Answers of how many they are known now. */
export async function reckonTimes(desk: CaseDesk): Promise<number> {
	const { db } = desk.platform;
	let known = 0;
	for (let after = ''; ; ) {
		const rows = await findWithoutTimes(db, { after, limit: RECKONED_TOGETHER });
		const last = rows.at(-1);
		if (!last) return known;
		after = last.id;
		const timed = rows
			.map(({ id, version, state }) => ({ id, version, times: countedColumns(state.law, desk.reckoning) }))
			.filter(({ times }) => times.timeliness !== null);
		if (timed.length > 0) await keepTimes(db, timed);
		known += timed.length;
	}
}
