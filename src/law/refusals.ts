import type { LawSignpost, Refusal, RefusalCode } from './refusal.ts';

interface Entry {
	/** Article of the 行政许可法, another rule by name, or `RULE:<option>` for a choice of the bureau. */
	article: string;
	/** Ways onwards; their texts are `law.signposts.<code>`. */
	ways: readonly [string, ...string[]];
}

const entry = (article: string, ...ways: [string, ...string[]]): Entry => ({ article, ways });

/** Why each refusal is given and what remains possible: total, so that no refusal is a dead end. */
const entries: Record<RefusalCode, Entry> = {
	NOT_YET: entry('ART32', 'SEE_NEXT_STEP', 'ASK_WINDOW'),
	TOO_LATE: entry('ART37', 'SEE_CASE', 'ASK_WINDOW'),
	CASE_ENDED: entry('ART32', 'APPLY_ANEW', 'ASK_WINDOW'),
	NOT_SUBMITTED: entry('ART29', 'SUBMIT_FIRST'),
	ALREADY_SUBMITTED: entry('ART29', 'SEE_CASE'),
	WRONG_ROLE: entry('ART26', 'HAND_TO_ROLE', 'SEE_CASE'),
	SAME_PERSON: entry('RULE:separation', 'HAND_TO_COLLEAGUE'),
	NOT_AUTHORISED_SOLE: entry('RULE:soleApproval', 'HAND_TO_SOLE_APPROVER', 'USE_THREE_STEP'),
	ITEM_NOT_SOLE: entry('RULE:soleApproval', 'USE_THREE_STEP'),
	SUPPLEMENT_ONLY_ONCE: entry('ART32_4', 'ACCEPT_WHEN_COMPLETE', 'ASK_INFORMALLY', 'DECIDE_ON_SUBSTANCE'),
	SUPPLEMENT_TOO_LATE: entry('ART32_4', 'DECIDE_ON_SUBSTANCE', 'ASK_INFORMALLY'),
	SUPPLEMENT_EMPTY: entry('ART32_4', 'NAME_EVERYTHING', 'ACCEPT_INSTEAD'),
	SUPPLEMENT_UNKNOWN_CODE: entry('ART31', 'CHOOSE_FROM_LIST'),
	MATERIALS_MISSING: entry('ART32_4', 'REQUEST_SUPPLEMENT', 'TOLERATE_SECONDARY'),
	MATERIAL_UNKNOWN: entry('ART31', 'CHOOSE_FROM_LIST'),
	TOLERANCE_NOT_ALLOWED: entry('RULE:tolerance', 'REQUEST_SUPPLEMENT'),
	TOLERANCE_NOT_SIGNED: entry('RULE:tolerance', 'SIGN_PROMISE', 'REQUEST_SUPPLEMENT'),
	TOLERANCE_DUE_INVALID: entry('RULE:toleranceMaxDays', 'CHOOSE_OTHER_DAY'),
	COMMITMENT_NOT_ALLOWED: entry('RULE:commitment', 'HAND_IN_PROOF'),
	REQUIRED_PAPER_MISSING: entry('ART38_1', 'SUPPLY_OWED', 'REFUSE_WITH_REASONS'),
	PAPER_OWED: entry('RULE:owedPaperHolds', 'SUPPLY_OWED', 'REFUSE_WITH_REASONS'),
	PAPER_TOO_LATE: entry('RULE:latePaper', 'ASK_WINDOW', 'APPLY_ANEW'),
	NOTHING_OWED: entry('RULE:tolerance', 'SEE_CASE'),
	SPECIAL_NOT_REQUIRED_BY_LAW: entry('ART45', 'DECIDE_WITHIN_LIMIT', 'EXTEND_INSTEAD'),
	SPECIAL_ALREADY_RUNNING: entry('ART45', 'END_SPECIAL_FIRST'),
	SPECIAL_NOT_RUNNING: entry('ART45', 'SEE_CASE'),
	SPECIAL_STILL_RUNNING: entry('ART45', 'END_SPECIAL_FIRST'),
	DAYS_INVALID: entry('ART45', 'GIVE_WHOLE_DAYS'),
	EXTENSION_ONLY_ONCE: entry('ART42', 'DECIDE_WITHIN_LIMIT'),
	EXTENSION_TOO_LATE: entry('ART42', 'DECIDE_NOW'),
	EXTENSION_NOT_PROVIDED: entry('RULE:specialLawExtension', 'DECIDE_WITHIN_LIMIT'),
	TWO_PERSONS_NEEDED: entry('ART34_3', 'NAME_TWO_PERSONS'),
	SITE_VISIT_MISSING: entry('ART34_3', 'VISIT_SITE'),
	SITE_VISIT_FAILED: entry('ART38', 'VISIT_SITE', 'REFUSE_WITH_REASONS'),
	INSPECTION_MISSING: entry('ART55', 'ASSIGN_INSPECTORS'),
	REVIEW_MISSING: entry('ART34', 'HAND_TO_REVIEWER'),
	HEARING_RIGHT_OPEN: entry('ART47', 'WAIT_FOR_HEARING_RIGHT'),
	HEARING_NOT_ANNOUNCED: entry('ART46', 'ANNOUNCE_HEARING'),
	HEARING_ALREADY_OPEN: entry('ART47', 'SEE_CASE'),
	HEARING_NOT_REQUESTED: entry('ART47', 'INFORM_HEARING_RIGHT'),
	HEARING_REQUEST_TOO_LATE: entry('ART47', 'STATE_IN_WRITING', 'ASK_WINDOW'),
	HEARING_NOTICE_TOO_SHORT: entry('ART48', 'CHOOSE_OTHER_DAY'),
	HEARING_CHAIR_IS_REVIEWER: entry('ART48', 'NAME_OTHER_CHAIR'),
	HEARING_NOT_NOTIFIED: entry('ART48', 'NOTIFY_HEARING'),
	HEARING_BEFORE_ITS_DAY: entry('ART48', 'HOLD_ON_ITS_DAY'),
	HEARING_RECORD_UNSIGNED: entry('ART48', 'SIGN_RECORD'),
	HEARING_PENDING: entry('ART48', 'HOLD_HEARING'),
	HEARING_RECORD_NOT_FOLLOWED: entry('ART48', 'CITE_HEARING_RECORD'),
	HEARING_NOT_PROVIDED: entry('ART46', 'SEE_NEXT_STEP'),
	REASONS_MISSING: entry('ART38_2', 'GIVE_REASONS'),
	STANDARD_MISSING: entry('ART55_3', 'NAME_STANDARD'),
	VALIDITY_INVALID: entry('ART50', 'CHECK_VALIDITY'),
	ALREADY_DELIVERED: entry('ART44', 'SEE_CASE'),
	RENEWAL_TOO_LATE: entry('ART50', 'APPLY_ANEW', 'ASK_WINDOW'),
	RENEWAL_TOO_EARLY: entry('ART50', 'COME_BACK_ON'),
	RENEWAL_NO_EXPIRY: entry('ART50', 'NOTHING_TO_DO'),
	CHANGE_PENDING: entry('ART49', 'SEE_CASE'),
	NO_CHANGE_PENDING: entry('ART49', 'SEE_CASE'),
	NO_COMMITMENT: entry('RULE:commitment', 'SEE_CASE'),
	REVOCATION_HARMS_PUBLIC: entry('ART69_3', 'ORDER_RECTIFICATION'),
	GROUND_DOES_NOT_APPLY: entry('ART70', 'CHECK_GROUND'),
	BARRED: entry('ART78', 'COME_BACK_ON', 'ASK_WINDOW'),
	CALENDAR_YEAR_MISSING: entry('ART82', 'ADD_CALENDAR', 'ASK_WINDOW'),
	TIME_BEFORE_LAST_EVENT: entry('RULE:time', 'CHECK_CLOCK'),
};

/** A refusal with its article and signposts; `dueBy` is the day that the first signpost names. */
export function refuse(code: RefusalCode, params: Refusal['params'] = {}, dueBy?: string): Refusal {
	const { article, ways } = entries[code];
	const [first, ...rest] = ways;
	const signpost = (way: string): LawSignpost => ({ code: way, basis: article, params });
	return {
		code,
		article,
		params,
		signposts: [dueBy === undefined ? signpost(first) : { ...signpost(first), dueBy }, ...rest.map(signpost)],
	};
}

/** Every signpost that the law can give, for the check that each has its text. */
export const SIGNPOST_CODES: readonly string[] = [
	...new Set(Object.values(entries).flatMap((each) => each.ways)),
];
