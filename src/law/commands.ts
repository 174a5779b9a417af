import type { PlainDate } from './plain-date.ts';
import type { CancellationGround, Channel, Procedure, RevocationGround, SpecialKind } from './vocabulary.ts';

/** One thing that is missing or wrong, as the single supplement notice names it (Art. 32 ¶1(4)). */
export interface SupplementItem {
	/** Code of the material, or `form.<field>`. */
	code: string;
	/** What is missing or wrong. */
	fault: string;
	/** What would be right. */
	remedy: string;
}

/** A secondary paper that may follow later (容缺受理), and the last day on which it may. */
export interface Tolerance {
	material: string;
	due: PlainDate;
}

/**
 * What anybody may ask of a case. `type` is the discriminator.
 * Who may ask it, and when, is said by table.ts (stage) and duties.ts (person).
 */
export type Command =
	| { type: 'Submit'; materials: string[]; channel: Channel }
	| { type: 'CorrectOnSpot'; corrections: string[] }
	| { type: 'DeclareNotRequired'; reason: string }
	| { type: 'DeclareOutOfScope'; reason: string; rightOrgan: string }
	| { type: 'RequestSupplement'; items: SupplementItem[] }
	| { type: 'Supplement'; codes: string[] }
	| {
			type: 'Accept';
			procedure: Procedure;
			/** Papers that may follow; needs the signed promise. */
			tolerated?: Tolerance[];
			/** The applicant signed the tolerance promise (容缺受理承诺书). */
			promiseSigned?: boolean;
			/** The applicant chose and signed the commitment (告知承诺书). */
			commitmentSigned?: boolean;
	  }
	/** Papers that were tolerated, or required ones that are missing in a case accepted by silence. */
	| { type: 'SupplyOwed'; materials: string[] }
	| { type: 'Withdraw'; reason: string }
	| { type: 'StartReview' }
	| { type: 'AssignInspectors'; staff: string[] }
	| { type: 'RecordSiteVisit'; staff: string[]; findings: string; passed: boolean }
	| {
			type: 'StartSpecialProcedure';
			kind: SpecialKind;
			/** Time needed, in working days, told to the applicant in writing (Art. 45). */
			neededDays: number;
			reason: string;
	  }
	| { type: 'EndSpecialProcedure'; kind: SpecialKind; result: string }
	| { type: 'Extend'; reason: string }
	| { type: 'InformInterestedParties'; parties: string[]; interest: string }
	| { type: 'InformHearingRight'; parties: string[] }
	| { type: 'RequestHearing'; party: string }
	| { type: 'AnnounceHearing'; basis: string }
	| { type: 'NotifyHearing'; date: PlainDate; place: string; chair: string }
	| { type: 'ReplaceHearingChair'; chair: string; reason: string }
	| { type: 'HoldHearing'; record: string; signed: boolean }
	| { type: 'Review'; opinion: 'GRANT' | 'REFUSE'; text: string }
	| { type: 'ReturnToReview'; reason: string }
	| {
			type: 'Grant';
			/** Last day of validity; left out where the licence has no end. */
			validTo?: PlainDate;
			/** Says how the decision follows from the hearing record, where there is one (Art. 48 ¶2). */
			onHearingRecord?: string;
	  }
	| {
			type: 'Refuse';
			reasons: string;
			basis: string;
			/** The standard that was not met, where the refusal rests on an inspection (Art. 55 ¶3). */
			technicalStandard?: string;
			onHearingRecord?: string;
	  }
	| {
			type: 'Deliver';
			method: 'ONLINE' | 'WINDOW' | 'MAIL';
			recipient: string;
			/** What proves it: signature, tracking number, or the log-in that opened it. */
			proof: string;
	  }
	| { type: 'CheckCommitment'; kept: boolean; findings: string; rectifyBy?: PlainDate }
	| { type: 'RequestRenewal' }
	| { type: 'GrantRenewal'; validTo: PlainDate }
	| { type: 'RefuseRenewal'; reasons: string; basis: string }
	| { type: 'RequestChange'; what: string }
	| { type: 'GrantChange' }
	| { type: 'RefuseChange'; reasons: string; basis: string }
	| {
			type: 'Revoke';
			ground: RevocationGround;
			reasons: string;
			/** Revoking might do great harm to the public interest (Art. 69 ¶3). */
			publicHarm: boolean;
	  }
	| { type: 'WithdrawLicence'; reasons: string; basis: string; compensation: string }
	| { type: 'RevokeAsPenalty'; reasons: string; basis: string }
	| { type: 'Cancel'; ground: CancellationGround }
	/** Nothing is asked; only what time has brought is written down. */
	| { type: 'Tick' };

export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** All command names, for tables and schemas; complete by construction. */
const names = {
	Submit: 1,
	CorrectOnSpot: 1,
	DeclareNotRequired: 1,
	DeclareOutOfScope: 1,
	RequestSupplement: 1,
	Supplement: 1,
	Accept: 1,
	SupplyOwed: 1,
	Withdraw: 1,
	StartReview: 1,
	AssignInspectors: 1,
	RecordSiteVisit: 1,
	StartSpecialProcedure: 1,
	EndSpecialProcedure: 1,
	Extend: 1,
	InformInterestedParties: 1,
	InformHearingRight: 1,
	RequestHearing: 1,
	AnnounceHearing: 1,
	NotifyHearing: 1,
	ReplaceHearingChair: 1,
	HoldHearing: 1,
	Review: 1,
	ReturnToReview: 1,
	Grant: 1,
	Refuse: 1,
	Deliver: 1,
	CheckCommitment: 1,
	RequestRenewal: 1,
	GrantRenewal: 1,
	RefuseRenewal: 1,
	RequestChange: 1,
	GrantChange: 1,
	RefuseChange: 1,
	Revoke: 1,
	WithdrawLicence: 1,
	RevokeAsPenalty: 1,
	Cancel: 1,
	Tick: 1,
} satisfies Record<CommandType, 1>;
export const COMMAND_TYPES = Object.keys(names) as CommandType[];
