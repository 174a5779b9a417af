import type { CommandType } from './commands.ts';
import type { RefusalCode } from './refusal.ts';
import { STAGES, type Stage } from './vocabulary.ts';

/** `true`: the command may be tried in this stage; otherwise why not. */
type Verdict = true | RefusalCode;
/** One verdict per stage, in the order of STAGES: a forgotten pair does not compile. */
type PerStage<Stages extends readonly unknown[]> = { readonly [K in keyof Stages]: Verdict };
type Row = PerStage<typeof STAGES>;

const o = true;
const d = 'NOT_SUBMITTED';
const y = 'NOT_YET';
const l = 'TOO_LATE';
const e = 'CASE_ENDED';
const a = 'ALREADY_SUBMITTED';
const s = 'SUPPLEMENT_ONLY_ONCE';
const t = 'SUPPLEMENT_TOO_LATE';
const v = 'ALREADY_DELIVERED';
const r = 'RENEWAL_TOO_LATE';

/**
 * Stages × commands, total. Columns, in the order of STAGES: draft, submitted, supplement notified, supplemented,
 * accepted, under review, granted, refused | not required, out of scope, withdrawn, lapsed | active, renewal pending,
 * expired, revoked, withdrawn by organ, revoked as penalty, cancelled.
 */
// biome-ignore format: a table is read by its columns
const table = {
	Submit:                  [o, a, a, a, a, a, a, a,  a, a, a, a,  a, a, a, a, a, a, a],
	CorrectOnSpot:           [d, o, l, l, l, l, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	DeclareNotRequired:      [d, o, l, l, l, l, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	DeclareOutOfScope:       [d, o, l, l, l, l, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	RequestSupplement:       [d, o, s, s, t, t, t, t,  e, e, e, e,  t, t, e, e, e, e, e],
	Supplement:              [d, y, o, l, l, l, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	Accept:                  [d, o, y, o, l, l, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	SupplyOwed:              [d, y, y, y, o, o, o, l,  e, e, e, e,  l, l, e, e, e, e, e],
	Withdraw:                [d, o, o, o, o, o, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	StartReview:             [d, y, y, y, o, l, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	AssignInspectors:        [d, y, y, y, o, o, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	RecordSiteVisit:         [d, y, y, y, o, o, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	StartSpecialProcedure:   [d, y, y, y, o, o, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	EndSpecialProcedure:     [d, y, y, y, y, o, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	Extend:                  [d, y, y, y, o, o, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	InformInterestedParties: [d, y, y, y, o, o, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	InformHearingRight:      [d, y, y, y, o, o, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	RequestHearing:          [d, y, y, y, y, o, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	AnnounceHearing:         [d, y, y, y, o, o, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	NotifyHearing:           [d, y, y, y, y, o, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	ReplaceHearingChair:     [d, y, y, y, y, o, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	HoldHearing:             [d, y, y, y, y, o, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	Review:                  [d, y, y, y, o, o, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	ReturnToReview:          [d, y, y, y, y, o, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	Grant:                   [d, y, y, y, o, o, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	Refuse:                  [d, y, y, y, o, o, l, l,  e, e, e, e,  l, l, e, e, e, e, e],
	Deliver:                 [d, y, y, y, y, y, o, o,  e, e, e, e,  v, v, e, e, e, e, e],
	CheckCommitment:         [d, y, y, y, y, y, o, e,  e, e, e, e,  o, o, e, e, e, e, e],
	RequestRenewal:          [d, y, y, y, y, y, y, e,  e, e, e, e,  o, l, r, e, e, e, e],
	GrantRenewal:            [d, y, y, y, y, y, y, e,  e, e, e, e,  y, o, r, e, e, e, e],
	RefuseRenewal:           [d, y, y, y, y, y, y, e,  e, e, e, e,  y, o, e, e, e, e, e],
	RequestChange:           [d, y, y, y, y, y, y, e,  e, e, e, e,  o, o, e, e, e, e, e],
	GrantChange:             [d, y, y, y, y, y, y, e,  e, e, e, e,  o, o, e, e, e, e, e],
	RefuseChange:            [d, y, y, y, y, y, y, e,  e, e, e, e,  o, o, e, e, e, e, e],
	Revoke:                  [d, y, y, y, y, y, o, e,  e, e, e, e,  o, o, e, e, e, e, e],
	WithdrawLicence:         [d, y, y, y, y, y, o, e,  e, e, e, e,  o, o, e, e, e, e, e],
	RevokeAsPenalty:         [d, y, y, y, y, y, y, e,  e, e, e, e,  o, o, e, e, e, e, e],
	Cancel:                  [d, y, y, y, y, y, y, e,  e, e, e, e,  o, o, o, o, o, o, e],
	Tick:                    [o, o, o, o, o, o, o, o,  o, o, o, o,  o, o, o, o, o, o, o],
} as const satisfies Record<CommandType, Row>;

/** Whether a command may be tried in a stage, and why not. */
export function verdict(stage: Stage, command: CommandType): Verdict {
	return table[command][STAGES.indexOf(stage)] as Verdict;
}
