import { type Budget, dueOf, type Gap, isPast, usedBy } from './budget.ts';
import {
	days,
	decisionBudget,
	guarded,
	hearingBudget,
	hearingRequestBudget,
	noticeBudget,
	orMissing,
	type Reckoning,
} from './case-budgets.ts';
import { DELIVERY_DAYS, INSPECTORS_DAYS } from './limits.ts';
import type { LawOptions } from './options.ts';
import { addDays, dayNumber, type PlainDate } from './plain-date.ts';
import { type CaseState, hearingOf } from './state.ts';
import type { DayUnit, Light } from './vocabulary.ts';

/** The clocks: C1 notice, C2 decision, C2x extended decision, C3 promise, C4 delivery, C5 hearing request, C6 hearing, C7 inspectors, C8 renewal. */
export const CLOCKS = ['C1', 'C2', 'C2x', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'] as const;
export type ClockId = (typeof CLOCKS)[number];

/** A clock as people see it on a given day. */
export interface ClockView {
	id: ClockId;
	start: PlainDate;
	/** Last day in time; null where the days of the count lie in a year without calendar, or the end is open. */
	due: PlainDate | null;
	/** The year whose calendar is missing, where that is why. */
	missingYear: number | null;
	budget: number;
	unit: DayUnit;
	/** Days used and left; when overdue, `-left` is the number of days over. Null without calendar. */
	used: number | null;
	left: number | null;
	state: 'RUNNING' | 'STOPPED' | 'DONE' | 'OVERDUE' | 'UNKNOWN';
	light: Light;
	/** Day on which it was met, and whether that was late. */
	doneOn: PlainDate | null;
	late: boolean;
}

/** A clock that has started, before it is read. */
interface Started {
	id: ClockId;
	budget: Budget;
	doneOn: PlainDate | null;
}

/** Every clock that has started, as of a day. Never throws: what a missing calendar hides is said to be unknown. */
export function clocksOf(state: CaseState, today: PlainDate, reckoning: Reckoning): ClockView[] {
	return budgetsOf(state, today, reckoning).map((started) => viewOf(started, today, reckoning));
}

function budgetsOf(state: CaseState, today: PlainDate, reckoning: Reckoning): Started[] {
	const started = (id: ClockId, budget: Budget | null, doneOn: PlainDate | null): Started[] =>
		budget ? [{ id, budget, doneOn }] : [];
	const { acceptance, rules, decision, delivery, licence } = state;
	const endOfProcedure = decision?.on ?? state.endedOn;
	// What still ran when the procedure ended has ended with it.
	const asOf = endOfProcedure && endOfProcedure < today ? endOfProcedure : today;
	const decided = guarded(() => decisionBudget(state, reckoning, asOf));
	const hearing = hearingOf(state);
	const notice = guarded(() => noticeBudget(state, reckoning));
	return [
		...started('C1', notice, answeredOn(state, notice, reckoning)),
		...(decided && rules && state.extension
			? [
					...started('C2', { ...decided, days: rules.limit.days }, state.extension.on),
					...started('C2x', decided, endOfProcedure),
				]
			: started('C2', decided, endOfProcedure)),
		...started('C3', decided && rules && { ...decided, days: rules.promiseDays, unit: 'WD' }, endOfProcedure),
		...started(
			'C4',
			decision && (delivery || state.stage === 'GRANTED') && decision.outcome === 'GRANTED'
				? days(decision.on, DELIVERY_DAYS)
				: null,
			delivery?.on ?? null,
		),
		...started(
			'C5',
			hearingRequestBudget(state, reckoning),
			hearing.requestedOn ?? hearing.lapsedOn ?? endOfProcedure,
		),
		...started('C6', hearingBudget(state, reckoning), hearing.heldOn ?? endOfProcedure),
		...started(
			'C7',
			acceptance && rules?.technicalInspection ? days(acceptance.on, INSPECTORS_DAYS) : null,
			state.inspectors?.on ?? endOfProcedure,
		),
		...started('C8', renewalBudget(licence), null),
	];
}

/** Day on which the bureau answered the application; for a deemed acceptance the day after the time was up. */
function answeredOn(state: CaseState, notice: Budget | null, { calendar }: Reckoning): PlainDate | null {
	const { supplement, acceptance, endedOn } = state;
	if (supplement && !supplement.completeOn) return supplement.on;
	if (acceptance?.deemed && notice) return guarded(() => addDays(dueOf(calendar, notice, false), 1));
	return acceptance?.on ?? endedOn;
}

/** A renewal is decided before the licence expires (Art. 50 ¶2): on its last day at the latest. */
function renewalBudget(licence: CaseState['licence']): Budget | null {
	if (!licence?.renewal || !licence.validTo) return null;
	return days(licence.renewal.on, dayNumber(licence.validTo) - dayNumber(licence.renewal.on), 'CD');
}

function viewOf({ id, budget, doneOn }: Started, today: PlainDate, reckoning: Reckoning): ClockView {
	const { calendar, options } = reckoning;
	// The end of a renewal is the expiry itself, on whatever day it falls.
	const roll = options.rollForward && id !== 'C8';
	const due = orMissing(() => dueOf(calendar, budget, roll));
	const late = orMissing(() => isPast(calendar, budget, doneOn ?? today, roll)).value;
	// Once the time is up nobody can use the current day any more: it is overdue, too.
	const asOf = doneOn ?? (options.todayCounts || late ? today : addDays(today, -1));
	const used = orMissing(() => (asOf <= budget.start ? 0 : usedBy(calendar, budget, asOf))).value;
	const left = used === null ? null : budget.days - used;
	const stopped = budget.gaps.some((each) => each.first <= today && today <= each.last);
	const state = doneOn
		? 'DONE'
		: late === null
			? 'UNKNOWN'
			: late
				? 'OVERDUE'
				: stopped
					? 'STOPPED'
					: 'RUNNING';
	return {
		id,
		start: budget.start,
		due: due.value,
		missingYear: due.year,
		budget: budget.days,
		unit: budget.unit,
		used,
		left,
		state,
		light: lightOf(state, left, budget.days, options),
		doneOn,
		late: late === true,
	};
}

function lightOf(
	state: ClockView['state'],
	left: number | null,
	budget: number,
	{ lights }: LawOptions,
): Light {
	if (state === 'OVERDUE') return 'RED';
	if (state !== 'RUNNING' || left === null) return 'NONE';
	if (left <= lights.orangeDays || left <= budget * lights.orange) return 'ORANGE';
	return left <= budget * lights.yellow ? 'YELLOW' : 'GREEN';
}

/** When the light of the clock that ends first will change, if nothing else happens. Null: not within known calendars. */
export interface LightPlan {
	due: PlainDate | null;
	start: PlainDate;
	/** First day on which the light is yellow, orange, red. */
	yellowOn: PlainDate | null;
	orangeOn: PlainDate | null;
	redOn: PlainDate | null;
	/** The days on which the clock stands still, now or next. */
	stopped: Gap | null;
}

/**
 * The clock that presses most, as dates: a list of many cases can be lit by comparing dates, without reckoning each.
 * The renewal clock is left out: it belongs to the licence, not to the application.
 */
export function lightPlan(state: CaseState, today: PlainDate, reckoning: Reckoning): LightPlan | null {
	const running = budgetsOf(state, today, reckoning).filter(
		({ doneOn, id }) => doneOn === null && id !== 'C8',
	);
	const plans = running.map(({ budget }) => planOf(budget, today, reckoning));
	plans.sort((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1));
	return plans[0] ?? null;
}

function planOf(budget: Budget, today: PlainDate, { calendar, options }: Reckoning): LightPlan {
	const { yellow, orange, orangeDays } = options.lights;
	/** First day on which at most `left` days are left. */
	const from = (left: number): PlainDate | null => {
		const used = Math.ceil(budget.days - left);
		const day = used <= 0 ? budget.start : guarded(() => dueOf(calendar, { ...budget, days: used }, false));
		return day && addDays(day, options.todayCounts ? 0 : 1);
	};
	const due = guarded(() => dueOf(calendar, budget, options.rollForward));
	return {
		due,
		start: budget.start,
		yellowOn: from(budget.days * yellow),
		orangeOn: from(Math.max(budget.days * orange, orangeDays)),
		redOn: due && addDays(due, 1),
		stopped: budget.gaps.find((gap) => gap.last >= today) ?? null,
	};
}
