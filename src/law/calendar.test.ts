import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarYear, CalendarYearMissing, makeCalendar } from './calendar.ts';
import {
	addDays,
	addMonths,
	dayNumber,
	fromDayNumber,
	parsePlainDate,
	plainDate,
	plainDateAt,
} from './plain-date.ts';
import { slowCalendar, step } from './testing/slow-calendar.ts';

const folder = join(import.meta.dirname, '../../data/calendar');
const years: Record<string, CalendarYear> = Object.fromEntries(
	readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.map((name) => [name.slice(0, 4), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
);
const calendar = makeCalendar(years);
const slow = slowCalendar(years);
const first = dayNumber(plainDate('2019-01-01'));
const last = dayNumber(plainDate('2026-12-31'));
const day = fc.integer({ min: first, max: last }).map(fromDayNumber);

describe('the official calendar', () => {
	it.each([
		['2026-09-18', 5, '2026-09-24'],
		['2026-02-10', 20, '2026-03-16'],
		['2026-09-21', 20, '2026-10-26'],
		['2026-04-30', 5, '2026-05-11'],
		['2025-09-26', 10, '2025-10-16'],
		['2024-02-08', 5, '2024-02-21'],
	])('%s and %i working days is %s', (from, days, to) => {
		expect(calendar.add(plainDate(from), days)).toBe(to);
		expect(calendar.between(plainDate(from), plainDate(to))).toBe(days);
		expect(calendar.add(plainDate(to), -days)).toBe(from);
	});

	it('has the known number of working days in each year', () => {
		const counts = Object.keys(years).map((year) =>
			calendar.between(
				addDays(plainDate(`${year}-01-01`), year === '2019' ? 0 : -1),
				plainDate(`${year}-12-31`),
			),
		);
		expect(counts).toEqual([250, 249, 250, 249, 249, 251, 248, 248]);
	});

	it('agrees with a walk from day to day over every day of every year', () => {
		for (let number = first; number <= last; number++) {
			const date = fromDayNumber(number);
			expect(calendar.isWorkday(date)).toBe(slow.isWorkday(date));
		}
		fc.assert(
			fc.property(day, fc.integer({ min: 0, max: 120 }), (from, days) => {
				let expected: string | number;
				try {
					expected = slow.walk(from, days);
				} catch {
					expected = 2027;
				}
				expect(yearOr(() => calendar.add(from, days))).toBe(expected);
			}),
		);
	});

	it('counts between two days as a walk does, in both directions', () => {
		fc.assert(
			fc.property(day, day, (a, b) => {
				const [from, to] = a < b ? [a, b] : [b, a];
				if (dayNumber(to) - dayNumber(from) > 400) return;
				expect(calendar.between(from, to)).toBe(slow.count(from, to));
				expect(calendar.between(to, from) + calendar.between(from, to)).toBe(0);
			}),
		);
	});

	it('goes back as a walk does', () => {
		fc.assert(
			fc.property(day, fc.integer({ min: 1, max: 40 }), (from, days) => {
				if (from < '2019-04-01') return;
				let date: string = from;
				for (let left = days; left > 0; ) {
					date = step(date, -1);
					if (slow.isWorkday(date)) left--;
				}
				expect(calendar.add(from, -days)).toBe(date);
			}),
		);
	});

	it('stays where it is for no days, and rolls forward from days off only', () => {
		expect(calendar.add(plainDate('2026-10-03'), 0)).toBe('2026-10-03');
		expect(calendar.rollForward(plainDate('2026-10-03'))).toBe('2026-10-08');
		expect(calendar.rollForward(plainDate('2026-10-08'))).toBe('2026-10-08');
		expect(calendar.rollForward(plainDate('2026-01-04'))).toBe('2026-01-04');
	});

	it.each<[string, () => unknown, number]>([
		['before', () => calendar.isWorkday(plainDate('2018-12-31')), 2018],
		['after', () => calendar.isWorkday(plainDate('2027-01-01')), 2027],
		['a count that begins there', () => calendar.add(plainDate('2027-03-01'), -1), 2027],
		['a count that ends there', () => calendar.add(plainDate('2026-12-31'), 1), 2027],
		['a count back', () => calendar.add(plainDate('2019-01-01'), -1), 2018],
		['a difference', () => calendar.between(plainDate('2026-12-01'), plainDate('2031-01-01')), 2031],
	])('refuses a year that it does not know by name: %s', (_, question, year) => {
		expect(yearOr(question)).toBe(year);
	});

	it('takes a year without a single day off for a notice that is not out yet', () => {
		const waiting = makeCalendar({ ...years, 2027: { off: [], work: [] } });
		expect(waiting.lastYear).toBe(2026);
		expect(yearOr(() => waiting.add(plainDate('2026-12-31'), 1))).toBe(2027);
	});

	it('is not made with a gap, with days of another year, or of nothing', () => {
		const { 2023: _, ...gap } = years;
		expect(yearOr(() => makeCalendar(gap))).toBe(2023);
		expect(() => makeCalendar({ 2026: { off: ['2025-01-01'], work: [] } })).toThrow(RangeError);
		expect(() => makeCalendar({})).toThrow(RangeError);
		expect(() => calendar.add(plainDate('2026-01-05'), 0.5)).toThrow(RangeError);
	});

	it('does not mind the time zone of the machine', () => {
		const script = `
			import { makeCalendar } from '${join(import.meta.dirname, 'calendar.ts')}';
			import { plainDate, plainDateAt, addMonths } from '${join(import.meta.dirname, 'plain-date.ts')}';
			const calendar = makeCalendar(${JSON.stringify({ 2026: years['2026'] })});
			console.log([
				calendar.add(plainDate('2026-02-10'), 20), calendar.isWorkday(plainDate('2026-02-14')),
				plainDateAt('2026-03-08T15:59:59Z'), plainDateAt('2026-03-08T16:00:00Z'), addMonths(plainDate('2026-03-31'), 1),
			].join(' '));`;
		for (const TZ of [
			'UTC',
			'Asia/Shanghai',
			'America/New_York',
			'Pacific/Kiritimati',
			'Pacific/Niue',
			'Asia/Kathmandu',
		]) {
			const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
				env: { ...process.env, TZ },
				encoding: 'utf8',
			});
			expect([TZ, output.trim()]).toEqual([TZ, '2026-03-16 true 2026-03-08 2026-03-09 2026-04-30']);
		}
	});
});

describe('plain dates', () => {
	it.each([
		'2026-02-29',
		'2026-02-30',
		'2026-13-01',
		'2026-00-10',
		'2026-1-1',
		'0099-01-01',
		'20260101',
		' 2026-01-01',
		'2026-01-01T00:00',
	])('“%s” is none', (text) => {
		expect(parsePlainDate(text)).toBeUndefined();
		expect(() => plainDate(text)).toThrow(RangeError);
	});

	it('count days and come back', () => {
		fc.assert(
			fc.property(fc.integer({ min: -300_000, max: 800_000 }), (number) => {
				expect(dayNumber(fromDayNumber(number))).toBe(number);
			}),
		);
	});

	it('keep the day of the month, or the last one there is', () => {
		expect(addMonths(plainDate('2024-02-29'), 12)).toBe('2025-02-28');
		expect(addMonths(plainDate('2026-08-31'), 6)).toBe('2027-02-28');
		expect(addMonths(plainDate('2026-11-30'), 60)).toBe('2031-11-30');
		expect(addMonths(plainDate('2026-01-31'), -2)).toBe('2025-11-30');
	});

	it('change at midnight in Shanghai', () => {
		expect(plainDateAt('2026-09-18T23:59:59.999+08:00')).toBe('2026-09-18');
		expect(plainDateAt('2026-09-18T16:00:00Z')).toBe('2026-09-19');
		expect(() => plainDateAt('2026-09-18T16:00:00')).toThrow(/offset/);
		expect(() => plainDateAt('neverZ')).toThrow(RangeError);
	});
});

function yearOr<T>(question: () => T): T | number {
	try {
		return question();
	} catch (error) {
		if (error instanceof CalendarYearMissing) return error.year;
		throw error;
	}
}
