/**
 * A legal day in Asia/Shanghai, written `YYYY-MM-DD`. Branded, because a `Date` or a bare string
 * would let the host's time zone decide which day a deadline falls on.
 */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

/** Days since 1970-01-01; the form in which dates are counted. */
export type DayNumber = number;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;
/** UTC+8 without daylight saving: true for every year since 1992, and calendars begin in 2019. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Day number of a year, month (1–12) and day in the proleptic Gregorian calendar. */
function toDayNumber(year: number, month: number, day: number): DayNumber {
	return Math.floor(Date.UTC(year, month - 1, day) / MS_PER_DAY);
}

/** Reads `YYYY-MM-DD`; undefined when it is not a day that exists. */
export function parsePlainDate(text: string): PlainDate | undefined {
	const match = PATTERN.exec(text);
	if (!match) return undefined;
	const [, year = '', month = '', day = ''] = match;
	// Date.UTC would read the years 0–99 as 1900–1999.
	if (Number(year) < 1000) return undefined;
	const back = fromDayNumber(toDayNumber(Number(year), Number(month), Number(day)));
	return back === text ? back : undefined;
}

/** Reads `YYYY-MM-DD` that the program itself wrote. @throws RangeError for anything else. */
export function plainDate(text: string): PlainDate {
	const date = parsePlainDate(text);
	if (!date) throw new RangeError(`not a date: ${text}`);
	return date;
}

/** Days since 1970-01-01. */
export function dayNumber(date: PlainDate): DayNumber {
	return toDayNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

/** The date of a day number. */
export function fromDayNumber(day: DayNumber): PlainDate {
	return new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as PlainDate;
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
	return fromDayNumber(dayNumber(date) + days);
}

/** The same day `months` later; the last day of the month where that day does not exist. */
export function addMonths(date: PlainDate, months: number): PlainDate {
	const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
	const year = Math.floor(index / 12);
	const month = (index % 12) + 1;
	const lastOfMonth = toDayNumber(year, month + 1, 1) - 1;
	return fromDayNumber(Math.min(toDayNumber(year, month, Number(date.slice(8, 10))), lastOfMonth));
}

/** The legal day, in Asia/Shanghai, of an instant in ISO 8601 with its offset. @throws RangeError */
export function plainDateAt(instant: string): PlainDate {
	if (!/(Z|[+-]\d{2}:\d{2})$/.test(instant)) throw new RangeError(`an instant needs its offset: ${instant}`);
	const ms = Date.parse(instant);
	if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`);
	return fromDayNumber(Math.floor((ms + SHANGHAI_OFFSET_MS) / MS_PER_DAY));
}

/** The later of two dates. */
export function later(a: PlainDate, b: PlainDate): PlainDate {
	return a > b ? a : b;
}
