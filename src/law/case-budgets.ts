import { type Budget, dueOf, type Gap, mergeGaps } from './budget.ts';
import { type Calendar, CalendarYearMissing } from './calendar.ts';
import { HEARING_DAYS, HEARING_REQUEST_DAYS, SUPPLEMENT_NOTICE_DAYS } from './limits.ts';
import type { LawOptions } from './options.ts';
import { addDays, later, type PlainDate, plainDate } from './plain-date.ts';
import { type CaseState, hearingOf } from './state.ts';
import type { DayUnit } from './vocabulary.ts';

/** What every reckoning of time needs; none of it is the law's own. */
export interface Reckoning {
	calendar: Calendar;
	options: LawOptions;
}

/** A limit of so many days after a start. */
export const days = (
	start: PlainDate,
	length: number,
	unit: DayUnit = 'WD',
	gaps: readonly Gap[] = [],
): Budget => ({
	start,
	days: length,
	unit,
	gaps,
});

/** Day from which the notice period of Art. 32 ¶1(4) runs. */
function receiptDay(state: CaseState, { calendar, options }: Reckoning): PlainDate | null {
	if (!state.receivedOn) return null;
	return options.receiptOnDayOff === 'NEXT_WORKDAY'
		? calendar.rollForward(state.receivedOn)
		: state.receivedOn;
}

/** Time to name everything that is missing, or after supplements to accept. */
export function noticeBudget(state: CaseState, reckoning: Reckoning): Budget | null {
	const start = state.supplement?.completeOn ?? receiptDay(state, reckoning);
	return start && days(start, SUPPLEMENT_NOTICE_DAYS);
}

/** Time in which a hearing may be asked for (Art. 47). */
export function hearingRequestBudget(state: CaseState, { options }: Reckoning): Budget | null {
	const { informedOn } = hearingOf(state);
	return informedOn && days(informedOn, HEARING_REQUEST_DAYS, options.hearingRequestUnit);
}

/** Time in which the hearing is to be held (Art. 47, or the bureau's own for an announced one). */
export function hearingBudget(state: CaseState, { options }: Reckoning): Budget | null {
	const { announcedOn, requestedOn } = hearingOf(state);
	if (requestedOn) return days(requestedOn, HEARING_DAYS);
	return announcedOn && days(announcedOn, options.announcedHearingDays);
}

/** Time for the decision (Art. 42 or another statute), without special procedures and hearing, extension included. */
export function decisionBudget(state: CaseState, reckoning: Reckoning, today: PlainDate): Budget | null {
	if (!state.acceptance || !state.rules) return null;
	const { limit } = state.rules;
	const gaps = suspensions(state, reckoning, today);
	return days(state.acceptance.on, limit.days + (state.extension?.days ?? 0), limit.unit, gaps);
}

/**
 * The days that Art. 45 takes out of the count, merged. Of a procedure that still runs, the time told counts as
 * taken out; beyond it the days count, or stay out, as the bureau chose.
 */
function suspensions(state: CaseState, reckoning: Reckoning, today: PlainDate): Gap[] {
	const { calendar, options } = reckoning;
	const gaps: (Gap | null)[] = state.specials.map(({ from, to, neededDays }) =>
		gap(from, to, toldEnd(calendar, days(from, neededDays)), options, today, calendar),
	);
	const hearing = hearingOf(state);
	const budget = hearingBudget(state, reckoning);
	const onRequest = options.hearingStopsClockFrom === 'NOTICE' ? hearing.notifiedOn : hearing.requestedOn;
	const from = hearing.announcedOn ?? onRequest;
	if (from && budget)
		gaps.push(gap(from, hearing.heldOn, toldEnd(calendar, budget), options, today, calendar));
	return mergeGaps(gaps.filter((each) => each !== null));
}

/** End of a told time, or the year whose calendar it would need. */
type ToldEnd = ReturnType<typeof orMissing<PlainDate>>;

function toldEnd(calendar: Calendar, budget: Budget): ToldEnd {
	return orMissing(() => dueOf(calendar, budget, false));
}

/** Where a procedure ends for the count; `missingYear` where that day is not known, after the last day that is. */
function endOf(
	to: PlainDate | null,
	told: ToldEnd,
	{ calendar, options, today }: Reckoning & { today: PlainDate },
): { last: PlainDate; missingYear?: number } {
	const counts = options.beyondTimeTold === 'COUNTS';
	if (told.value !== null) {
		const running = to ?? later(today, told.value);
		return { last: counts && running > told.value ? told.value : running };
	}
	// The time told ends after the last day with a calendar: what ended before needs no more knowledge.
	const known = plainDate(`${calendar.lastYear}-12-31`);
	return to && (to <= known || !counts) ? { last: to } : { last: known, missingYear: told.year };
}

function gap(
	from: PlainDate,
	to: PlainDate | null,
	told: ToldEnd,
	options: LawOptions,
	today: PlainDate,
	calendar: Calendar,
): Gap | null {
	const end = endOf(to, told, { calendar, options, today });
	const takesStart = options.suspensionBorders === 'START_ONLY' || options.suspensionBorders === 'BOTH';
	const takesEnd = options.suspensionBorders === 'END_ONLY' || options.suspensionBorders === 'BOTH';
	const first = takesStart ? from : addDays(from, 1);
	const last = takesEnd || end.missingYear !== undefined ? end.last : addDays(end.last, -1);
	return first > last && end.missingYear === undefined ? null : { ...end, first, last };
}

/** The value; null where it would need a year without calendar. */
export function guarded<T>(reckon: () => T): T | null {
	return orMissing(reckon).value;
}

/** The value, or the year whose calendar it would need. */
export function orMissing<T>(reckon: () => T): { value: T; year: null } | { value: null; year: number } {
	try {
		return { value: reckon(), year: null };
	} catch (error) {
		if (error instanceof CalendarYearMissing) return { value: null, year: error.year };
		throw error;
	}
}
