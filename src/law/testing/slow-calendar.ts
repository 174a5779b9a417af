import type { CalendarYear } from '../calendar.ts';

/** The calendar as a child would read it: one day after the other, no sums. Shares nothing with calendar.ts. */
export interface SlowCalendar {
	isWorkday(day: string): boolean;
	/** The `days`-th working day after `from`, one step at a time. */
	walk(from: string, days: number): string;
	/** Working days in (from, to]. */
	count(from: string, to: string): number;
}

/** A day whose year the slow calendar does not know. */
export class SlowYearMissing extends Error {
	readonly year: number;
	constructor(year: number) {
		super(String(year));
		this.year = year;
	}
}

/** The next (or, with -1, the previous) day. */
export function step(day: string, by: 1 | -1 = 1): string {
	const date = new Date(`${day}T12:00:00Z`);
	date.setUTCDate(date.getUTCDate() + by);
	return date.toISOString().slice(0, 10);
}

export function slowCalendar(years: Readonly<Record<string, CalendarYear>>): SlowCalendar {
	const isWorkday = (day: string): boolean => {
		const year = years[day.slice(0, 4)];
		if (!year) throw new SlowYearMissing(Number(day.slice(0, 4)));
		if (year.work.includes(day)) return true;
		if (year.off.includes(day)) return false;
		const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
		return weekday !== 0 && weekday !== 6;
	};
	return {
		isWorkday,
		walk(from, days) {
			let day = from;
			for (let left = days; left > 0; ) {
				day = step(day);
				if (isWorkday(day)) left--;
			}
			return day;
		},
		count(from, to) {
			let found = 0;
			for (let day = from; day < to; ) {
				day = step(day);
				if (isWorkday(day)) found++;
			}
			return found;
		},
	};
}
