import { type Budget, dueOf, isPast } from './budget.ts';
import { CalendarYearMissing } from './calendar.ts';
import { hearingRequestBudget, noticeBudget, type Reckoning } from './case-budgets.ts';
import type { CaseEvent, EventData, EventType } from './events.ts';
import { evolve } from './evolve.ts';
import { addDays, addMonths, type PlainDate, plainDate } from './plain-date.ts';
import { type CaseState, hearingOf, rulesOf } from './state.ts';

/**
 * A time event is written as of the first instant after its limit, whenever somebody looks: so replay equals live.
 * Midnight in Shanghai, after the last day, is 16:00 UTC of that day.
 */
function fact<T extends EventType>(type: T, lastDay: PlainDate, data: EventData[T]): CaseEvent {
	return { type, at: `${lastDay}T16:00:00.000Z`, actor: 'system', data } as CaseEvent;
}

/** What time will bring next, unless somebody acts before. */
interface Pending {
	/** Whether its last day lies before `today`. @throws CalendarYearMissing */
	isOver(today: PlainDate): boolean;
	/** The last day on which somebody can still act. @throws CalendarYearMissing */
	lastDay(): PlainDate;
	write(lastDay: PlainDate): CaseEvent;
}

/**
 * What the passing of time alone has brought by `today`, in order: acceptance deemed, hearing right lapsed,
 * renewal by silence, expiry. Empty when nothing has. @throws CalendarYearMissing
 */
export function settle(state: CaseState, today: PlainDate, reckoning: Reckoning): CaseEvent[] {
	const events: CaseEvent[] = [];
	let current = state;
	for (;;) {
		const next = pending(current, reckoning);
		if (!next?.isOver(today)) return events;
		const event = inOrder(next.write(next.lastDay()), current);
		events.push(event);
		current = evolve(current, event);
	}
}

/** A licence delivered after its last day expires when it is delivered: time never runs backwards in a log. */
function inOrder(event: CaseEvent, { lastAt }: CaseState): CaseEvent {
	return lastAt !== null && Date.parse(event.at) < Date.parse(lastAt) ? { ...event, at: lastAt } : event;
}

/**
 * The first day on which {@link settle} will have something to write, if nobody acts; null when never. Where that day
 * has no calendar yet: the first day without one, when somebody must look.
 */
export function nextSettlement(state: CaseState, reckoning: Reckoning): PlainDate | null {
	try {
		const next = pending(state, reckoning);
		return next ? addDays(next.lastDay(), 1) : null;
	} catch (error) {
		if (error instanceof CalendarYearMissing) return plainDate(`${error.year}-01-01`);
		throw error;
	}
}

function pending(state: CaseState, reckoning: Reckoning): Pending | undefined {
	switch (state.stage) {
		case 'SUBMITTED':
			// Art. 32 ¶1(4): told too late, the application is accepted as of the day it was received.
			return within(noticeBudget(state, reckoning), reckoning, (lastDay, on) =>
				fact('AcceptanceDeemed', lastDay, { on, cause: 'NO_NOTICE_IN_TIME' }),
			);
		case 'SUPPLEMENTED':
			if (!reckoning.options.deemAfterSupplement) return undefined;
			return within(noticeBudget(state, reckoning), reckoning, (lastDay, on) =>
				fact('AcceptanceDeemed', lastDay, { on, cause: 'SUPPLEMENTS_COMPLETE' }),
			);
		case 'SUPPLEMENT_NOTIFIED':
			return within(lapseBudget(state, reckoning), reckoning, (on) => fact('Lapsed', on, { on }));
		case 'UNDER_REVIEW': {
			const { requestedOn, lapsedOn } = hearingOf(state);
			if (requestedOn || lapsedOn) return undefined;
			return within(hearingRequestBudget(state, reckoning), reckoning, (on) =>
				fact('HearingRightLapsed', on, { on }),
			);
		}
		case 'ACTIVE':
		case 'RENEWAL_PENDING':
			return licenceEnd(state, reckoning);
		default:
			return undefined;
	}
}

/** What happens when a budget has run out; `start` is the day from which it ran. */
function within(
	budget: Budget | null,
	{ calendar, options }: Reckoning,
	write: (lastDay: PlainDate, start: PlainDate) => CaseEvent,
): Pending | undefined {
	return budget
		? {
				isOver: (today) => isPast(calendar, budget, today, options.rollForward),
				lastDay: () => dueOf(calendar, budget, options.rollForward),
				write: (lastDay) => write(lastDay, budget.start),
			}
		: undefined;
}

/** The bureau's own rule for a notice that nobody answers. */
function lapseBudget({ supplement }: CaseState, { options }: Reckoning): Budget | null {
	if (!supplement || options.supplementLapseDays === null) return null;
	return { start: supplement.on, days: options.supplementLapseDays, unit: 'WD', gaps: [] };
}

/** Art. 50 ¶2: no decision before expiry renews; without a request in time the licence ends. */
function licenceEnd(state: CaseState, { options }: Reckoning): Pending | undefined {
	const { validTo, renewal } = state.licence ?? {};
	if (!validTo) return undefined;
	const months = options.silentRenewalMonths ?? rulesOf(state).validityMonths;
	return {
		isOver: (today) => validTo < today,
		lastDay: () => validTo,
		write: (on) =>
			renewal?.silence && months !== null
				? fact('RenewalGranted', on, { on, validTo: addMonths(on, months), deemed: true })
				: fact('LicenceExpired', on, { on }),
	};
}
