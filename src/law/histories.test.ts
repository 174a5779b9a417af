import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarYear, makeCalendar } from './calendar.ts';
import { clocksOf } from './clocks.ts';
import { COMMAND_TYPES, type CommandType } from './commands.ts';
import { decide, stateAt } from './decide.ts';
import type { CaseEvent, EventType } from './events.ts';
import { evolve, fold } from './evolve.ts';
import { addDays, dayNumber, fromDayNumber, plainDate, plainDateAt } from './plain-date.ts';
import { probe } from './probe.ts';
import { REFUSAL_CODES, type RefusalCode } from './refusal.ts';
import { nextSettlement, settle } from './settle.ts';
import { EMPTY_CASE } from './state.ts';
import { type History, type Move, play, take, type World } from './testing/history.ts';
import { breaches } from './testing/invariants.ts';
import { PEOPLE, randomItem, randomOptions } from './testing/samples.ts';
import { slowCalendar } from './testing/slow-calendar.ts';
import { type SlowClock, slowClocks } from './testing/slow-clocks.ts';
import { LEGAL_MOVES } from './testing/transitions.ts';
import { STAGES, type Stage } from './vocabulary.ts';

const folder = join(import.meta.dirname, '../../data/calendar');
const years: Record<string, CalendarYear> = Object.fromEntries(
	readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.map((name) => [name.slice(0, 4), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
);
const calendar = makeCalendar(years);
const slow = slowCalendar(years);

/** Histories a property; more in a long run: `LAW_RUNS=100000 npx vitest run src/law`. */
const numRuns = Number(process.env.LAW_RUNS ?? 1000);
const limit = { numRuns, endOnFailure: numRuns > 2000 };
const timeout = Math.max(60_000, numRuns * 100);

const first = dayNumber(plainDate('2019-02-01'));
const last = dayNumber(plainDate('2026-11-30'));
const worlds: fc.Arbitrary<World> = fc
	.record({ item: fc.nat(), options: fc.nat(), start: fc.integer({ min: first, max: last }) })
	.map(({ item, options, start }) => ({
		calendar,
		rules: randomItem(item),
		options: randomOptions(options),
		start: fromDayNumber(start),
	}));
const moves: fc.Arbitrary<Move[]> = fc.array(
	fc.record({ wait: fc.nat({ max: 99 }), seed: fc.nat({ max: 2 ** 31 }) }),
	{ minLength: 5, maxLength: 60, size: 'max' },
);

function check(property: (world: World, history: History, moves: Move[]) => void): void {
	fc.assert(
		fc.property(worlds, moves, (world, list) => property(world, play(world, list), list)),
		limit,
	);
}

describe('random histories', { timeout }, () => {
	it('keep every invariant of the law', () => {
		check((world, history) => {
			expect(breaches(history, { options: world.options, slow })).toEqual([]);
		});
	});

	it('are refused with nothing written, an article and a way onwards', () => {
		check((_, { steps, events }) => {
			let written = 0;
			for (const { decision, before } of steps) {
				expect(before.version).toBe(written);
				if (decision.ok) written += decision.events.length;
				else {
					expect(decision.refusal.article).toMatch(/^(ART\d+(_\d+)?|RULE:\w+)$/);
					expect(decision.refusal.signposts.length).toBeGreaterThan(0);
				}
			}
			expect(events.length).toBe(written);
		});
	});

	it('give the same state when folded from stored events', () => {
		check((_, { events, state }) => {
			expect(fold(JSON.parse(JSON.stringify(events)) as CaseEvent[])).toEqual(state);
		});
	});

	it('end the same whether time is settled at every turn or never', () => {
		fc.assert(
			fc.property(worlds, moves, fc.array(fc.nat({ max: 40 }), { minLength: 1 }), (world, list, pauses) => {
				const live = play(world, list);
				const ticked = withTicks(live, world, pauses);
				const today = plainDateAt(live.steps.at(-1)?.at ?? `${world.start}T00:00:00Z`);
				if (today > '2026-12-31') return;
				const settled = ({ events, state }: History) => [...events, ...settle(state, today, world)];
				expect(settled(ticked)).toEqual(settled(live));
				expect(fold(settled(ticked))).toEqual(fold(settled(live)));
			}),
			limit,
		);
	});

	it('say on which day time will act next', () => {
		check((world, { state }) => {
			const day = nextSettlement(state, world);
			if (day === null || day.slice(0, 4) > '2026') return;
			expect(settle(state, addDays(day, -1), world)).toEqual([]);
			expect(settle(state, day, world)).not.toEqual([]);
		});
	});

	it('have clocks that equal the slow day-by-day model, on any later day', () => {
		fc.assert(
			fc.property(worlds, moves, fc.nat({ max: 40 }), (world, list, wait) => {
				compareClocks(world, play(world, list).events, wait);
			}),
			limit,
		);
	});

	it('are open to the most favourable command wherever they are open to any', () => {
		check((world, { steps }) => {
			for (const { decision, before, command, actor, at } of steps) {
				if (!decision.ok || world.options.latePaper === 'REFUSED') continue;
				const context = { ...world, actor, at };
				const answer = decide(before, probe(command.type, stateAt(before, at, world), context), context);
				expect(answer.ok || [command.type, answer.refusal.code, actor.id]).toBe(true);
			}
		});
	});
});

it('random histories reach every stage, event, command and refusal, so that the others prove something', () => {
	const seen = coverage(fc.sample(fc.tuple(worlds, moves), { numRuns: 3000, seed: 20190423 }));
	if (process.env.LAW_VERBOSE) console.log(seen);
	const rare = <T extends string>(all: readonly T[], counts: Map<T, number>, least: number) =>
		all.filter((each) => (counts.get(each) ?? 0) < least);
	expect(rare(STAGES, seen.stages, 15)).toEqual([]);
	expect(rare(Object.keys(LEGAL_MOVES) as EventType[], seen.events, 15)).toEqual([]);
	expect(rare(COMMAND_TYPES, seen.done, 15)).toEqual([]);
	expect(rare(COMMAND_TYPES, seen.refused, 15)).toEqual([]);
	expect(rare(REFUSAL_CODES, seen.refusals, 1)).toEqual(['BARRED', 'TIME_BEFORE_LAST_EVENT']);
});

type Reading = Omit<SlowClock, 'counted' | 'suspended'>;

function compareClocks(world: World, events: CaseEvent[], wait: number): void {
	const state = fold(events);
	const lastAt = state.lastAt ?? `${world.start}T00:00:00Z`;
	const today = addDays(plainDateAt(lastAt), wait);
	if (today > '2026-12-31') return;
	const settled = [...events, ...settle(state, today, world)];
	const fast = clocksOf(settled.reduce(evolve, EMPTY_CASE), today, world);
	const expected = slowClocks(settled, { calendar: slow, options: world.options, today });
	const reading = ({ id, due, missingYear, used, state, doneOn, late }: Reading) =>
		[id, due, missingYear, used, state, doneOn, late].join(' ');
	const others = fast.filter(({ id }) => id !== 'C8');
	expect(others.map(reading).sort()).toEqual(expected.map(reading).sort());
	for (const { counted, suspended } of expected) expect(counted.filter(suspended)).toEqual([]);
}

/** The accepted commands of a history again, with somebody looking in between at times that are chosen elsewhere. */
function withTicks(live: History, world: World, pauses: number[]): History {
	const history: History = { steps: [], events: [], state: EMPTY_CASE };
	let turn = 0;
	for (const { at, actor, command, decision } of live.steps) {
		if (!decision.ok) continue;
		const previous = history.state.lastAt;
		const pause = pauses[turn++ % pauses.length] ?? 0;
		const tick = previous ? Date.parse(previous) + pause * 86_400_000 : Number.POSITIVE_INFINITY;
		if (tick <= Date.parse(at)) {
			take(history, world, {
				at: new Date(tick).toISOString(),
				actor: PEOPLE.system,
				command: { type: 'Tick' },
			});
		}
		expect(take(history, world, { at, actor, command }).ok).toBe(true);
	}
	return history;
}

function coverage(samples: [World, Move[]][]) {
	const stages = new Map<Stage, number>();
	const events = new Map<EventType, number>();
	const done = new Map<CommandType, number>();
	const refused = new Map<CommandType, number>();
	const refusals = new Map<RefusalCode, number>();
	const count = <T>(map: Map<T, number>, key: T) => map.set(key, (map.get(key) ?? 0) + 1);
	for (const [world, list] of samples) {
		const history = play(world, list);
		const reached = new Set<Stage>([
			'DRAFT',
			...history.steps.map(({ before }) => before.stage),
			history.state.stage,
		]);
		for (const stage of reached) count(stages, stage);
		for (const { type } of history.events) count(events, type);
		for (const { command, decision } of history.steps) {
			count(decision.ok ? done : refused, command.type);
			if (!decision.ok) count(refusals, decision.refusal.code);
		}
	}
	return { stages, events, done, refused, refusals };
}
