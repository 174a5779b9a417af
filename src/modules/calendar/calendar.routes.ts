import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { type Calendar, CalendarYearMissing, type PlainDate, plainDate } from '../../law/index.ts';
import { defineProblems, Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';

const problems = defineProblems('calendar', { CALENDAR_UNKNOWN: 422 });

const Day = Type.String({ format: 'date' });
const AddQuery = Type.Object(
	{ date: Day, days: Type.Integer({ minimum: -5000, maximum: 5000 }) },
	{ additionalProperties: false },
);
const BetweenQuery = Type.Object({ from: Day, to: Day }, { additionalProperties: false });
const tags = ['calendar'];

/** The deadline calculator (期限计算器), for everybody: working days by the official calendar, the first day not counted. */
export function calendarRoutes(app: FastifyInstance, calendar: Calendar): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	routes.get(
		'/api/calendar/add',
		{
			schema: {
				tags,
				summary: 'The day that is so many working days later',
				querystring: AddQuery,
				response: {
					200: Type.Object({ date: Day, days: Type.Integer(), result: Day, basis: Type.String() }),
				},
			},
		},
		async ({ query }) => {
			const date = readDay(query.date);
			const result = reckon(calendar, () => calendar.add(date, query.days));
			return { date, days: query.days, result, basis: 'ART82' };
		},
	);
	routes.get(
		'/api/calendar/between',
		{
			schema: {
				tags,
				summary: 'Working days after the first day up to and including the second',
				querystring: BetweenQuery,
				response: { 200: Type.Object({ from: Day, to: Day, workdays: Type.Integer() }) },
			},
		},
		async ({ query }) => {
			const from = readDay(query.from);
			const to = readDay(query.to);
			return { from, to, workdays: reckon(calendar, () => calendar.between(from, to)) };
		},
	);
}

/** The schema has let only days through that exist, from the year 0 on. */
function readDay(text: string): PlainDate {
	const year = Number(text.slice(0, 4));
	if (year < 1000) throw unknownYear(year, undefined);
	return plainDate(text);
}

/** @throws Problem CALENDAR_UNKNOWN that names the year */
function reckon<T>(calendar: Calendar, question: () => T): T {
	try {
		return question();
	} catch (error) {
		if (error instanceof CalendarYearMissing) throw unknownYear(error.year, calendar);
		throw error;
	}
}

function unknownYear(year: number, calendar: Calendar | undefined): Problem {
	return new Problem({
		code: problems.CALENDAR_UNKNOWN,
		params: { year, first: calendar?.firstYear ?? '', last: calendar?.lastYear ?? '' },
		signposts: [
			{ code: 'OTHER_DAY', action: 'CORRECT', basis: 'ART82' },
			{ code: 'ADD_YEAR' },
			signposts.hotline,
		],
	});
}
