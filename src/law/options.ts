import type { DayUnit } from './vocabulary.ts';

/**
 * Where the 行政许可法 is silent, the bureau chooses. The choices and their reasons stand in
 * `data/law/options.yaml`; the law reads them from here and has no defaults of its own.
 */
export interface LawOptions {
	/** Receipt on a day off counts as that day, or as the next working day. */
	receiptOnDayOff: 'SAME_DAY' | 'NEXT_WORKDAY';
	/** Which border days of a suspension are taken out of the count. */
	suspensionBorders: 'END_ONLY' | 'START_ONLY' | 'BOTH' | 'NEITHER';
	/** Days of a special procedure or hearing beyond the time told count against the bureau, or stay out. */
	beyondTimeTold: 'COUNTS' | 'STAYS_OUT';
	/** What stops the decision clock for a hearing on request. */
	hearingStopsClockFrom: 'REQUEST' | 'NOTICE';
	/** Unit of the five days in which a hearing may be asked for (Art. 47). */
	hearingRequestUnit: DayUnit;
	/** Unit of the seven days between notice and hearing (Art. 48). */
	hearingNoticeUnit: DayUnit;
	/** Unit of the days before expiry by which renewal must be asked for, where the item says nothing (Art. 50). */
	renewalUnit: DayUnit;
	/** Time for a mandatory or public-interest hearing, in working days from its announcement (Art. 46 names none). */
	announcedHearingDays: number;
	/** A limit in calendar days that ends on a day off ends on the next working day. */
	rollForward: boolean;
	/** Whether the current day is already used up. */
	todayCounts: boolean;
	/** Supplements complete and nobody acts for five working days: deemed accepted as of the day of completion. */
	deemAfterSupplement: boolean;
	/** Working days after which an unanswered supplement notice lets the application lapse; null: never. */
	supplementLapseDays: number | null;
	/** Whether another law's limit without an extension of its own brings that of Art. 42 ¶1. */
	specialLawExtension: 'ONLY_OWN' | 'ART42';
	/** What an owed paper holds up: the decision to grant, or only the delivery. */
	owedPaperHolds: 'GRANT' | 'DELIVERY';
	/** Longest time for an owed paper, in working days. */
	toleranceMaxDays: number;
	/** A paper handed in after its day: still taken while nothing is decided, or refused. */
	latePaper: 'TAKEN' | 'REFUSED';
	/** Renewal asked for too late: refused, or handled without the effect of silence. */
	lateRenewal: 'REFUSED' | 'WITHOUT_SILENCE';
	/** How long a silent renewal lasts, in months; null: as long as the licence's validity. */
	silentRenewalMonths: number | null;
	/** Pairs of steps that one person may not both take in a three-step case. */
	separation: readonly (readonly [Step, Step])[];
	/** Shares of the limit at which the lights change, and the working days that are always orange. */
	lights: { yellow: number; orange: number; orangeDays: number };
}

/** The three steps whose persons are told apart. */
export const STEPS = ['ACCEPT', 'REVIEW', 'DECIDE'] as const;
export type Step = (typeof STEPS)[number];
