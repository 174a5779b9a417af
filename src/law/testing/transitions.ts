import type { EventType } from '../events.ts';
import type { Stage } from '../vocabulary.ts';

const anywhereUnderWay = ['ACCEPTED', 'UNDER_REVIEW'] as const;
const licensed = ['GRANTED', 'ACTIVE', 'RENEWAL_PENDING'] as const;
const living = ['ACTIVE', 'RENEWAL_PENDING'] as const;
const ended = ['EXPIRED', 'REVOKED', 'WITHDRAWN_BY_ORGAN', 'REVOKED_AS_PENALTY'] as const;

type Move = { from: readonly Stage[]; to: readonly Stage[] };
const move = (from: readonly Stage[], ...to: Stage[]): Move => ({ from, to });
/** The stage stays what it is. */
const stay = (...stages: Stage[]): Move => ({ from: stages, to: stages });

/**
 * The state machine of the facts, written down a second time and in another way than table.ts and evolve.ts:
 * from which stages each event may come, and where it leads. With several stages on both sides an event keeps
 * the stage, unless it leads into one that is not on its left side.
 */
export const LEGAL_MOVES: Record<EventType, Move> = {
	Submitted: move(['DRAFT'], 'SUBMITTED'),
	CorrectedOnSpot: stay('SUBMITTED'),
	NotRequiredDeclared: move(['SUBMITTED'], 'NOT_REQUIRED'),
	OutOfScopeDeclared: move(['SUBMITTED'], 'OUT_OF_SCOPE'),
	SupplementRequested: move(['SUBMITTED'], 'SUPPLEMENT_NOTIFIED'),
	SupplementReceived: move(['SUPPLEMENT_NOTIFIED'], 'SUPPLEMENT_NOTIFIED', 'SUPPLEMENTED'),
	AcceptanceDeemed: move(['SUBMITTED', 'SUPPLEMENTED'], 'ACCEPTED'),
	Accepted: move(['SUBMITTED', 'SUPPLEMENTED'], 'ACCEPTED'),
	OwedPaperSupplied: stay('ACCEPTED', 'UNDER_REVIEW', 'GRANTED'),
	Withdrawn: move(
		['SUBMITTED', 'SUPPLEMENT_NOTIFIED', 'SUPPLEMENTED', 'ACCEPTED', 'UNDER_REVIEW'],
		'WITHDRAWN',
	),
	Lapsed: move(['SUPPLEMENT_NOTIFIED'], 'LAPSED'),
	ReviewStarted: move(anywhereUnderWay, 'UNDER_REVIEW'),
	InspectorsAssigned: move(anywhereUnderWay, 'UNDER_REVIEW'),
	SiteVisited: move(anywhereUnderWay, 'UNDER_REVIEW'),
	SpecialProcedureStarted: move(anywhereUnderWay, 'UNDER_REVIEW'),
	SpecialProcedureEnded: stay('UNDER_REVIEW'),
	LimitExtended: move(anywhereUnderWay, 'UNDER_REVIEW'),
	InterestedPartiesInformed: move(anywhereUnderWay, 'UNDER_REVIEW'),
	HearingRightInformed: move(anywhereUnderWay, 'UNDER_REVIEW'),
	HearingRightLapsed: stay('UNDER_REVIEW'),
	HearingRequested: stay('UNDER_REVIEW'),
	HearingAnnounced: move(anywhereUnderWay, 'UNDER_REVIEW'),
	HearingNotified: stay('UNDER_REVIEW'),
	HearingChairReplaced: stay('UNDER_REVIEW'),
	HearingHeld: stay('UNDER_REVIEW'),
	Reviewed: move(anywhereUnderWay, 'UNDER_REVIEW'),
	ReturnedToReview: stay('UNDER_REVIEW'),
	Granted: move(anywhereUnderWay, 'GRANTED'),
	Refused: move(anywhereUnderWay, 'REFUSED'),
	Delivered: move(['GRANTED', 'REFUSED'], 'ACTIVE', 'REFUSED'),
	CommitmentChecked: stay('GRANTED', 'ACTIVE', 'RENEWAL_PENDING'),
	RenewalRequested: move(['ACTIVE'], 'RENEWAL_PENDING'),
	RenewalGranted: move(['RENEWAL_PENDING'], 'ACTIVE'),
	RenewalRefused: move(['RENEWAL_PENDING'], 'ACTIVE'),
	LicenceExpired: move(living, 'EXPIRED'),
	ChangeRequested: stay(...living),
	ChangeGranted: stay(...living),
	ChangeRefused: stay(...living),
	LicenceRevoked: move(licensed, 'REVOKED'),
	LicenceWithdrawn: move(licensed, 'WITHDRAWN_BY_ORGAN'),
	LicenceRevokedAsPenalty: move(living, 'REVOKED_AS_PENALTY'),
	LicenceCancelled: move([...living, ...ended], 'CANCELLED'),
};

/** Whether the facts know this step. */
export function isLegalMove(type: EventType, from: Stage, to: Stage): boolean {
	const { from: sources, to: targets } = LEGAL_MOVES[type];
	if (!sources.includes(from) || !targets.includes(to)) return false;
	if (type === 'Delivered') return to === (from === 'GRANTED' ? 'ACTIVE' : 'REFUSED');
	return sources === targets ? from === to : true;
}
