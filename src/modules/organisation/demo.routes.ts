import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { type Calendar, CalendarYearMissing, dayNumber, plainDate } from '../../law/index.ts';
import { chinaDay } from '../../platform/clock.ts';
import type { DemoClock } from '../../platform/demo-clock.ts';
import { Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import type { DemoAccount } from './demo.ts';
import { organisationProblems } from './organisation.problems.ts';
import { wordsIn } from './organisation.schema.ts';

const DAY_MS = 86_400_000;
const Clock = Type.Object({ now: Type.String(), today: Type.String() });
const Move = Type.Object(
	{ workdays: Type.Integer({ minimum: 1, maximum: 60 }) },
	{ additionalProperties: false },
);
const Accounts = Type.Array(
	Type.Object({
		username: Type.String(),
		password: Type.String(),
		name: Type.String(),
		roles: Type.Array(Type.String()),
		note: Type.String(),
	}),
);

/** What the demo needs; absent in production, where the same addresses answer that they are for demos only. */
export interface DemoParts {
	clock: DemoClock;
	calendar: Pick<Calendar, 'add' | 'between' | 'lastYear'>;
	accounts: () => DemoAccount[];
}

/** The demo bar: accounts to try, and a clock that anybody may move forward by working days. */
export function registerDemoRoutes(app: FastifyInstance, demo: DemoParts | undefined): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	const tags = ['demo'];
	const parts = (): DemoParts => {
		if (demo) return demo;
		throw new Problem({
			code: organisationProblems.DEMO_ONLY,
			signposts: [signposts.home, { code: 'RUN_DEMO', action: 'OPEN', href: '/api/docs' }],
		});
	};
	const time = ({ clock }: DemoParts) => ({ now: clock.now().toISOString(), today: chinaDay(clock.now()) });

	routes.get(
		'/api/demo/accounts',
		{ schema: { tags, summary: 'Accounts to try the demo with', response: { 200: Accounts } } },
		async (request) =>
			parts()
				.accounts()
				.map((account) => ({ ...account, note: wordsIn(account.note, request.language) })),
	);

	routes.get(
		'/api/demo/clock',
		{ schema: { tags, summary: 'The time of the demo', response: { 200: Clock } } },
		async () => time(parts()),
	);

	routes.post(
		'/api/demo/clock',
		{
			schema: {
				tags,
				summary: 'Move the clock of the demo forward by working days',
				'x-problems': ['CLOCK_YEAR_MISSING', 'DEMO_ONLY'],
				body: Move,
				response: { 200: Clock },
			},
		},
		async ({ body }) => {
			const known = parts();
			await known.clock.moveTo(afterWorkdays(known, body.workdays));
			return time(known);
		},
	);
}

/** The same time of day, some working days later. @throws Problem 422 when that lies beyond the official calendar */
function afterWorkdays({ clock, calendar }: DemoParts, workdays: number): Date {
	const now = clock.now();
	const today = plainDate(chinaDay(now));
	try {
		const days = dayNumber(calendar.add(today, workdays)) - dayNumber(today);
		return new Date(now.getTime() + days * DAY_MS);
	} catch (error) {
		if (!(error instanceof CalendarYearMissing)) throw error;
		throw yearMissing(error.year, workdaysLeft(calendar, today));
	}
}

function workdaysLeft(calendar: DemoParts['calendar'], today: ReturnType<typeof plainDate>): number {
	const last = plainDate(`${calendar.lastYear}-12-31`);
	return today >= last ? 0 : calendar.between(today, last);
}

function yearMissing(year: number, left: number): Problem {
	return new Problem({
		code: organisationProblems.CLOCK_YEAR_MISSING,
		params: { year, left },
		details: [{ path: '/workdays', code: 'CLOCK_YEAR_MISSING', params: { year, left } }],
		signposts: [
			left > 0 ? { code: 'MOVE_LESS', params: { left } } : { code: 'START_AGAIN' },
			{ code: 'ADD_CALENDAR', params: { year } },
		],
	});
}
