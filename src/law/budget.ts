import { type Calendar, CalendarYearMissing } from './calendar.ts';
import { addDays, dayNumber, later, type PlainDate } from './plain-date.ts';
import type { DayUnit } from './vocabulary.ts';

/** Days taken out of a count: from `first` to `last`, both included. Never empty. */
export interface Gap {
	first: PlainDate;
	last: PlainDate;
	/** Where the gap goes on into a year without calendar: that year. `last` is then the last day that is sure. */
	missingYear?: number;
}

/** A limit: `days` of `unit` after `start` (not counted), with gaps that do not count. */
export interface Budget {
	start: PlainDate;
	days: number;
	unit: DayUnit;
	/** Sorted and disjoint: see {@link mergeGaps}. */
	gaps: readonly Gap[];
}

/** Sorts gaps and joins those that overlap or touch, so that no day is taken out twice. */
export function mergeGaps(gaps: readonly Gap[]): Gap[] {
	const merged: Gap[] = [];
	for (const gap of [...gaps].sort((a, b) => (a.first < b.first ? -1 : 1))) {
		const previous = merged.at(-1);
		if (!previous || gap.first > addDays(previous.last, 1)) {
			merged.push({ ...gap });
		} else if (gap.last >= previous.last) {
			previous.last = gap.last;
			if (gap.missingYear !== undefined) previous.missingYear = gap.missingYear;
		}
	}
	return merged;
}

/** Days of the unit in (from, to]; none when `to` is not after `from`. @throws CalendarYearMissing */
function count(calendar: Calendar, unit: DayUnit, from: PlainDate, to: PlainDate): number {
	if (to <= from) return 0;
	return unit === 'CD' ? dayNumber(to) - dayNumber(from) : calendar.between(from, to);
}

/** @throws CalendarYearMissing when nobody can say where the gap ends */
function sure({ missingYear }: Gap): void {
	if (missingYear !== undefined) throw new CalendarYearMissing(missingYear);
}

/** Days of the budget that are used by the end of `day`; may exceed the budget. @throws CalendarYearMissing */
export function usedBy(calendar: Calendar, budget: Budget, day: PlainDate): number {
	let used = count(calendar, budget.unit, budget.start, day);
	for (const gap of budget.gaps) {
		if (gap.first > day) break;
		if (day > gap.last) sure(gap);
		const from = later(budget.start, addDays(gap.first, -1));
		used -= count(calendar, budget.unit, from, gap.last < day ? gap.last : day);
	}
	return used;
}

/**
 * The last day of the budget. A limit in calendar days that ends on a day off rolls forward when asked to.
 * @throws CalendarYearMissing
 */
export function dueOf(calendar: Calendar, budget: Budget, rollForward: boolean): PlainDate {
	const add = (date: PlainDate, days: number) =>
		budget.unit === 'CD' ? addDays(date, days) : calendar.add(date, days);
	let position = budget.start;
	let left = budget.days;
	for (const gap of budget.gaps) {
		if (gap.last <= position && gap.missingYear === undefined) continue;
		const free = count(calendar, budget.unit, position, addDays(gap.first, -1));
		if (free >= left) break;
		sure(gap);
		left -= free;
		position = gap.last;
	}
	const due = add(position, left);
	return budget.unit === 'CD' && rollForward ? rolled(calendar, budget.gaps, due) : due;
}

/** The next working day that no gap takes out. */
function rolled(calendar: Calendar, gaps: readonly Gap[], due: PlainDate): PlainDate {
	let day = calendar.rollForward(due);
	for (const gap of gaps) {
		if (day < gap.first || day > gap.last) continue;
		sure(gap);
		day = calendar.rollForward(addDays(gap.last, 1));
	}
	return day;
}

/**
 * Whether the whole budget lay before `day`: the limit ended yesterday or earlier. It counts days instead of
 * comparing with the due date, so that a due date in a year without calendar does not stop the work of this one.
 * @throws CalendarYearMissing when `day` itself has no calendar.
 */
export function isPast(calendar: Calendar, budget: Budget, day: PlainDate, rollForward: boolean): boolean {
	if (day <= budget.start || usedBy(calendar, budget, addDays(day, -1)) < budget.days) return false;
	return budget.unit === 'WD' || day > dueOf(calendar, budget, rollForward);
}
