/**
 * The words of the procedure: every enumeration that the law uses, once.
 * Schemas, screens and messages derive from these lists; nothing types them again.
 */

/** Where a case stands. One value at a time; suspensions, extension and hearing are ledgers beside it. */
export const STAGES = [
	'DRAFT',
	'SUBMITTED',
	'SUPPLEMENT_NOTIFIED',
	'SUPPLEMENTED',
	'ACCEPTED',
	'UNDER_REVIEW',
	'GRANTED',
	'REFUSED',
	'NOT_REQUIRED',
	'OUT_OF_SCOPE',
	'WITHDRAWN',
	'LAPSED',
	'ACTIVE',
	'RENEWAL_PENDING',
	'EXPIRED',
	'REVOKED',
	'WITHDRAWN_BY_ORGAN',
	'REVOKED_AS_PENALTY',
	'CANCELLED',
] as const;
export type Stage = (typeof STAGES)[number];

/** What an application was handed in through. `WINDOW` counts as one visit, the others as none. */
export const CHANNELS = ['ONLINE', 'WINDOW', 'MAIL'] as const;
export type Channel = (typeof CHANNELS)[number];

/** 三环节审批 or 独任审批. */
export const PROCEDURES = ['THREE_STEP', 'SOLE'] as const;
export type Procedure = (typeof PROCEDURES)[number];

/** The kinds of Art. 45, besides the hearing: their time is not counted, if some law requires them for the item. */
export const SPECIAL_KINDS = [
	'TENDER',
	'AUCTION',
	'INSPECTION',
	'TESTING',
	'QUARANTINE',
	'APPRAISAL',
	'EXPERT_REVIEW',
] as const;
export type SpecialKind = (typeof SPECIAL_KINDS)[number];

/** Which rule sets the decision limit: Art. 42 ¶1 (20 + 10), Art. 42 ¶2 (45 + 15), or another statute. */
export const LIMIT_BASES = ['ART42_1', 'ART42_2', 'SPECIAL_LAW'] as const;
export type LimitBasis = (typeof LIMIT_BASES)[number];

/** WD: working days. CD: calendar days. */
export const DAY_UNITS = ['WD', 'CD'] as const;
export type DayUnit = (typeof DAY_UNITS)[number];

/** Material necessity (材料必要性): 必要 / 容缺后补 / 可承诺代替 / 非必要. */
export const NECESSITIES = ['REQUIRED', 'TOLERABLE', 'BY_PROMISE', 'OPTIONAL'] as const;
export type Necessity = (typeof NECESSITIES)[number];

/** Whose hand an act needs. `APPLICANT` and `SYSTEM` are never staff. */
export const ROLES = [
	'APPLICANT',
	'CLERK',
	'REVIEWER',
	'APPROVER',
	'SOLE_APPROVER',
	'ORGAN_HEAD',
	'GOVERNMENT_HEAD',
	'SUPERVISOR',
	'SYSTEM',
] as const;
export type Role = (typeof ROLES)[number];

/** Grounds of Art. 69: the first five permit a revocation, `FRAUD` demands it. */
export const REVOCATION_GROUNDS = [
	'ABUSE_OR_NEGLECT',
	'ULTRA_VIRES',
	'PROCEDURE_BREACH',
	'INELIGIBLE_APPLICANT',
	'OTHER_BY_LAW',
	'FRAUD',
] as const;
export type RevocationGround = (typeof REVOCATION_GROUNDS)[number];

/** Grounds of Art. 70 for the cancellation formality (注销). */
export const CANCELLATION_GROUNDS = [
	'EXPIRED_NOT_RENEWED',
	'PERSON_DEAD_OR_INCAPABLE',
	'ENTITY_ENDED',
	'LICENCE_TAKEN_BACK',
	'FORCE_MAJEURE',
	'OTHER_BY_LAW',
] as const;
export type CancellationGround = (typeof CANCELLATION_GROUNDS)[number];

/** Lights: more than half left, at most half, at most a fifth or one working day, overdue; stopped or without calendar. */
export const LIGHTS = ['GREEN', 'YELLOW', 'ORANGE', 'RED', 'NONE'] as const;
export type Light = (typeof LIGHTS)[number];

/** The legal documents that events oblige (see notices.ts). */
export const NOTICES = [
	'RECEIPT',
	'ACCEPTANCE',
	'NON_ACCEPTANCE',
	'SUPPLEMENT',
	'EXTENSION',
	'SPECIAL_PROCEDURE',
	'HEARING_RIGHT',
	'HEARING_ANNOUNCEMENT',
	'HEARING',
	'GRANT',
	'REFUSAL',
	'PROOF_OF_DELIVERY',
	'TOLERANCE_PROMISE',
	'COMMITMENT',
	'RENEWAL',
	'CHANGE',
	'REVOCATION',
	'CANCELLATION',
] as const;
export type Notice = (typeof NOTICES)[number];
