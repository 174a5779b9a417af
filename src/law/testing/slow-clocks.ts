import type { ClockId, ClockView } from '../clocks.ts';
import type { CaseEvent, EventData, EventType } from '../events.ts';
import type { LawOptions } from '../options.ts';
import { type SlowCalendar, SlowYearMissing, step } from './slow-calendar.ts';

/**
 * The clocks a second time, from the events alone and day by day: every day is asked whether it counts.
 * Shares nothing with budget.ts and clocks.ts but the names of the fields that it answers.
 */
export type SlowClock = Pick<
	ClockView,
	'id' | 'due' | 'missingYear' | 'used' | 'state' | 'doneOn' | 'late'
> & {
	/** Days after the start that were counted, as far as `used` goes. */
	counted: string[];
	suspended: (day: string) => boolean;
};

interface Limit {
	start: string;
	days: number;
	unit: 'WD' | 'CD';
	roll: boolean;
	suspended: (day: string) => boolean;
}

interface Scene {
	calendar: SlowCalendar;
	options: LawOptions;
	today: string;
}

/** Some years are enough to see the end of any limit here. */
const FAR = 4000;

function find<T extends EventType>(events: readonly CaseEvent[], type: T): EventData[T] | undefined {
	return events.find((event) => event.type === type)?.data as EventData[T] | undefined;
}

/** The answer, or the year that was missing on the way to it. */
function attempt<T>(reckon: () => T): { value: T | null; year: number | null } {
	try {
		return { value: reckon(), year: null };
	} catch (error) {
		if (error instanceof SlowYearMissing) return { value: null, year: error.year };
		throw error;
	}
}

function counts(day: string, limit: Limit, calendar: SlowCalendar): boolean {
	if (limit.suspended(day)) return false;
	return limit.unit === 'CD' || calendar.isWorkday(day);
}

function lastDay(limit: Limit, calendar: SlowCalendar): string {
	let day = limit.start;
	let left = limit.days;
	for (let steps = 0; left > 0; steps++) {
		if (steps > FAR) throw new Error('a limit without end');
		day = step(day);
		if (counts(day, limit, calendar)) left--;
	}
	if (limit.unit === 'CD' && limit.roll) {
		while (!calendar.isWorkday(day) || limit.suspended(day)) day = step(day);
	}
	return day;
}

/** Whether a day lies in one stretch of time that Art. 45 takes out. */
function inStretch(
	day: string,
	stretch: { from: string; to: string | null; toldFrom: string; toldDays: number },
	{ calendar, options, today }: Scene,
): boolean {
	const takesStart = ['START_ONLY', 'BOTH'].includes(options.suspensionBorders);
	const takesEnd = ['END_ONLY', 'BOTH'].includes(options.suspensionBorders);
	if (takesStart ? day < stretch.from : day <= stretch.from) return false;
	/** The told time has not run out before this day. */
	const told = (on: string): boolean => {
		let left = stretch.toldDays;
		for (let day = stretch.toldFrom; step(day) < on; ) {
			day = step(day);
			if (calendar.isWorkday(day)) left--;
			if (left === 0) return false;
		}
		return true;
	};
	const reaches = (on: string): boolean => {
		if (options.beyondTimeTold === 'COUNTS') return (stretch.to === null || on <= stretch.to) && told(on);
		return stretch.to === null ? on <= today || told(on) : on <= stretch.to;
	};
	return reaches(takesEnd ? day : step(day));
}

/** Whether Art. 45 or a hearing takes a day out of the count. */
function suspension(events: readonly CaseEvent[], scene: Scene): (day: string) => boolean {
	const stretches: Parameters<typeof inStretch>[1][] = [];
	for (const event of events) {
		if (event.type !== 'SpecialProcedureStarted') continue;
		const { on, kind, neededDays } = event.data;
		const end = events
			.slice(events.indexOf(event))
			.find((later) => later.type === 'SpecialProcedureEnded' && later.data.kind === kind);
		const to = end?.type === 'SpecialProcedureEnded' ? end.data.on : null;
		stretches.push({ from: on, to, toldFrom: on, toldDays: neededDays });
	}
	const to = find(events, 'HearingHeld')?.on ?? null;
	const requested = find(events, 'HearingRequested')?.on;
	const announced = find(events, 'HearingAnnounced')?.on;
	if (announced) {
		stretches.push({
			from: announced,
			to,
			toldFrom: announced,
			toldDays: scene.options.announcedHearingDays,
		});
	} else if (requested) {
		const notice = find(events, 'HearingNotified')?.on;
		const from = scene.options.hearingStopsClockFrom === 'REQUEST' ? requested : notice;
		if (from) stretches.push({ from, to, toldFrom: requested, toldDays: 20 });
	}
	return (day) => stretches.some((stretch) => inStretch(day, stretch, scene));
}

function read(
	id: ClockId,
	limit: Limit,
	doneOn: string | null,
	{ calendar, options, today }: Scene,
): SlowClock {
	const due = attempt(() => lastDay(limit, calendar));
	const late = due.value !== null && (doneOn ?? today) > due.value;
	const until = doneOn ?? (options.todayCounts || late ? today : step(today, -1));
	const counted = attempt(() => {
		const days: string[] = [];
		for (let day = limit.start; day < until; ) {
			day = step(day);
			if (counts(day, limit, calendar)) days.push(day);
		}
		return days;
	}).value;
	const running = limit.suspended(today) ? 'STOPPED' : 'RUNNING';
	return {
		id,
		due: due.value as SlowClock['due'],
		missingYear: due.year,
		used: counted?.length ?? null,
		counted: counted ?? [],
		doneOn: doneOn as SlowClock['doneOn'],
		late,
		state: doneOn ? 'DONE' : late ? 'OVERDUE' : running,
		suspended: limit.suspended,
	};
}

/** All clocks of a case as of a day, from its events. */
export function slowClocks(events: readonly CaseEvent[], scene: Scene): SlowClock[] {
	const { calendar, options } = scene;
	const never = () => false;
	const clocks: SlowClock[] = [];
	const add = (id: ClockId, limit: Partial<Limit> & { start: string; days: number }, doneOn: string | null) =>
		clocks.push(
			read(id, { unit: 'WD', roll: options.rollForward, suspended: never, ...limit }, doneOn, scene),
		);
	const submitted = find(events, 'Submitted');
	if (!submitted) return clocks;
	const { rules } = submitted;
	const supplement = find(events, 'SupplementRequested');
	const complete = events.find((event) => event.type === 'SupplementReceived' && event.data.complete);
	const completeOn = complete?.type === 'SupplementReceived' ? complete.data.on : null;
	const deemed = find(events, 'AcceptanceDeemed');
	const accepted = find(events, 'Accepted') ?? deemed;
	const granted = find(events, 'Granted');
	const decided = granted ?? find(events, 'Refused');
	const without = (['Withdrawn', 'Lapsed', 'NotRequiredDeclared', 'OutOfScopeDeclared'] as const)
		.map((type) => find(events, type)?.on)
		.find((on) => on !== undefined);
	const over = decided?.on ?? without ?? null;

	let receipt: string = submitted.on;
	if (options.receiptOnDayOff === 'NEXT_WORKDAY')
		while (!calendar.isWorkday(receipt)) receipt = step(receipt);
	const notice = { start: completeOn ?? receipt, days: 5 };
	const answered = deemed
		? step(calendar.walk(notice.start, 5))
		: supplement && !completeOn
			? supplement.on
			: (accepted?.on ?? without ?? null);
	add('C1', notice, answered);

	if (accepted) {
		const asOf = over && over < scene.today ? over : scene.today;
		const suspended = suspension(events, { ...scene, today: asOf });
		const { limit } = rules;
		const base = { start: accepted.on, unit: limit.unit, suspended };
		const extension = find(events, 'LimitExtended');
		add('C2', { ...base, days: limit.days }, extension?.on ?? over);
		if (extension) add('C2x', { ...base, days: limit.days + extension.days }, over);
		add('C3', { ...base, days: rules.promiseDays, unit: 'WD' }, over);
		if (rules.technicalInspection) {
			const inspectors = find(events, 'InspectorsAssigned')?.on;
			add('C7', { start: accepted.on, days: 5 }, inspectors ?? over);
		}
	}
	const delivered = find(events, 'Delivered')?.on ?? null;
	const undone = find(events, 'LicenceRevoked') ?? find(events, 'LicenceWithdrawn');
	if (granted && (delivered || !undone)) add('C4', { start: granted.on, days: 10 }, delivered);
	const informed = find(events, 'HearingRightInformed')?.on;
	const requested = find(events, 'HearingRequested')?.on;
	const announced = find(events, 'HearingAnnounced')?.on;
	if (informed) {
		const lapsed = find(events, 'HearingRightLapsed')?.on;
		add('C5', { start: informed, days: 5, unit: options.hearingRequestUnit }, requested ?? lapsed ?? over);
	}
	const hearingDays = requested ? 20 : options.announcedHearingDays;
	const hearingFrom = requested ?? announced;
	if (hearingFrom)
		add('C6', { start: hearingFrom, days: hearingDays }, find(events, 'HearingHeld')?.on ?? over);
	return clocks;
}
