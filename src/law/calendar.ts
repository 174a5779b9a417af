import { type DayNumber, dayNumber, fromDayNumber, type PlainDate, plainDate } from './plain-date.ts';

/** The State Council's notice for one year: days off, weekends in the span included, and weekend make-up days. */
export interface CalendarYear {
	off: readonly string[];
	work: readonly string[];
}

/** Thrown when a date lies in a year without an official calendar: never guessed. `decide` turns it into a refusal. */
export class CalendarYearMissing extends Error {
	readonly year: number;
	constructor(year: number) {
		super(`no official calendar for ${year}`);
		this.name = 'CalendarYearMissing';
		this.year = year;
	}
}

/**
 * Working days by the official calendar (行政许可法 Art. 82). Every question is O(1) after loading.
 * All methods throw {@link CalendarYearMissing} when a day that they must look at has no calendar.
 */
export interface Calendar {
	readonly firstYear: number;
	readonly lastYear: number;
	/** Whether the bureau works on that day. */
	isWorkday(date: PlainDate): boolean;
	/** The `days`-th working day after `date` (before it when negative); the start day is not counted. `0` is `date` itself. */
	add(date: PlainDate, days: number): PlainDate;
	/** Working days in (from, to]; negative when `to` is earlier. */
	between(from: PlainDate, to: PlainDate): number;
	/** `date` itself when it is a working day, else the next one. */
	rollForward(date: PlainDate): PlainDate;
}

/** 1970-01-01 was a Thursday: Saturday and Sunday are the days 2 and 3 of each week counted from it. */
function isWeekend(day: DayNumber): boolean {
	const weekday = ((day % 7) + 7) % 7;
	return weekday === 2 || weekday === 3;
}

/**
 * Builds the calendar from consecutive years. isWorkday(d) = work.has(d) || (Mon–Fri && !off.has(d)).
 * A year whose list of days off is empty counts as unknown.
 * @throws CalendarYearMissing for a gap between the years; RangeError for a day outside its year or none at all.
 */
export function makeCalendar(years: Readonly<Record<string, CalendarYear>>): Calendar {
	const known = Object.entries(years)
		// A year without a single day off is a file that waits for its notice, not a calendar.
		.filter(([, { off }]) => off.length > 0)
		.map(([year]) => Number(year))
		.sort((a, b) => a - b);
	const firstYear = known[0];
	const lastYear = known.at(-1);
	if (firstYear === undefined || lastYear === undefined)
		throw new RangeError('a calendar needs at least one year');
	for (let year = firstYear; year <= lastYear; year++) {
		if (!known.includes(year)) throw new CalendarYearMissing(year);
	}

	const first = dayNumber(plainDate(`${firstYear}-01-01`));
	const last = dayNumber(plainDate(`${lastYear}-12-31`));
	const { off, work } = collect(years);
	/** worked[i]: working days from the first day up to and including day first+i. */
	const worked = new Int32Array(last - first + 1);
	const workdays: DayNumber[] = [];
	for (let day = first; day <= last; day++) {
		if (work.has(day) || !(isWeekend(day) || off.has(day))) workdays.push(day);
		worked[day - first] = workdays.length;
	}

	const yearOf = (day: DayNumber) => Number(fromDayNumber(day).slice(0, 4));
	/** Working days up to and including `day`. */
	const rank = (day: DayNumber): number => {
		const value = worked[day - first];
		if (value === undefined) {
			// The eve of the first year is needed to count from its first day.
			if (day === first - 1) return 0;
			throw new CalendarYearMissing(yearOf(day));
		}
		return value;
	};
	const nth = (index: number): PlainDate => {
		const day = workdays[index];
		if (day === undefined) throw new CalendarYearMissing(index < 0 ? firstYear - 1 : lastYear + 1);
		return fromDayNumber(day);
	};
	const within = (date: PlainDate): DayNumber => {
		const day = dayNumber(date);
		if (day < first || day > last) throw new CalendarYearMissing(yearOf(day));
		return day;
	};
	return {
		firstYear,
		lastYear,
		isWorkday: (date) => rank(within(date)) > rank(within(date) - 1),
		add(date, days) {
			const day = within(date);
			if (!Number.isSafeInteger(days)) throw new RangeError(`not a number of days: ${days}`);
			if (days === 0) return date;
			return days > 0 ? nth(rank(day) + days - 1) : nth(rank(day - 1) + days);
		},
		between: (from, to) => rank(within(to)) - rank(within(from)),
		rollForward: (date) => nth(rank(within(date) - 1)),
	};
}

function collect(years: Readonly<Record<string, CalendarYear>>): {
	off: Set<DayNumber>;
	work: Set<DayNumber>;
} {
	const off = new Set<DayNumber>();
	const work = new Set<DayNumber>();
	for (const [year, days] of Object.entries(years)) {
		for (const [list, set] of [
			[days.off, off],
			[days.work, work],
		] as const) {
			for (const text of list) {
				if (!text.startsWith(`${year}-`)) throw new RangeError(`${text} does not lie in ${year}`);
				set.add(dayNumber(plainDate(text)));
			}
		}
	}
	return { off, work };
}
