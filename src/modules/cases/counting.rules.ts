/**
 * What the bureau's figures mean, as pure functions over events and the clocks of the law. GB/T 39046 gives each item
 * a number of visits (到办事现场次数, `limit_scene_num`) as a promise; no statute or standard says how the visits, the
 * online rate (网办率) or the time saved of real cases are counted. The definitions here are the bureau's own choice:
 *
 * - **Visits**: the distinct days on which the applicant had to come: handing in at the window, correcting on the spot
 *   (当场更正 means being there), supplements or owed papers handed in at the window, collecting the result there. What a
 *   member of the staff records for the applicant was brought to the window. A hearing is a right and no errand, and to
 *   a site visit the bureau comes: neither counts.
 * - **Online**: every step of the applicant's was taken on line. A result sent by mail costs the applicant no step and
 *   leaves the case on line; papers sent in by mail do not.
 * - **Decided**: granted or refused; a case belongs to the day of its decision. What was withdrawn or not accepted has
 *   no decision and is not counted.
 * - **Days**: working days from acceptance to decision as clock C3 counts them: the day of acceptance is not counted and
 *   what Art. 45 takes out is out. A statutory limit in calendar days is put into the working days that it spans from
 *   the day of acceptance. An extension does not make the statutory limit longer.
 * - **Time saved**: statutory − real.
 * - **Late**: clock C3 (promise) or C2, C2x (statute, extension included) was over when the decision was made.
 */
import {
	addDays,
	CalendarYearMissing,
	type CaseEvent,
	type CaseState,
	clocksOf,
	type PlainDate,
	type Reckoning,
} from '../../law/index.ts';

/** How often the applicant had to come, and whether ever. */
export interface Presence {
	/** Days on which the applicant had to come, in order. */
	days: PlainDate[];
	/** Whether every step of the applicant's was taken on line. */
	online: boolean;
}

/** Before anything was done, nobody had to come. */
export const NO_PRESENCE: Presence = { days: [], online: true };

/** The presence after one more event. `byApplicant`: the applicant did it, and so did it on line. */
export function presenceAfter(before: Presence, event: CaseEvent, byApplicant: boolean): Presence {
	const way = wayOf(event, byApplicant);
	if (way === null) return before;
	const { on } = event.data;
	return {
		days: way === 'WINDOW' && !before.days.includes(on) ? [...before.days, on] : before.days,
		online: before.online && (way === 'ONLINE' || (way === 'MAIL' && event.type === 'Delivered')),
	};
}

/** How the applicant took this step; null where it is none of the applicant's. */
function wayOf(event: CaseEvent, byApplicant: boolean): 'ONLINE' | 'WINDOW' | 'MAIL' | null {
	switch (event.type) {
		case 'Submitted':
			return event.data.channel;
		case 'CorrectedOnSpot':
			return 'WINDOW';
		case 'SupplementReceived':
		case 'OwedPaperSupplied':
			return byApplicant ? 'ONLINE' : 'WINDOW';
		case 'Delivered':
			return event.data.method;
		default:
			return null;
	}
}

/** Whether a decision came in time: as promised, later than promised, later than the law allows. */
export const TIMELINESS = ['KEPT', 'PROMISE_MISSED', 'LIMIT_MISSED'] as const;
export type Timeliness = (typeof TIMELINESS)[number];

/** The limits and the real time of a decided case, in working days. */
export interface Times {
	statutory: number;
	promised: number;
	spent: number;
	timeliness: Timeliness;
}

/** The times of a decided case; null while there is no decision, or where a year of it has no calendar. */
export function timesOf(law: CaseState, reckoning: Reckoning): Times | null {
	const { decision, rules } = law;
	if (!decision || !rules) return null;
	const clocks = clocksOf(law, decision.on, reckoning);
	const promise = clocks.find(({ id }) => id === 'C3');
	const limit = clocks.find(({ id }) => id === 'C2x') ?? clocks.find(({ id }) => id === 'C2');
	const statutory = statutoryDays(law, reckoning);
	if (!promise || !limit || promise.used === null || limit.used === null || statutory === null) return null;
	const timeliness = limit.late ? 'LIMIT_MISSED' : promise.late ? 'PROMISE_MISSED' : 'KEPT';
	return { statutory, promised: rules.promiseDays, spent: promise.used, timeliness };
}

/** The statutory limit in working days; null where a year has no calendar. */
function statutoryDays({ rules, acceptance }: CaseState, { calendar }: Reckoning): number | null {
	if (!rules || !acceptance) return null;
	const { days, unit } = rules.limit;
	if (unit === 'WD') return days;
	try {
		return calendar.between(acceptance.on, addDays(acceptance.on, days));
	} catch (error) {
		if (error instanceof CalendarYearMissing) return null;
		throw error;
	}
}

/** Sums over decided cases, as the database gives them. */
export interface Sums {
	decided: number;
	/** Cases without a visit, with one, with more, and all visits together. */
	none: number;
	one: number;
	more: number;
	visits: number;
	online: number;
	/** Cases in which a supplement notice was given. */
	noticed: number;
	/** Cases whose times are known; the following are of these. */
	timed: number;
	kept: number;
	late: number;
	overLimit: number;
	statutory: number;
	promised: number;
	spent: number;
}

/** Averages and shares over decided cases; null where there is nothing to divide by. */
export interface Rates {
	/** Visits per case. */
	visits: number | null;
	/** Share of cases whose every step was on line (网办率), 0 to 1. */
	online: number | null;
	/** Share of cases decided as promised. */
	kept: number | null;
	/** Average working days. */
	statutory: number | null;
	promised: number | null;
	spent: number | null;
	/** Share of the statutory time that was not needed (时限压缩率). */
	saved: number | null;
}

/** What the sums come to. */
export function ratesOf(sums: Sums): Rates {
	const { decided, timed, statutory, spent } = sums;
	return {
		visits: ratio(sums.visits, decided),
		online: ratio(sums.online, decided),
		kept: ratio(sums.kept, timed),
		statutory: ratio(statutory, timed),
		promised: ratio(sums.promised, timed),
		spent: ratio(spent, timed),
		saved: ratio(statutory - spent, statutory),
	};
}

/** To four digits: enough for a percentage with two. */
function ratio(part: number, whole: number): number | null {
	return whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
}

/** The numbers of cases that are shown, each with what narrows a list of decided cases to exactly its own. */
export const OPENS = {
	decided: {},
	none: { visits: 'NONE' },
	one: { visits: 'ONE' },
	more: { visits: 'MORE' },
	online: { online: true },
	noticed: { noticed: true },
	timed: { timed: true },
	kept: { late: 'NO' },
	late: { late: 'PROMISE' },
	overLimit: { late: 'LIMIT' },
} as const satisfies Partial<Record<keyof Sums, Record<string, string | boolean>>>;
export type Opening = keyof typeof OPENS;
