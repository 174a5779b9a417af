import { CalendarYearMissing } from './calendar.ts';
import type { Reckoning } from './case-budgets.ts';
import type { Command, CommandOf, CommandType } from './commands.ts';
import { decisions } from './decide-decision.ts';
import { hearings } from './decide-hearing.ts';
import { intake } from './decide-intake.ts';
import { licences } from './decide-licence.ts';
import { reviews } from './decide-review.ts';
import { type Actor, dutyRefusal } from './duties.ts';
import type { CaseEvent, EventData, EventType } from './events.ts';
import { evolve } from './evolve.ts';
import type { ItemRules } from './item-rules.ts';
import { type PlainDate, plainDateAt } from './plain-date.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refusals.ts';
import { settle } from './settle.ts';
import type { CaseState } from './state.ts';
import { verdict } from './table.ts';

/** Everything beside state and command that a decision depends on. */
export interface Context extends Reckoning {
	/** Instant of the command, ISO 8601 with offset. */
	at: string;
	actor: Actor;
	/** Rules of the item in force: needed by `Submit`, which puts them into the case. */
	rules?: ItemRules;
	/** What stands against the applicant: a bar of Arts. 78, 79, or a broken commitment not yet repaired. */
	bars?: { until?: PlainDate; noCommitment?: boolean };
}

/** Carried out, with the events and the state after them; or refused, and nothing has happened. */
export type Decision = { ok: true; events: CaseEvent[]; state: CaseState } | { ok: false; refusal: Refusal };

/** What a rule for one command sees. */
export interface Situation {
	state: CaseState;
	today: PlainDate;
	context: Context;
}

/** A fact to be written, before it has its time and author. */
export type Fact = { [T in EventType]: { type: T; data: EventData[T] } }[EventType];

/** A rule answers with facts, or with a refusal. */
export type Rule<T extends CommandType> = (command: CommandOf<T>, situation: Situation) => Fact[] | Refusal;
export type Rules<T extends CommandType> = { [K in T]: Rule<K> };

const rules: Rules<CommandType> = {
	...intake,
	...reviews,
	...hearings,
	...decisions,
	...licences,
	Tick: () => [],
};

/**
 * Decides a command. First what time has brought is settled, then the stage, the person and the rule are asked.
 * Pure: the same state, command and context give the same answer, in the server, the browser and the laboratory.
 */
export function decide(state: CaseState, command: Command, context: Context): Decision {
	try {
		return decideOn(state, command, context);
	} catch (error) {
		if (error instanceof CalendarYearMissing) {
			return { ok: false, refusal: refuse('CALENDAR_YEAR_MISSING', { year: error.year }) };
		}
		throw error;
	}
}

function decideOn(before: CaseState, command: Command, context: Context): Decision {
	if (before.lastAt && Date.parse(context.at) < Date.parse(before.lastAt)) {
		return { ok: false, refusal: refuse('TIME_BEFORE_LAST_EVENT', { at: context.at, last: before.lastAt }) };
	}
	const today = plainDateAt(context.at);
	const settled = settle(before, today, context);
	const state = settled.reduce(evolve, before);

	const stage = verdict(state.stage, command.type);
	if (stage !== true)
		return { ok: false, refusal: refuse(stage, { stage: state.stage, command: command.type }) };
	const chosen = command.type === 'Accept' ? command.procedure : undefined;
	const duty = dutyRefusal(state, command.type, context.actor, context.options, chosen);
	if (duty) {
		const params = { command: command.type, person: context.actor.id };
		return { ok: false, refusal: refuse(duty, params) };
	}

	const rule = rules[command.type] as Rule<CommandType>;
	const result = rule(command, { state, today, context });
	if (!Array.isArray(result)) return { ok: false, refusal: result };
	const written = result.map((fact) => ({ ...fact, at: context.at, actor: context.actor.id }) as CaseEvent);
	return { ok: true, events: [...settled, ...written], state: written.reduce(evolve, state) };
}

/** The state as of an instant, with what time has brought but nobody has written down yet. @throws CalendarYearMissing */
export function stateAt(state: CaseState, at: string, reckoning: Reckoning): CaseState {
	return settle(state, plainDateAt(at), reckoning).reduce(evolve, state);
}
