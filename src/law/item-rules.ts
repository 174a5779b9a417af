import type { DayUnit, LimitBasis, Necessity, SpecialKind } from './vocabulary.ts';

/** Whether a supplement notice means a field of the form by this code, not a paper: `form.<field>`. */
export const isFormField = (code: string): boolean => code.startsWith('form.');

/**
 * What the law must know of an approval item. A case keeps the rules of the version that it
 * began with: they travel in its `Submitted` event.
 */
export interface ItemRules {
	/** The item's code in the catalogue. */
	code: string;
	/** Version of the item's definition. */
	version: number;
	/** Statutory limit of the decision (法定时限). `unit` matters for other statutes' limits only. */
	limit: {
		basis: LimitBasis;
		days: number;
		unit: DayUnit;
		/** Another statute's extension; left out where it gives none. Art. 42 brings its own. */
		extension?: { days: number; by: 'ORGAN_HEAD' | 'GOVERNMENT_HEAD' };
	};
	/** Promised limit (承诺时限) in working days, never above the statutory one. */
	promiseDays: number;
	/** Decided at once (即办件): never with tolerance. */
	onTheSpot: boolean;
	/** On the bureau's list of sole-approval items (独任审批事项). */
	soleApproval: boolean;
	/** The applicant may choose 告知承诺: a written commitment instead of proof. */
	commitment: boolean;
	/** Special procedures that some law requires for this item (Art. 45 依法需要), with that law. */
	specialProcedures: { kind: SpecialKind; basis: string }[];
	/** `MANDATORY`: a law orders a hearing for every application (Art. 46). */
	hearing: 'MANDATORY' | 'ON_REQUEST' | 'NONE';
	/** Substance is verified on site by two or more (Art. 34 ¶3). */
	siteVisit: boolean;
	/** Decided on a technical inspection (Art. 55): two staff assigned within five working days. */
	technicalInspection: boolean;
	/** Bears directly on public safety, health, life or property (Arts. 78, 79): no commitment, bars apply. */
	safetyRelated: boolean;
	/** Validity of the licence in months, or null where it has no end. */
	validityMonths: number | null;
	/** When renewal may be asked for, in days before expiry; Art. 50 says 30 unless another rule does. */
	renewal?: { latestDays: number; earliestDays?: number; unit: DayUnit };
	materials: { code: string; necessity: Necessity }[];
}
