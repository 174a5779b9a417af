import { basename, resolve } from 'node:path';
import Type, { type Static } from 'typebox';
import {
	type Definition,
	DefinitionError,
	definitionMessages,
	type Fault,
	type FaultMessages,
	loadDefinitions,
} from '../../platform/definitions/index.ts';
import en from './locales/en.json' with { type: 'json' };

const Days = Type.Array(Type.String({ format: 'date' }));
/** One year of the official calendar: days off, and weekend days that are worked. */
const CalendarYearFile = Type.Object({ off: Days, work: Days }, { additionalProperties: false });
export type CalendarYears = Record<string, { off: string[]; work: string[] }>;

/** Where the official calendar is kept. */
export const CALENDAR_FOLDER = resolve(import.meta.dirname, '../../../data/calendar');

/**
 * Reads the years of the official calendar, one file each (`2026.json`).
 * @throws DefinitionError naming every fault with line and column: an impossible day, a day of another year,
 * a day given twice, a make-up day that is no weekend.
 */
export function loadCalendarYears(folder = CALENDAR_FOLDER): CalendarYears {
	const { definitions, faults } = loadDefinitions(folder, CalendarYearFile);
	const all = [...faults, ...definitions.flatMap(yearFaults)];
	if (all.length > 0) throw new DefinitionError(all, messages);
	return Object.fromEntries(definitions.map(({ file, value }) => [yearOf(file), value]));
}

const messages: FaultMessages = { ...definitionMessages('en'), ...en.definitions };

function yearOf(file: string): string {
	return basename(file, '.json');
}

function yearFaults({ file, value, fault }: Definition<Static<typeof CalendarYearFile>>): Fault[] {
	const year = yearOf(file);
	const seen = new Set<string>();
	return (['off', 'work'] as const).flatMap((list) =>
		value[list].flatMap((day, index) => {
			const at = [list, index];
			const faults: Fault[] = [];
			if (!day.startsWith(`${year}-`)) faults.push(fault(at, 'OTHER_YEAR', { day, year }));
			if (seen.has(day)) faults.push(fault(at, 'DAY_TWICE', { day }));
			if (list === 'work' && !isWeekend(day)) faults.push(fault(at, 'WORK_NOT_WEEKEND', { day }));
			seen.add(day);
			return faults;
		}),
	);
}

function isWeekend(day: string): boolean {
	return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
