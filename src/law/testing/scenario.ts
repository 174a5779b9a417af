import type { Calendar } from '../calendar.ts';
import { type ClockId, type ClockView, clocksOf } from '../clocks.ts';
import type { Command } from '../commands.ts';
import { type Context, decide, stateAt } from '../decide.ts';
import type { Actor } from '../duties.ts';
import type { CaseEvent } from '../events.ts';
import type { ItemRules } from '../item-rules.ts';
import type { LawOptions } from '../options.ts';
import { plainDate } from '../plain-date.ts';
import type { Refusal, RefusalCode } from '../refusal.ts';
import { type CaseState, EMPTY_CASE } from '../state.ts';
import { OPTIONS, PEOPLE, PLAIN_ITEM } from './samples.ts';

/** A case in a story: whom does what when, one line each. */
export interface Scenario {
	readonly state: CaseState;
	readonly events: readonly CaseEvent[];
	/** The command must be carried out; throws with the refusal otherwise. */
	does(day: string, who: keyof typeof PEOPLE, command: Command): Scenario;
	/** The command must be refused; answers the refusal. */
	refused(day: string, who: keyof typeof PEOPLE, command: Command): Refusal;
	/** The code of the refusal. */
	code(day: string, who: keyof typeof PEOPLE, command: Command): RefusalCode;
	/** The state as of a day, with what time has brought. */
	on(day: string): CaseState;
	clock(id: ClockId, day: string): ClockView | undefined;
}

/** Begins a story about an item that differs from the plain one where it is said. */
export function scenario(
	calendar: Calendar,
	item: Partial<ItemRules> = {},
	options: Partial<LawOptions> = {},
	bars: Context['bars'] = {},
): Scenario {
	let state = EMPTY_CASE;
	const events: CaseEvent[] = [];
	const reckoning = { calendar, options: { ...OPTIONS, ...options } };
	const context = (day: string, who: keyof typeof PEOPLE): Context => ({
		...reckoning,
		at: day.includes('T') ? day : `${day}T09:00:00+08:00`,
		actor: PEOPLE[who] as Actor,
		rules: { ...PLAIN_ITEM, ...item },
		bars: bars ?? {},
	});
	const ask = (day: string, who: keyof typeof PEOPLE, command: Command) =>
		decide(state, command, context(day, who));
	const on = (day: string) => stateAt(state, context(day, 'system').at, reckoning);
	const story: Scenario = {
		get state() {
			return state;
		},
		get events() {
			return events;
		},
		does(day, who, command) {
			const decision = ask(day, who, command);
			if (!decision.ok) throw new Error(`${command.type} on ${day}: ${JSON.stringify(decision.refusal)}`);
			state = decision.state;
			events.push(...decision.events);
			return story;
		},
		refused(day, who, command) {
			const decision = ask(day, who, command);
			if (decision.ok) throw new Error(`${command.type} on ${day} was carried out`);
			return decision.refusal;
		},
		code: (day, who, command) => story.refused(day, who, command).code,
		on,
		clock: (id, day) => clocksOf(on(day), plainDate(day), reckoning).find((clock) => clock.id === id),
	};
	return story;
}
