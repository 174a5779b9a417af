/** Lengths that the 行政许可法 itself fixes; everything else is item data or an option. */

/** Art. 32 ¶1(4): notice of everything missing, working days from receipt. */
export const SUPPLEMENT_NOTICE_DAYS = 5;
/** Art. 42: decision, and its one extension, in working days. */
export const ART42 = {
	ART42_1: { days: 20, extension: { days: 10, by: 'ORGAN_HEAD' } },
	ART42_2: { days: 45, extension: { days: 15, by: 'GOVERNMENT_HEAD' } },
} as const;
/** Art. 44: delivery of a granted licence, working days from the decision. */
export const DELIVERY_DAYS = 10;
/** Art. 47: request for a hearing, days from being told. */
export const HEARING_REQUEST_DAYS = 5;
/** Art. 47: hearing organised, working days from the request. */
export const HEARING_DAYS = 20;
/** Art. 48: notice before the hearing, days. */
export const HEARING_NOTICE_DAYS = 7;
/** Art. 55 ¶2: two inspectors assigned, working days from acceptance. */
export const INSPECTORS_DAYS = 5;
/** Art. 50: renewal asked for, days before expiry, where no other rule says otherwise. */
export const RENEWAL_DAYS = 30;
/** Arts. 34 ¶3 and 55 ¶2: persons needed to verify. */
export const VERIFIERS = 2;
