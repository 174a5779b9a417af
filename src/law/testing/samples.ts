import type { Actor } from '../duties.ts';
import type { ItemRules } from '../item-rules.ts';
import type { LawOptions } from '../options.ts';
import { LIMIT_BASES, SPECIAL_KINDS } from '../vocabulary.ts';
import { randomFrom } from './random.ts';

/** An ordinary item: twenty working days, on the sole-approval list, nothing special. */
export const PLAIN_ITEM: ItemRules = {
	code: 'food-business',
	version: 1,
	limit: { basis: 'ART42_1', days: 20, unit: 'WD' },
	promiseDays: 5,
	onTheSpot: false,
	soleApproval: true,
	commitment: true,
	specialProcedures: [{ kind: 'TESTING', basis: 'a law' }],
	hearing: 'ON_REQUEST',
	siteVisit: false,
	technicalInspection: false,
	safetyRelated: false,
	validityMonths: 60,
	materials: [
		{ code: 'form', necessity: 'REQUIRED' },
		{ code: 'plan', necessity: 'TOLERABLE' },
		{ code: 'proof', necessity: 'BY_PROMISE' },
		{ code: 'photo', necessity: 'OPTIONAL' },
	],
};

/** The choices of data/law/options.yaml, for tests that are about something else. */
export const OPTIONS: LawOptions = {
	receiptOnDayOff: 'SAME_DAY',
	suspensionBorders: 'END_ONLY',
	beyondTimeTold: 'COUNTS',
	hearingStopsClockFrom: 'REQUEST',
	hearingRequestUnit: 'WD',
	hearingNoticeUnit: 'WD',
	renewalUnit: 'CD',
	announcedHearingDays: 20,
	rollForward: true,
	todayCounts: false,
	deemAfterSupplement: true,
	supplementLapseDays: null,
	specialLawExtension: 'ONLY_OWN',
	owedPaperHolds: 'GRANT',
	toleranceMaxDays: 15,
	latePaper: 'TAKEN',
	lateRenewal: 'REFUSED',
	silentRenewalMonths: null,
	separation: [
		['ACCEPT', 'REVIEW'],
		['REVIEW', 'DECIDE'],
		['ACCEPT', 'DECIDE'],
	],
	lights: { yellow: 0.5, orange: 0.2, orangeDays: 1 },
};

/** Everybody in the bureau, some with more roles than is good for them, and one outside. */
export const PEOPLE = {
	applicant: { id: 'applicant', roles: ['APPLICANT'] },
	clerk: { id: 'clerk', roles: ['CLERK'] },
	reviewer: { id: 'reviewer', roles: ['REVIEWER'] },
	colleague: { id: 'colleague', roles: ['REVIEWER'] },
	approver: { id: 'approver', roles: ['APPROVER'] },
	sole: { id: 'sole', roles: ['SOLE_APPROVER'], soleItems: ['food-business'] },
	unlisted: { id: 'unlisted', roles: ['SOLE_APPROVER'], soleItems: [] },
	head: { id: 'head', roles: ['ORGAN_HEAD'] },
	mayor: { id: 'mayor', roles: ['GOVERNMENT_HEAD'] },
	supervisor: { id: 'supervisor', roles: ['SUPERVISOR'] },
	manyHats: { id: 'many-hats', roles: ['CLERK', 'REVIEWER', 'APPROVER', 'ORGAN_HEAD'] },
	otherHats: {
		id: 'other-hats',
		roles: ['REVIEWER', 'APPROVER', 'SOLE_APPROVER'],
		soleItems: ['food-business'],
	},
	system: { id: 'system', roles: ['SYSTEM'] },
} as const satisfies Record<string, Actor>;

/** An item whose every rule a seed has chosen. */
export function randomItem(seed: number): ItemRules {
	const random = randomFrom(seed);
	const basis = random.pick(LIMIT_BASES);
	const unit = basis === 'SPECIAL_LAW' ? random.pick(['WD', 'CD'] as const) : 'WD';
	const days = { ART42_1: 20, ART42_2: 45, SPECIAL_LAW: random.pick([5, 10, 15, 30, 60]) }[basis];
	const own = basis === 'SPECIAL_LAW' && random.chance(50);
	return {
		...PLAIN_ITEM,
		limit: {
			basis,
			days,
			unit,
			...(own ? { extension: { days: 5, by: random.pick(['ORGAN_HEAD', 'GOVERNMENT_HEAD'] as const) } } : {}),
		},
		promiseDays: random.below(Math.min(days, 8)),
		onTheSpot: random.chance(15),
		soleApproval: random.chance(75),
		commitment: random.chance(60),
		safetyRelated: random.chance(20),
		specialProcedures: random.some(SPECIAL_KINDS, 50).map((kind) => ({ kind, basis: 'a law' })),
		hearing: random.pick(['ON_REQUEST', 'ON_REQUEST', 'ON_REQUEST', 'MANDATORY', 'NONE']),
		siteVisit: random.chance(30),
		technicalInspection: random.chance(20),
		validityMonths: random.pick([null, 2, 6, 12, 36]),
		...(random.chance(50)
			? { renewal: { latestDays: 15, earliestDays: 45, unit: random.pick(['WD', 'CD'] as const) } }
			: {}),
	};
}

/** Options whose every value a seed has chosen. */
export function randomOptions(seed: number): LawOptions {
	const random = randomFrom(seed);
	const unit = () => random.pick(['WD', 'CD'] as const);
	return {
		receiptOnDayOff: random.pick(['SAME_DAY', 'NEXT_WORKDAY']),
		suspensionBorders: random.pick(['END_ONLY', 'START_ONLY', 'BOTH', 'NEITHER']),
		beyondTimeTold: random.pick(['COUNTS', 'STAYS_OUT']),
		hearingStopsClockFrom: random.pick(['REQUEST', 'NOTICE']),
		hearingRequestUnit: unit(),
		hearingNoticeUnit: unit(),
		renewalUnit: unit(),
		announcedHearingDays: random.pick([10, 20, 30]),
		rollForward: random.chance(50),
		todayCounts: random.chance(50),
		deemAfterSupplement: random.chance(50),
		supplementLapseDays: random.pick([null, 10, 30]),
		specialLawExtension: random.pick(['ONLY_OWN', 'ART42']),
		owedPaperHolds: random.pick(['GRANT', 'DELIVERY']),
		toleranceMaxDays: random.pick([5, 15]),
		latePaper: random.pick(['TAKEN', 'REFUSED']),
		lateRenewal: random.pick(['REFUSED', 'WITHOUT_SILENCE']),
		silentRenewalMonths: random.pick([null, 6]),
		separation: random.some(OPTIONS.separation, 70),
		lights: OPTIONS.lights,
	};
}
