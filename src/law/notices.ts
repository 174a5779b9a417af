import type { CaseEvent, EventType } from './events.ts';
import type { Notice } from './vocabulary.ts';

/** What a legal document must contain, and the rule that says so. The templates in `data/notices` are checked against it. */
export interface NoticeDuty {
	article: string;
	/** Names of the values that the document must show. */
	contents: readonly string[];
}

/** Every document of the procedure with its contents. Seal and date are on all of them (Art. 32 ¶2, Art. 39). */
export const NOTICE_DUTIES: Record<Notice, NoticeDuty> = {
	RECEIPT: { article: 'ART32_2', contents: ['materials', 'receivedOn', 'noticeDue'] },
	ACCEPTANCE: {
		article: 'ART32_2',
		contents: ['acceptedOn', 'statutoryLimit', 'promisedLimit', 'decisionDue', 'promiseDue'],
	},
	NON_ACCEPTANCE: { article: 'ART32_2', contents: ['reason', 'rightOrgan', 'remedies'] },
	SUPPLEMENT: { article: 'ART32_4', contents: ['faults'] },
	EXTENSION: { article: 'ART42', contents: ['reason', 'extensionDays', 'decisionDue', 'approvedBy'] },
	SPECIAL_PROCEDURE: { article: 'ART45', contents: ['procedure', 'neededDays', 'reason', 'basis'] },
	HEARING_RIGHT: { article: 'ART47', contents: ['parties', 'requestBy'] },
	HEARING_ANNOUNCEMENT: { article: 'ART46', contents: ['basis', 'announcedOn'] },
	HEARING: { article: 'ART48', contents: ['date', 'place', 'chair'] },
	GRANT: { article: 'ART38_1', contents: ['licenceName', 'validFrom', 'validTo', 'deliveryDue'] },
	REFUSAL: { article: 'ART38_2', contents: ['reasons', 'basis', 'remedies'] },
	PROOF_OF_DELIVERY: {
		article: 'ART44',
		contents: ['document', 'method', 'recipient', 'proof', 'deliveredOn'],
	},
	TOLERANCE_PROMISE: { article: 'RULE:tolerance', contents: ['papers'] },
	COMMITMENT: { article: 'RULE:commitment', contents: ['conditions'] },
	RENEWAL: { article: 'ART50', contents: ['outcome', 'validTo', 'reasons'] },
	CHANGE: { article: 'ART49', contents: ['outcome', 'what', 'reasons'] },
	REVOCATION: { article: 'ART69', contents: ['ground', 'reasons', 'basis', 'remedies'] },
	CANCELLATION: { article: 'ART70', contents: ['ground'] },
};

const obliged: Record<EventType, readonly Notice[]> = {
	Submitted: ['RECEIPT'],
	CorrectedOnSpot: [],
	NotRequiredDeclared: ['NON_ACCEPTANCE'],
	OutOfScopeDeclared: ['NON_ACCEPTANCE'],
	SupplementRequested: ['SUPPLEMENT'],
	SupplementReceived: [],
	AcceptanceDeemed: ['ACCEPTANCE'],
	Accepted: ['ACCEPTANCE'],
	OwedPaperSupplied: [],
	Withdrawn: [],
	Lapsed: [],
	ReviewStarted: [],
	InspectorsAssigned: [],
	SiteVisited: [],
	SpecialProcedureStarted: ['SPECIAL_PROCEDURE'],
	SpecialProcedureEnded: [],
	LimitExtended: ['EXTENSION'],
	InterestedPartiesInformed: [],
	HearingRightInformed: ['HEARING_RIGHT'],
	HearingRightLapsed: [],
	HearingRequested: [],
	HearingAnnounced: ['HEARING_ANNOUNCEMENT'],
	HearingNotified: ['HEARING'],
	HearingChairReplaced: [],
	HearingHeld: [],
	Reviewed: [],
	ReturnedToReview: [],
	Granted: ['GRANT'],
	Refused: ['REFUSAL'],
	Delivered: ['PROOF_OF_DELIVERY'],
	CommitmentChecked: [],
	RenewalRequested: [],
	RenewalGranted: ['RENEWAL'],
	RenewalRefused: ['RENEWAL'],
	LicenceExpired: [],
	ChangeRequested: [],
	ChangeGranted: ['CHANGE'],
	ChangeRefused: ['CHANGE'],
	LicenceRevoked: ['REVOCATION'],
	LicenceWithdrawn: ['REVOCATION'],
	LicenceRevokedAsPenalty: ['REVOCATION'],
	LicenceCancelled: ['CANCELLATION'],
};

/** The legal documents that an event obliges. A tolerant or commitment-based acceptance brings its signed paper, too. */
export function noticesFor(event: CaseEvent): readonly Notice[] {
	if (event.type !== 'Accepted') return obliged[event.type];
	const notices: Notice[] = ['ACCEPTANCE'];
	if (event.data.tolerated.length > 0) notices.push('TOLERANCE_PROMISE');
	if (event.data.commitment) notices.push('COMMITMENT');
	return notices;
}
