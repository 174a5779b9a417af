/** A way onwards. Texts live in the locale files under `law.signposts.<code>`; the law knows no language. */
export interface LawSignpost {
	code: string;
	/** Values that the text names. */
	params?: Record<string, string | number>;
	/** The last day on which the way is open. */
	dueBy?: string;
	/** Article, e.g. `ART32_4`. */
	basis?: string;
}

/**
 * Why a command is not carried out: a value, never an exception.
 * Its text is `law.refusals.<code>` in the locale files.
 */
export interface Refusal {
	code: RefusalCode;
	/** Article of the 行政许可法 (`ART32_4`), another statute by name, or `RULE:<option>` for a choice of ours. */
	article: string;
	params: Record<string, string | number>;
	signposts: [LawSignpost, ...LawSignpost[]];
}

/** Every reason for which the law refuses; stable, never reused. */
export const REFUSAL_CODES = [
	'NOT_YET',
	'TOO_LATE',
	'CASE_ENDED',
	'NOT_SUBMITTED',
	'ALREADY_SUBMITTED',
	'WRONG_ROLE',
	'SAME_PERSON',
	'NOT_AUTHORISED_SOLE',
	'ITEM_NOT_SOLE',
	'SUPPLEMENT_ONLY_ONCE',
	'SUPPLEMENT_TOO_LATE',
	'SUPPLEMENT_EMPTY',
	'SUPPLEMENT_UNKNOWN_CODE',
	'MATERIALS_MISSING',
	'MATERIAL_UNKNOWN',
	'TOLERANCE_NOT_ALLOWED',
	'TOLERANCE_NOT_SIGNED',
	'TOLERANCE_DUE_INVALID',
	'COMMITMENT_NOT_ALLOWED',
	'REQUIRED_PAPER_MISSING',
	'PAPER_OWED',
	'PAPER_TOO_LATE',
	'NOTHING_OWED',
	'SPECIAL_NOT_REQUIRED_BY_LAW',
	'SPECIAL_ALREADY_RUNNING',
	'SPECIAL_NOT_RUNNING',
	'SPECIAL_STILL_RUNNING',
	'DAYS_INVALID',
	'EXTENSION_ONLY_ONCE',
	'EXTENSION_TOO_LATE',
	'EXTENSION_NOT_PROVIDED',
	'TWO_PERSONS_NEEDED',
	'SITE_VISIT_MISSING',
	'SITE_VISIT_FAILED',
	'INSPECTION_MISSING',
	'REVIEW_MISSING',
	'HEARING_RIGHT_OPEN',
	'HEARING_NOT_ANNOUNCED',
	'HEARING_ALREADY_OPEN',
	'HEARING_NOT_REQUESTED',
	'HEARING_REQUEST_TOO_LATE',
	'HEARING_NOTICE_TOO_SHORT',
	'HEARING_CHAIR_IS_REVIEWER',
	'HEARING_NOT_NOTIFIED',
	'HEARING_BEFORE_ITS_DAY',
	'HEARING_RECORD_UNSIGNED',
	'HEARING_PENDING',
	'HEARING_RECORD_NOT_FOLLOWED',
	'HEARING_NOT_PROVIDED',
	'REASONS_MISSING',
	'STANDARD_MISSING',
	'VALIDITY_INVALID',
	'ALREADY_DELIVERED',
	'RENEWAL_TOO_LATE',
	'RENEWAL_TOO_EARLY',
	'RENEWAL_NO_EXPIRY',
	'CHANGE_PENDING',
	'NO_CHANGE_PENDING',
	'NO_COMMITMENT',
	'REVOCATION_HARMS_PUBLIC',
	'GROUND_DOES_NOT_APPLY',
	'BARRED',
	'CALENDAR_YEAR_MISSING',
	'TIME_BEFORE_LAST_EVENT',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];
