import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { type Calendar, CalendarYearMissing, type PlainDate, parsePlainDate } from '../../law/index.ts';
import { Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import './calendar.problems.ts';

/** Farther than any limit; nearer than the edge of the numbers. */
const MOST_DAYS = 10_000;

const DateText = Type.String({ maxLength: 40, description: 'YYYY-MM-DD, a day in Asia/Shanghai' });
const AddQuery = Type.Object({
	date: DateText,
	days: Type.Integer({
		minimum: -MOST_DAYS,
		maximum: MOST_DAYS,
		description: 'working days; the start day is not counted',
	}),
});
const Added = Type.Object({
	date: Type.String(),
	days: Type.Integer(),
	result: Type.String(),
	basis: Type.String({ description: 'the rule that was applied, in the language of the request' }),
});
const BetweenQuery = Type.Object({ from: DateText, to: DateText });
const Counted = Type.Object({
	from: Type.String(),
	to: Type.String(),
	workdays: Type.Integer({
		description: 'working days after `from` up to and including `to`; negative backwards',
	}),
});

/** Public: the working days that every limit of the bureau is counted in. */
export function calendarRoutes(
	app: FastifyInstance,
	calendar: Calendar,
	basis: (language: 'zh-CN' | 'en' | 'zh-TW') => string,
): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	routes.get(
		'/api/calendar/add',
		{
			schema: {
				tags: ['calendar'],
				summary: 'The day that is so many working days later',
				querystring: AddQuery,
				response: { 200: Added },
			},
		},
		async ({ query, language }) => {
			const date = dateOf(query.date, '?date');
			const result = known(() => calendar.add(date, query.days));
			return { date, days: query.days, result, basis: basis(language) };
		},
	);
	routes.get(
		'/api/calendar/between',
		{
			schema: {
				tags: ['calendar'],
				summary: 'Working days after the first day up to and including the second',
				querystring: BetweenQuery,
				response: { 200: Counted },
			},
		},
		async ({ query }) => {
			const from = dateOf(query.from, '?from');
			const to = dateOf(query.to, '?to');
			return { from, to, workdays: known(() => calendar.between(from, to)) };
		},
	);
}

/** @throws Problem INVALID_DATE */
function dateOf(text: string, path: string): PlainDate {
	const date = parsePlainDate(text);
	if (date) return date;
	throw new Problem({
		code: 'INVALID_DATE',
		params: { value: text },
		details: [{ path, code: 'FORMAT', params: { format: 'date' } }],
		signposts: [{ code: 'WRITE_DATE', action: 'CORRECT' }, signposts.documentation],
	});
}

/** @throws Problem CALENDAR_YEAR_MISSING for a year that nobody has announced yet. */
function known<T>(reckon: () => T): T {
	try {
		return reckon();
	} catch (error) {
		if (error instanceof CalendarYearMissing) throw yearMissing(error.year);
		throw error;
	}
}

function yearMissing(year: number): Problem {
	return new Problem({
		code: 'CALENDAR_YEAR_MISSING',
		params: { year },
		signposts: [
			signposts.hotline,
			{ code: 'calendar.OPERATOR_HOW_TO', params: { year }, basis: 'data/calendar/README.md' },
		],
	});
}
