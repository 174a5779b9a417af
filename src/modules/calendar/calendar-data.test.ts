import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CALENDAR_FOLDER, type CalendarYears, loadCalendarYears } from './calendar-data.ts';

/** Counted day by day, from the definition alone. */
function workdays(years: CalendarYears, year: number): number {
	const { off, work } = years[year] ?? { off: [], work: [] };
	let count = 0;
	for (
		let day = new Date(Date.UTC(year, 0, 1));
		day.getUTCFullYear() === year;
		day.setUTCDate(day.getUTCDate() + 1)
	) {
		const text = day.toISOString().slice(0, 10);
		const weekend = [0, 6].includes(day.getUTCDay());
		if (work.includes(text) || (!weekend && !off.includes(text))) count++;
	}
	return count;
}

it('holds the official years with their known numbers of working days', () => {
	const years = loadCalendarYears();
	expect(Object.keys(years)).toEqual(['2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026']);
	expect(Object.keys(years).map((year) => workdays(years, Number(year)))).toEqual([
		250, 249, 250, 249, 249, 251, 248, 248,
	]);
});

it.each([
	[
		'a day of another year',
		'"2026-01-02"',
		'"2025-01-02"',
		/2026\.json:4:3 off\[1\]: “2025-01-02” is not a day of 2026/,
	],
	[
		'a day given twice',
		'"2026-01-02"',
		'"2026-01-01"',
		/2026\.json:4:3 off\[1\]: “2026-01-01” is given twice/,
	],
	['a make-up day in the week', '"2026-02-14"', '"2026-02-13"', /work\[1\]: “2026-02-13” is no weekend/],
	[
		'a day that does not exist',
		'"2026-01-02"',
		'"2026-02-30"',
		/2026\.json:4:3 off\[1\]: “2026-02-30” is not a valid date/,
	],
	['a misspelt key', '"work"', '"wrok"', /“work” is probably meant/],
])('finds %s', (_, from, to, message) => {
	const folder = mkdtempSync(join(tmpdir(), 'calendar-'));
	cpSync(CALENDAR_FOLDER, folder, { recursive: true });
	const file = join(folder, '2026.json');
	writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
	expect(() => loadCalendarYears(folder)).toThrow(message);
});
