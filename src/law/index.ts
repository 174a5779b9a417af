/**
 * 行政许可法 as pure functions: calendar, clocks, lifecycle, notices. Imports nothing, reads no clock,
 * knows no language. The only file that other rooms import.
 */
export { type Calendar, CalendarYearMissing, makeCalendar } from './calendar.ts';
export type { Reckoning } from './case-budgets.ts';
export {
	CLOCKS,
	type ClockId,
	type ClockView,
	clocksOf,
	type LightPlan,
	lightPlan,
} from './clocks.ts';
export {
	COMMAND_TYPES,
	type Command,
	type CommandType,
} from './commands.ts';
export { type Context, decide, stateAt } from './decide.ts';
export { type Actor, rolesFor } from './duties.ts';
export type { CaseEvent, EventData, EventType } from './events.ts';
export { evolve, fold } from './evolve.ts';
export { type ItemRules, isFormField } from './item-rules.ts';
export { NOTICE_DUTIES, noticesFor } from './notices.ts';
export { type LawOptions, STEPS } from './options.ts';
export {
	addDays,
	dayNumber,
	type PlainDate,
	parsePlainDate,
	plainDate,
	plainDateAt,
} from './plain-date.ts';
export { probe } from './probe.ts';
export { type LawSignpost, REFUSAL_CODES, type Refusal } from './refusal.ts';
export { refuse } from './refusals.ts';
export { nextSettlement, settle } from './settle.ts';
export { type CaseState, EMPTY_CASE, rulesOf } from './state.ts';
export * from './vocabulary.ts';
