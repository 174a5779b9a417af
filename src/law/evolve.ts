import type { CaseEvent, EventData, EventType } from './events.ts';
import { isFormField } from './item-rules.ts';
import type { Step } from './options.ts';
import { type CaseState, EMPTY_CASE, hearingOf } from './state.ts';
import type { Stage } from './vocabulary.ts';

type Change = Partial<CaseState>;
type Evolver<T extends EventType> = (state: CaseState, data: EventData[T], actor: string) => Change;

/** Remembers that a person took a step. */
function took(state: CaseState, step: Step, ...people: string[]): Pick<CaseState, 'persons'> {
	const all = new Set([...state.persons[step], ...people]);
	return { persons: { ...state.persons, [step]: [...all] } };
}

/** Ends the procedure without a decision. */
const ended = (stage: Stage) => (_: CaseState, data: { on: CaseState['endedOn'] }) => ({
	stage,
	endedOn: data.on,
});

const evolvers: { [T in EventType]: Evolver<T> } = {
	Submitted: (_, { on, channel, materials, rules }) => ({
		stage: 'SUBMITTED',
		receivedOn: on,
		channel,
		materials,
		rules,
	}),
	CorrectedOnSpot: () => ({}),
	NotRequiredDeclared: ended('NOT_REQUIRED'),
	OutOfScopeDeclared: ended('OUT_OF_SCOPE'),
	Withdrawn: ended('WITHDRAWN'),
	Lapsed: ended('LAPSED'),
	SupplementRequested: (_, { on, items }) => ({
		stage: 'SUPPLEMENT_NOTIFIED',
		supplement: { on, outstanding: items.map((item) => item.code), completeOn: null },
	}),
	SupplementReceived: (state, { on, codes, complete }) => ({
		stage: complete ? 'SUPPLEMENTED' : 'SUPPLEMENT_NOTIFIED',
		materials: [...new Set([...state.materials, ...codes.filter((code) => !isFormField(code))])],
		supplement: state.supplement && {
			...state.supplement,
			outstanding: state.supplement.outstanding.filter((code) => !codes.includes(code)),
			completeOn: complete ? on : null,
		},
	}),
	AcceptanceDeemed: (_, { on }) => ({
		stage: 'ACCEPTED',
		acceptance: { on, deemed: true, procedure: 'THREE_STEP' },
	}),
	Accepted: (state, { on, procedure, tolerated, commitment }, actor) => ({
		stage: 'ACCEPTED',
		acceptance: { on, deemed: false, procedure },
		tolerated: tolerated.map((paper) => ({ ...paper, suppliedOn: null })),
		commitment: commitment ? { on, kept: null, rectifyBy: null } : null,
		...took(state, 'ACCEPT', actor),
	}),
	OwedPaperSupplied: (state, { on, materials }) => ({
		materials: [...new Set([...state.materials, ...materials])],
		tolerated: state.tolerated.map((paper) =>
			materials.includes(paper.material) ? { ...paper, suppliedOn: on } : paper,
		),
	}),
	ReviewStarted: (state, _, actor) => ({ stage: 'UNDER_REVIEW', ...took(state, 'REVIEW', actor) }),
	// Art. 55 asks when two were first assigned; a later change of persons is no delay.
	InspectorsAssigned: ({ inspectors }, { on, staff }) => ({
		stage: 'UNDER_REVIEW',
		inspectors: { on: inspectors?.on ?? on, staff },
	}),
	SiteVisited: (state, { on, staff, passed }, actor) => ({
		stage: 'UNDER_REVIEW',
		siteVisit: { on, staff, passed },
		...took(state, 'REVIEW', actor, ...staff),
	}),
	SpecialProcedureStarted: (state, { on, kind, neededDays }, actor) => ({
		stage: 'UNDER_REVIEW',
		specials: [...state.specials, { kind, from: on, neededDays, to: null }],
		...took(state, 'REVIEW', actor),
	}),
	SpecialProcedureEnded: (state, { on, kind }) => ({
		specials: state.specials.map((special) =>
			special.kind === kind && !special.to ? { ...special, to: on } : special,
		),
	}),
	LimitExtended: (_, { on, days }) => ({ stage: 'UNDER_REVIEW', extension: { on, days } }),
	InterestedPartiesInformed: () => ({ stage: 'UNDER_REVIEW' }),
	HearingRightInformed: (state, { on }) => ({
		stage: 'UNDER_REVIEW',
		hearing: { ...hearingOf(state), informedOn: on, lapsedOn: null },
	}),
	HearingRightLapsed: (state, { on }) => ({ hearing: { ...hearingOf(state), lapsedOn: on } }),
	HearingRequested: (state, { on }) => ({ hearing: { ...hearingOf(state), requestedOn: on } }),
	HearingAnnounced: (state, { on }) => ({
		stage: 'UNDER_REVIEW',
		hearing: { ...hearingOf(state), announcedOn: on },
	}),
	HearingNotified: (state, { on, date, place, chair }) => {
		const hearing = hearingOf(state);
		return {
			hearing: { ...hearing, notifiedOn: hearing.notifiedOn ?? on, notice: { on, date, place, chair } },
		};
	},
	HearingChairReplaced: (state, { chair }) => {
		const hearing = hearingOf(state);
		return { hearing: { ...hearing, notice: hearing.notice && { ...hearing.notice, chair } } };
	},
	HearingHeld: (state, { on }) => ({ hearing: { ...hearingOf(state), heldOn: on } }),
	Reviewed: (state, { opinion, text }, actor) => ({
		stage: 'UNDER_REVIEW',
		review: { opinion, text },
		...took(state, 'REVIEW', actor),
	}),
	ReturnedToReview: () => ({ review: null }),
	Granted: (state, { on, onTheSpot, validTo }, actor) => ({
		stage: 'GRANTED',
		decision: { on, outcome: 'GRANTED', onTheSpot },
		licence: { validTo, renewal: null, change: null },
		...took(state, 'DECIDE', actor),
	}),
	Refused: (state, { on, onTheSpot }, actor) => ({
		stage: 'REFUSED',
		decision: { on, outcome: 'REFUSED', onTheSpot },
		...took(state, 'DECIDE', actor),
	}),
	Delivered: (state, { on, method }) => ({
		stage: state.stage === 'GRANTED' ? 'ACTIVE' : state.stage,
		delivery: { on, method },
	}),
	CommitmentChecked: (state, { kept, rectifyBy }) => ({
		commitment: state.commitment && { ...state.commitment, kept, rectifyBy },
	}),
	RenewalRequested: (state, { on, silence }) => ({
		stage: 'RENEWAL_PENDING',
		licence: state.licence && { ...state.licence, renewal: { on, silence } },
	}),
	RenewalGranted: (state, { validTo }) => ({
		stage: 'ACTIVE',
		licence: state.licence && { ...state.licence, validTo, renewal: null },
	}),
	RenewalRefused: (state) => ({
		stage: 'ACTIVE',
		licence: state.licence && { ...state.licence, renewal: null },
	}),
	LicenceExpired: () => ({ stage: 'EXPIRED' }),
	ChangeRequested: (state, { on, what }) => ({
		licence: state.licence && { ...state.licence, change: { on, what } },
	}),
	ChangeGranted: (state) => ({ licence: state.licence && { ...state.licence, change: null } }),
	ChangeRefused: (state) => ({ licence: state.licence && { ...state.licence, change: null } }),
	LicenceRevoked: () => ({ stage: 'REVOKED' }),
	LicenceWithdrawn: () => ({ stage: 'WITHDRAWN_BY_ORGAN' }),
	LicenceRevokedAsPenalty: () => ({ stage: 'REVOKED_AS_PENALTY' }),
	LicenceCancelled: () => ({ stage: 'CANCELLED' }),
};

/** The state after one more event. Total: every event type has its line above, and nothing is decided here. */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
	const evolver = evolvers[event.type] as Evolver<EventType>;
	return {
		...state,
		...evolver(state, event.data as EventData[EventType], event.actor),
		version: state.version + 1,
		lastAt: event.at,
	};
}

/** The state after all events, from nothing. */
export function fold(events: Iterable<CaseEvent>): CaseState {
	let state = EMPTY_CASE;
	for (const event of events) state = evolve(state, event);
	return state;
}
