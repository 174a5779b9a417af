import type { FastifyInstance } from 'fastify';
import { type Calendar, makeCalendar, type Reckoning } from '../../law/index.ts';
import { calendarRoutes } from './calendar.routes.ts';
import { loadCalendarYears } from './calendar-data.ts';
import { loadLawOptions } from './law-options.ts';

/** The official calendar of `data/calendar`. @throws DefinitionError, CalendarYearMissing for a gap between the years */
export function loadCalendar(): Calendar {
	return makeCalendar(loadCalendarYears());
}

/** Calendar and choices: everything beside a case that its clocks need. */
export function openReckoning(): Reckoning {
	return { calendar: loadCalendar(), options: loadLawOptions() };
}

/** The deadline calculator. */
export function registerCalendar(app: FastifyInstance, calendar: Calendar): void {
	calendarRoutes(app, calendar);
}

export { loadLawOptions } from './law-options.ts';
