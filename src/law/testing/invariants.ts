import type { CaseEvent, EventData, EventType } from '../events.ts';
import { evolve } from '../evolve.ts';
import type { LawOptions, Step } from '../options.ts';
import { plainDateAt } from '../plain-date.ts';
import { EMPTY_CASE } from '../state.ts';
import type { Stage } from '../vocabulary.ts';
import type { History } from './history.ts';
import { PEOPLE } from './samples.ts';
import type { SlowCalendar } from './slow-calendar.ts';
import { isLegalMove } from './transitions.ts';

/**
 * What must hold in every history whatever anybody does, each read from the events alone. Every invariant answers
 * with a sentence for each breach; a good history gives none.
 */
type Invariant = (
	events: readonly CaseEvent[],
	scene: { options: LawOptions; slow: SlowCalendar },
) => string[];

type Told<T extends EventType> = { type: T; at: string; actor: string; data: EventData[T] };

function all<T extends EventType>(events: readonly CaseEvent[], type: T): Told<T>[] {
	return events.filter((event) => event.type === type) as unknown as Told<T>[];
}

function before(events: readonly CaseEvent[], type: EventType): readonly CaseEvent[] | undefined {
	const index = events.findIndex((event) => event.type === type);
	return index < 0 ? undefined : events.slice(0, index);
}

/** The events before the decision, if there was one. */
const undecided = (events: readonly CaseEvent[]) => before(events, 'Granted') ?? before(events, 'Refused');

function owedAfter(events: readonly CaseEvent[]): Set<string> {
	const owed = new Set(
		all(events, 'Accepted').flatMap(({ data }) => data.tolerated.map((paper) => paper.material)),
	);
	for (const { data } of all(events, 'OwedPaperSupplied'))
		for (const material of data.materials) owed.delete(material);
	return owed;
}

/** Who took each step, from the events. */
function hands(events: readonly CaseEvent[]): Record<Step, Set<string>> {
	const by: Record<Step, Set<string>> = { ACCEPT: new Set(), REVIEW: new Set(), DECIDE: new Set() };
	for (const event of events) {
		if (event.type === 'Accepted') by.ACCEPT.add(event.actor);
		if (event.type === 'Granted' || event.type === 'Refused') by.DECIDE.add(event.actor);
		if (['ReviewStarted', 'Reviewed', 'SpecialProcedureStarted', 'SiteVisited'].includes(event.type)) {
			by.REVIEW.add(event.actor);
		}
		if (event.type === 'SiteVisited') for (const person of event.data.staff) by.REVIEW.add(person);
	}
	return by;
}

const INVARIANTS: Record<string, Invariant> = {
	'every event is a legal move': (events) => {
		let state = EMPTY_CASE;
		return events.flatMap((event) => {
			const from: Stage = state.stage;
			state = evolve(state, event);
			return isLegalMove(event.type, from, state.stage) ? [] : [`${event.type}: ${from} → ${state.stage}`];
		});
	},
	'time never runs backwards': (events) =>
		events.flatMap((event, index) => {
			const previous = events[index - 1];
			return previous && Date.parse(event.at) < Date.parse(previous.at)
				? [`${event.type} at ${event.at}`]
				: [];
		}),
	'nobody acts for the system, and the system only for time': (events) => {
		const timely: EventType[] = ['AcceptanceDeemed', 'Lapsed', 'HearingRightLapsed', 'LicenceExpired'];
		return events.flatMap((event) => {
			const timed = timely.includes(event.type) || (event.type === 'RenewalGranted' && event.data.deemed);
			return timed === (event.actor === 'system') ? [] : [`${event.type} by ${event.actor}`];
		});
	},
	'at most one supplement notice, within five working days of receipt': (events, { options, slow }) => {
		const notices = all(events, 'SupplementRequested');
		const received = all(events, 'Submitted')[0]?.data.on;
		if (!received) return [];
		let start: string = received;
		if (options.receiptOnDayOff === 'NEXT_WORKDAY')
			start = slow.isWorkday(start) ? start : slow.walk(start, 1);
		return notices.flatMap(({ data }, index) => [
			...(index > 0 ? ['a second notice'] : []),
			...(data.on > slow.walk(start, 5) ? [`notice on ${data.on}, received ${received}`] : []),
		]);
	},
	'deemed acceptance is dated back and never after its deadline': (events, { options, slow }) =>
		all(events, 'AcceptanceDeemed').flatMap(({ at, data }) => {
			const received = all(events, 'Submitted')[0]?.data.on ?? '';
			const complete = all(events, 'SupplementReceived').find((each) => each.data.complete)?.data.on;
			const rolls = options.receiptOnDayOff === 'NEXT_WORKDAY' && !slow.isWorkday(received);
			const from = complete ?? (rolls ? slow.walk(received, 1) : received);
			const limit = slow.walk(from, 5);
			const written = plainDateAt(at);
			return [
				...(data.on === from ? [] : [`accepted as of ${data.on}, not ${from}`]),
				...(data.on > limit ? [`accepted as of ${data.on}, after ${limit}`] : []),
				...(slow.count(limit, written) <= 1 && written > limit ? [] : [`written ${written}, limit ${limit}`]),
			];
		}),
	'nothing is issued while a paper is owed': (events, { options }) => {
		const granted = before(events, 'Granted');
		const delivered = granted && before(events, 'Delivered');
		return [
			...(granted && options.owedPaperHolds === 'GRANT' && owedAfter(granted).size > 0 ? ['granted'] : []),
			...(delivered && owedAfter(delivered).size > 0 ? ['delivered'] : []),
		];
	},
	'the steps of a three-step case are taken by different persons': (events, { options }) => {
		const sole = all(events, 'Accepted').some(({ data }) => data.procedure === 'SOLE');
		const by = hands(events);
		if (sole) return [];
		return options.separation.flatMap(([a, b]) =>
			[...by[a]].filter((person) => by[b].has(person)).map((person) => `${person} took ${a} and ${b}`),
		);
	},
	'a sole case is decided by an authorised person, for an item on the list': (events) => {
		const rules = all(events, 'Submitted')[0]?.data.rules;
		const accepted = all(events, 'Accepted')[0];
		if (accepted?.data.procedure !== 'SOLE') return [];
		const authorised: string[] = [PEOPLE.sole.id, PEOPLE.otherHats.id];
		const by = hands(events);
		const strangers = [...by.ACCEPT, ...by.DECIDE].filter((person) => !authorised.includes(person));
		return [...(rules?.soleApproval ? [] : ['item not on the list']), ...strangers];
	},
	'verification by two different persons': (events) => [
		...all(events, 'SiteVisited')
			.filter(({ data }) => new Set(data.staff).size < 2)
			.map(() => 'site visit by one'),
		...all(events, 'InspectorsAssigned')
			.filter(({ data }) => new Set(data.staff).size < 2)
			.map(() => 'inspection by one'),
	],
	'the chair of the hearing has not reviewed and never will': (events) => {
		if (!before(events, 'HearingHeld')) return [];
		const sole = all(events, 'Accepted').some(({ data }) => data.procedure === 'SOLE');
		let chair = '';
		for (const event of events) {
			if (event.type === 'HearingNotified' || event.type === 'HearingChairReplaced') chair = event.data.chair;
		}
		const by = hands(events);
		const reviewers = sole ? [...by.ACCEPT, ...by.REVIEW, ...by.DECIDE] : [...by.REVIEW];
		return reviewers.includes(chair) ? [chair] : [];
	},
	'a hearing is announced where a law orders it, held once begun, and followed': (events) => {
		const so = undecided(events);
		if (!so) return [];
		const rules = all(events, 'Submitted')[0]?.data.rules;
		const held = all(so, 'HearingHeld').length === 1;
		const begun = all(so, 'HearingRequested').length + all(so, 'HearingAnnounced').length > 0;
		const decision = all(events, 'Granted')[0] ?? all(events, 'Refused')[0];
		return [
			...(rules?.hearing === 'MANDATORY' && all(so, 'HearingAnnounced').length === 0
				? ['not announced']
				: []),
			...(begun && !held ? ['not held'] : []),
			...(held && !decision?.data.onHearingRecord ? ['decision without its record'] : []),
		];
	},
	'nobody decides while the right to a hearing is open': (events) => {
		const so = undecided(events);
		if (!so || all(so, 'HearingRightInformed').length === 0) return [];
		const settled = all(so, 'HearingRightLapsed').length + all(so, 'HearingHeld').length > 0;
		return settled ? [] : ['decided'];
	},
	'a hearing is notified seven days before': (events, { options, slow }) => {
		const notices = all(events, 'HearingNotified');
		return notices.flatMap(({ data }) => {
			const days = (Date.parse(data.date) - Date.parse(data.on)) / 86_400_000;
			const enough = options.hearingNoticeUnit === 'CD' ? days >= 7 : data.date >= slow.walk(data.on, 7);
			return enough ? [] : [`${data.on} for ${data.date}`];
		});
	},
	'special procedures are ordered by some law and over before the decision': (events) => {
		const so = undecided(events);
		const kinds = all(events, 'Submitted')[0]?.data.rules.specialProcedures.map(({ kind }) => kind) ?? [];
		const unlawful = all(events, 'SpecialProcedureStarted').filter(({ data }) => !kinds.includes(data.kind));
		const open =
			so && all(so, 'SpecialProcedureStarted').length !== all(so, 'SpecialProcedureEnded').length
				? ['open']
				: [];
		return [...unlawful.map(({ data }) => data.kind), ...open];
	},
	'one extension, by the authority that the law names': (events) => {
		const rules = all(events, 'Submitted')[0]?.data.rules;
		return all(events, 'LimitExtended').flatMap(({ data, actor }, index) => {
			const heads: string[] =
				data.by === 'ORGAN_HEAD' ? [PEOPLE.head.id, PEOPLE.manyHats.id] : [PEOPLE.mayor.id];
			const days = { ART42_1: 10, ART42_2: 15, SPECIAL_LAW: rules?.limit.extension?.days ?? 10 };
			return [
				...(index > 0 ? ['a second extension'] : []),
				...(heads.includes(actor) ? [] : [`by ${actor}`]),
				...(rules && data.days === days[rules.limit.basis] ? [] : [`${data.days} days`]),
			];
		});
	},
	'a licence lasts no longer than its item allows': (events) => {
		const months = all(events, 'Submitted')[0]?.data.rules.validityMonths ?? null;
		const granted = all(events, 'Granted')[0];
		if (!granted) return [];
		const { on, validTo } = granted.data;
		if (months === null) return validTo === null ? [] : [`an end on ${validTo}`];
		const returns = new Date(`${on}T00:00:00Z`);
		returns.setUTCMonth(returns.getUTCMonth() + months);
		const longest = returns.toISOString().slice(0, 10);
		return validTo !== null && validTo < longest && validTo > on ? [] : [`${on} to ${validTo}`];
	},
};

/** Every breach in a history, with the name of what was broken. */
export function breaches(history: History, scene: { options: LawOptions; slow: SlowCalendar }): string[] {
	return Object.entries(INVARIANTS).flatMap(([name, invariant]) =>
		invariant(history.events, scene).map((breach) => `${name}: ${breach}`),
	);
}
