import type { Command, CommandType } from '../commands.ts';
import { COMMAND_TYPES } from '../commands.ts';
import { type Context, type Decision, decide } from '../decide.ts';
import { type Actor, rolesFor } from '../duties.ts';
import type { CaseEvent } from '../events.ts';
import type { ItemRules } from '../item-rules.ts';
import { addDays, type PlainDate, plainDateAt } from '../plain-date.ts';
import { type CaseState, EMPTY_CASE } from '../state.ts';
import { verdict } from '../table.ts';
import { buildCommand } from './build-command.ts';
import { type Random, randomFrom } from './random.ts';
import { PEOPLE } from './samples.ts';

/** Where a history plays: one item, one set of choices, one calendar. */
export interface World extends Pick<Context, 'calendar' | 'options'> {
	rules: ItemRules;
	/** First day of the history. */
	start: PlainDate;
}

/** One move of a history: how long nothing happens, and the seed of everything else. */
export interface Move {
	wait: number;
	seed: number;
}

/** A command with everything that it met. */
export interface Step {
	at: string;
	actor: Actor;
	command: Command;
	before: CaseState;
	decision: Decision;
}

export interface History {
	steps: Step[];
	events: CaseEvent[];
	state: CaseState;
}

const people: readonly Actor[] = Object.values(PEOPLE);

/** Commands that end a history: chosen seldom, so that histories reach deep states. */
const ending: ReadonlySet<CommandType> = new Set([
	'DeclareNotRequired',
	'DeclareOutOfScope',
	'Withdraw',
	'Refuse',
	'Revoke',
	'WithdrawLicence',
	'RevokeAsPenalty',
	'Cancel',
]);
/** Commands that carry a case on; chosen often. */
const onwards: ReadonlySet<CommandType> = new Set([
	'Accept',
	'Supplement',
	'SupplyOwed',
	'Grant',
	'Deliver',
	'NotifyHearing',
	'HoldHearing',
	'EndSpecialProcedure',
	'Review',
	'RecordSiteVisit',
	'AssignInspectors',
]);

/** Plays moves against the law. Deterministic: the same world and moves give the same history. */
export function play(world: World, moves: readonly Move[]): History {
	const history: History = { steps: [], events: [], state: EMPTY_CASE };
	let day = world.start;
	let minute = 0;
	for (const { wait, seed } of moves) {
		const random = randomFrom(seed);
		const days = waitDays(history.state, day, wait, random);
		day = addDays(day, days);
		minute = days > 0 ? 0 : minute + 1;
		const at = `${day}T${random.pick(['00', '09', '23'])}:00:00+08:00`;
		const last = history.steps.at(-1)?.at;
		const instant = last && Date.parse(last) >= Date.parse(at) ? later(last, minute) : at;
		day = plainDateAt(instant);
		const command = chooseCommand(history.state, random, { world, today: day });
		const actor = chooseActor(history.state, command, random);
		take(history, world, { at: instant, actor, command });
	}
	return history;
}

/** Gives one command to the law and keeps what came of it. */
export function take(
	history: History,
	world: World,
	{ at, actor, command }: Pick<Step, 'at' | 'actor' | 'command'>,
): Decision {
	const before = history.state;
	const { calendar, options, rules } = world;
	const decision = decide(before, command, { at, actor, rules, calendar, options });
	history.steps.push({ at, actor, command, before, decision });
	if (decision.ok) {
		history.events.push(...decision.events);
		history.state = decision.state;
	}
	return decision;
}

function later(instant: string, minutes: number): string {
	return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}

/** Mostly nothing or a few days; sometimes to the days that matter at the end of a licence. */
function waitDays(state: CaseState, day: PlainDate, wait: number, random: Random): number {
	const validTo = state.licence?.validTo;
	if (validTo && random.chance(20)) {
		const target = addDays(validTo, random.pick([-44, -44, -40, -35, -32, -20, -10, 0, 1, 40]));
		return Math.max(0, (Date.parse(target) - Date.parse(day)) / 86_400_000);
	}
	if (state.stage === 'SUPPLEMENT_NOTIFIED' && random.chance(12)) return 60;
	return wait < 55 ? 0 : wait < 92 ? (wait - 50) % 4 : wait - 88;
}

function chooseCommand(state: CaseState, random: Random, scene: { world: World; today: PlainDate }): Command {
	const open = COMMAND_TYPES.filter((type) => verdict(state.stage, type) === true);
	const weighted = open.flatMap((type) => Array<CommandType>(weight(state, type)).fill(type));
	const type = random.chance(8) ? random.find(COMMAND_TYPES) : random.find(weighted);
	return buildCommand(type ?? 'Tick', state, random, scene);
}

function weight(state: CaseState, type: CommandType): number {
	if (ending.has(type)) return state.licence ? 3 : 1;
	if (type === 'Tick') return state.licence || state.supplement ? 12 : 3;
	if (type.endsWith('Renewal')) return 40;
	if (type === 'RequestHearing') return state.hearing?.informedOn && !state.hearing.lapsedOn ? 40 : 5;
	if (type === 'EndSpecialProcedure') return state.specials.some((each) => !each.to) ? 60 : 1;
	if (type === 'NotifyHearing' || type === 'HoldHearing')
		return state.hearing && !state.hearing.heldOn ? 60 : 5;
	return onwards.has(type) ? 30 : 12;
}

/** Mostly somebody whose duty it is; sometimes anybody. */
function chooseActor(state: CaseState, command: Command, random: Random): Actor {
	if (random.chance(6)) return random.find(people) ?? PEOPLE.clerk;
	const roles = rolesFor(command.type);
	const able = people.filter((each) => each.roles.some((role) => roles.includes(role)));
	const procedure = command.type === 'Accept' ? command.procedure : state.acceptance?.procedure;
	const sole = procedure === 'SOLE' && roles.includes('SOLE_APPROVER');
	if (sole && random.chance(90)) return PEOPLE.sole;
	const ordinary = able.filter((each) => each !== PEOPLE.sole && each !== PEOPLE.unlisted);
	return random.find(random.chance(90) ? ordinary : able) ?? PEOPLE.system;
}
