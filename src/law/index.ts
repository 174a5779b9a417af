/**
 * 行政许可法 as pure functions: calendar, clocks, lifecycle, notices. Imports nothing, reads no clock,
 * knows no language. The only file that other rooms import.
 */
export { type Budget, dueOf, type Gap, mergeGaps, usedBy } from './budget.ts';
export { type Calendar, type CalendarYear, CalendarYearMissing, makeCalendar } from './calendar.ts';
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
	type CommandOf,
	type CommandType,
	type SupplementItem,
	type Tolerance,
} from './commands.ts';
export { type Context, type Decision, decide, stateAt } from './decide.ts';
export { type Actor, rolesFor } from './duties.ts';
export type { CaseEvent, EventData, EventType } from './events.ts';
export { evolve, fold } from './evolve.ts';
export type { ItemRules } from './item-rules.ts';
export { NOTICE_DUTIES, type NoticeDuty, noticesFor } from './notices.ts';
export { type LawOptions, STEPS, type Step } from './options.ts';
export {
	addDays,
	addMonths,
	dayNumber,
	fromDayNumber,
	type PlainDate,
	parsePlainDate,
	plainDate,
	plainDateAt,
} from './plain-date.ts';
export { probe } from './probe.ts';
export { type LawSignpost, REFUSAL_CODES, type Refusal, type RefusalCode } from './refusal.ts';
export { refuse, SIGNPOST_CODES } from './refusals.ts';
export { nextSettlement, settle } from './settle.ts';
export { type CaseState, EMPTY_CASE, hearingOf, owedPapers, rulesOf } from './state.ts';
export { verdict } from './table.ts';
export * from './vocabulary.ts';
