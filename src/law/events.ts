import type { SupplementItem, Tolerance } from './commands.ts';
import type { ItemRules } from './item-rules.ts';
import type { PlainDate } from './plain-date.ts';
import type {
	CancellationGround,
	Channel,
	LimitBasis,
	Procedure,
	RevocationGround,
	SpecialKind,
} from './vocabulary.ts';

/**
 * What has happened, as facts. Dates that the calendar gives (due dates) are not stored but derived,
 * so that a corrected calendar corrects them; `on` is the legal day of the event, which for a deemed
 * act is not the day on which it was written down.
 */
export interface EventData {
	Submitted: { on: PlainDate; channel: Channel; materials: string[]; rules: ItemRules };
	CorrectedOnSpot: { on: PlainDate; corrections: string[] };
	NotRequiredDeclared: { on: PlainDate; reason: string };
	OutOfScopeDeclared: { on: PlainDate; reason: string; rightOrgan: string };
	SupplementRequested: { on: PlainDate; items: SupplementItem[] };
	SupplementReceived: { on: PlainDate; codes: string[]; complete: boolean };
	/** By silence: dated back to `on`, the receipt or the day on which the supplements were complete. */
	AcceptanceDeemed: { on: PlainDate; cause: 'NO_NOTICE_IN_TIME' | 'SUPPLEMENTS_COMPLETE' };
	Accepted: { on: PlainDate; procedure: Procedure; tolerated: Tolerance[]; commitment: boolean };
	OwedPaperSupplied: { on: PlainDate; materials: string[]; late: string[] };
	Withdrawn: { on: PlainDate; reason: string };
	Lapsed: { on: PlainDate };
	ReviewStarted: { on: PlainDate };
	InspectorsAssigned: { on: PlainDate; staff: string[] };
	SiteVisited: { on: PlainDate; staff: string[]; findings: string; passed: boolean };
	SpecialProcedureStarted: {
		on: PlainDate;
		kind: SpecialKind;
		neededDays: number;
		reason: string;
		basis: string;
	};
	SpecialProcedureEnded: { on: PlainDate; kind: SpecialKind; result: string };
	LimitExtended: {
		on: PlainDate;
		days: number;
		by: 'ORGAN_HEAD' | 'GOVERNMENT_HEAD';
		reason: string;
		limitBasis: LimitBasis;
	};
	InterestedPartiesInformed: { on: PlainDate; parties: string[]; interest: string };
	HearingRightInformed: { on: PlainDate; parties: string[] };
	HearingRightLapsed: { on: PlainDate };
	HearingRequested: { on: PlainDate; party: string };
	HearingAnnounced: { on: PlainDate; basis: string };
	HearingNotified: { on: PlainDate; date: PlainDate; place: string; chair: string };
	HearingChairReplaced: { on: PlainDate; chair: string; reason: string };
	HearingHeld: { on: PlainDate; record: string };
	Reviewed: { on: PlainDate; opinion: 'GRANT' | 'REFUSE'; text: string };
	ReturnedToReview: { on: PlainDate; reason: string };
	Granted: { on: PlainDate; onTheSpot: boolean; validTo: PlainDate | null; onHearingRecord: string | null };
	Refused: {
		on: PlainDate;
		onTheSpot: boolean;
		reasons: string;
		basis: string;
		technicalStandard: string | null;
		onHearingRecord: string | null;
	};
	Delivered: { on: PlainDate; method: 'ONLINE' | 'WINDOW' | 'MAIL'; recipient: string; proof: string };
	CommitmentChecked: { on: PlainDate; kept: boolean; findings: string; rectifyBy: PlainDate | null };
	/** `silence`: no decision before expiry counts as renewal (Art. 50 ¶2). */
	RenewalRequested: { on: PlainDate; silence: boolean };
	RenewalGranted: { on: PlainDate; validTo: PlainDate; deemed: boolean };
	RenewalRefused: { on: PlainDate; reasons: string; basis: string };
	LicenceExpired: { on: PlainDate };
	ChangeRequested: { on: PlainDate; what: string };
	ChangeGranted: { on: PlainDate };
	ChangeRefused: { on: PlainDate; reasons: string; basis: string };
	LicenceRevoked: { on: PlainDate; ground: RevocationGround; reasons: string };
	LicenceWithdrawn: { on: PlainDate; reasons: string; basis: string; compensation: string };
	LicenceRevokedAsPenalty: { on: PlainDate; reasons: string; basis: string };
	LicenceCancelled: { on: PlainDate; ground: CancellationGround };
}

export type EventType = keyof EventData;

/** One event of a case. `at` is the instant of writing, `actor` the person's id, or `system` for what time brought. */
export type CaseEvent = {
	[T in EventType]: { type: T; at: string; actor: string; data: EventData[T] };
}[EventType];
