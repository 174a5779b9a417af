import { type Budget, dueOf, isPast } from './budget.ts';
import { hearingRequestBudget, noticeBudget, type Reckoning } from './clocks.ts';
import type { CaseEvent, EventData, EventType } from './events.ts';
import { evolve } from './evolve.ts';
import { addDays, addMonths, type PlainDate } from './plain-date.ts';
import { type CaseState, hearingOf, rulesOf } from './state.ts';

/** A time event is written as of the first instant after its limit, whenever somebody looks: so replay equals live. */
const midnightAfter = (day: PlainDate) => `${addDays(day, 1)}T00:00:00+08:00`;

function fact<T extends EventType>(type: T, lastDay: PlainDate, data: EventData[T]): CaseEvent {
	return { type, at: midnightAfter(lastDay), actor: 'system', data } as CaseEvent;
}

/**
 * What the passing of time alone has brought by `today`, in order: acceptance deemed, hearing right lapsed,
 * renewal by silence, expiry. Empty when nothing has. @throws CalendarYearMissing
 */
export function settle(state: CaseState, today: PlainDate, reckoning: Reckoning): CaseEvent[] {
	const events: CaseEvent[] = [];
	let current = state;
	for (;;) {
		const event = next(current, today, reckoning);
		if (!event) return events;
		events.push(event);
		current = evolve(current, event);
	}
}

/** The one thing that time brings next, if its limit has passed. */
function next(state: CaseState, today: PlainDate, reckoning: Reckoning): CaseEvent | undefined {
	const { calendar, options } = reckoning;
	const passed = (budget: Budget | null): budget is Budget =>
		budget !== null && isPast(calendar, budget, today, options.rollForward);
	const lastDay = (budget: Budget) => dueOf(calendar, budget, options.rollForward);
	switch (state.stage) {
		case 'SUBMITTED': {
			// Art. 32 ¶1(4): told too late, the application is accepted as of the day it was received.
			const budget = noticeBudget(state, reckoning);
			if (!passed(budget)) return undefined;
			return fact('AcceptanceDeemed', lastDay(budget), { on: budget.start, cause: 'NO_NOTICE_IN_TIME' });
		}
		case 'SUPPLEMENTED': {
			const budget = noticeBudget(state, reckoning);
			if (!options.deemAfterSupplement || !passed(budget)) return undefined;
			return fact('AcceptanceDeemed', lastDay(budget), { on: budget.start, cause: 'SUPPLEMENTS_COMPLETE' });
		}
		case 'SUPPLEMENT_NOTIFIED': {
			if (!state.supplement || options.supplementLapseDays === null) return undefined;
			const budget: Budget = {
				start: state.supplement.on,
				days: options.supplementLapseDays,
				unit: 'WD',
				gaps: [],
			};
			return passed(budget) ? fact('Lapsed', lastDay(budget), { on: lastDay(budget) }) : undefined;
		}
		case 'UNDER_REVIEW': {
			const { requestedOn, lapsedOn } = hearingOf(state);
			const budget = hearingRequestBudget(state, reckoning);
			if (requestedOn || lapsedOn || !passed(budget)) return undefined;
			return fact('HearingRightLapsed', lastDay(budget), { on: lastDay(budget) });
		}
		case 'ACTIVE':
		case 'RENEWAL_PENDING':
			return licenceEnd(state, today, reckoning);
		default:
			return undefined;
	}
}

/** Art. 50 ¶2: no decision before expiry renews; without a request in time the licence ends. */
function licenceEnd(state: CaseState, today: PlainDate, { options }: Reckoning): CaseEvent | undefined {
	const { validTo, renewal } = state.licence ?? {};
	if (!validTo || validTo >= today) return undefined;
	const months = options.silentRenewalMonths ?? rulesOf(state).validityMonths;
	if (renewal?.silence && months !== null) {
		return fact('RenewalGranted', validTo, {
			on: validTo,
			validTo: addMonths(validTo, months),
			deemed: true,
		});
	}
	return fact('LicenceExpired', validTo, { on: validTo });
}
