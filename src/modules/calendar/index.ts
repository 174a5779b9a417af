import type { FastifyInstance } from 'fastify';
import { type Calendar, makeCalendar, type Reckoning } from '../../law/index.ts';
import { calendarRoutes } from './calendar.routes.ts';
import { loadCalendarYears } from './calendar-data.ts';
import { loadLawOptions } from './law-options.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };

let calendar: Calendar | undefined;

/** The official calendar of `data/calendar`, read once in the life of the process. @throws DefinitionError */
export function loadCalendar(): Calendar {
	calendar ??= makeCalendar(loadCalendarYears());
	return calendar;
}

/** Everything that reckoning time needs: the official calendar and the bureau's choices. @throws DefinitionError */
export function openReckoning(): Reckoning {
	return { calendar: loadCalendar(), options: loadLawOptions() };
}

/** Serves the calendar to the public. */
export function registerCalendar(app: FastifyInstance, calendar: Calendar): void {
	calendarRoutes(app, calendar, (language) => (language === 'en' ? en.basis : zh.basis));
}

export { LawOptionsFile, loadLawOptions } from './law-options.ts';
