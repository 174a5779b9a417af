import type { Rules, Situation } from './decide.ts';
import { RENEWAL_DAYS } from './limits.ts';
import { addDays, addMonths, type PlainDate } from './plain-date.ts';
import { refuse } from './refusals.ts';
import { type CaseState, rulesOf } from './state.ts';
import type { CancellationGround, Stage } from './vocabulary.ts';

type LicenceCommand =
	| 'RequestRenewal'
	| 'GrantRenewal'
	| 'RefuseRenewal'
	| 'RequestChange'
	| 'GrantChange'
	| 'RefuseChange'
	| 'Revoke'
	| 'WithdrawLicence'
	| 'RevokeAsPenalty'
	| 'Cancel';

type Licence = NonNullable<CaseState['licence']>;

function licenceOf(state: CaseState): Licence {
	if (!state.licence) throw new TypeError('the stage table lets no case without a licence come here');
	return state.licence;
}

/** First and last day on which renewal may be asked for: Art. 50 ¶1, or the item's own rule. */
function renewalWindow(
	{ state, context }: Situation,
	validTo: PlainDate,
): { from: PlainDate | null; to: PlainDate } {
	const own = rulesOf(state).renewal;
	const unit = own?.unit ?? context.options.renewalUnit;
	const before = (days: number) =>
		unit === 'CD' ? addDays(validTo, -days) : context.calendar.add(validTo, -days);
	return {
		from: own?.earliestDays === undefined ? null : before(own.earliestDays),
		to: before(own?.latestDays ?? RENEWAL_DAYS),
	};
}

/** Stages to which each ground of Art. 70 applies. */
const cancellable: Record<CancellationGround, readonly Stage[]> = {
	EXPIRED_NOT_RENEWED: ['EXPIRED'],
	LICENCE_TAKEN_BACK: ['REVOKED', 'WITHDRAWN_BY_ORGAN', 'REVOKED_AS_PENALTY'],
	PERSON_DEAD_OR_INCAPABLE: ['ACTIVE', 'RENEWAL_PENDING'],
	ENTITY_ENDED: ['ACTIVE', 'RENEWAL_PENDING'],
	FORCE_MAJEURE: ['ACTIVE', 'RENEWAL_PENDING'],
	OTHER_BY_LAW: [
		'ACTIVE',
		'RENEWAL_PENDING',
		'EXPIRED',
		'REVOKED',
		'WITHDRAWN_BY_ORGAN',
		'REVOKED_AS_PENALTY',
	],
};

/** What becomes of a licence: renewal, change, revocation, withdrawal, cancellation. */
export const licences: Rules<LicenceCommand> = {
	RequestRenewal: (_, situation) => {
		const { state, today, context } = situation;
		const { validTo } = licenceOf(state);
		if (!validTo) return refuse('RENEWAL_NO_EXPIRY');
		const { from, to } = renewalWindow(situation, validTo);
		if (from && today < from) return refuse('RENEWAL_TOO_EARLY', { from }, from);
		const late = today > to;
		if (late && context.options.lateRenewal === 'REFUSED') return refuse('RENEWAL_TOO_LATE', { lastDay: to });
		return [{ type: 'RenewalRequested', data: { on: today, silence: !late } }];
	},
	GrantRenewal: ({ validTo }, { state, today }) => {
		const { validTo: current } = licenceOf(state);
		const months = rulesOf(state).validityMonths;
		const longest = current && months !== null ? addMonths(current, months) : null;
		if (!current || !longest || validTo <= current || validTo > longest) {
			return refuse('VALIDITY_INVALID', { longest: longest ?? '' });
		}
		return [{ type: 'RenewalGranted', data: { on: today, validTo, deemed: false } }];
	},
	RefuseRenewal: ({ reasons, basis }, { today }) =>
		reasons.trim() && basis.trim()
			? [{ type: 'RenewalRefused', data: { on: today, reasons, basis } }]
			: refuse('REASONS_MISSING'),
	RequestChange: ({ what }, { state, today }) =>
		licenceOf(state).change
			? refuse('CHANGE_PENDING')
			: [{ type: 'ChangeRequested', data: { on: today, what } }],
	GrantChange: (_, { state, today }) =>
		licenceOf(state).change ? [{ type: 'ChangeGranted', data: { on: today } }] : refuse('NO_CHANGE_PENDING'),
	RefuseChange: ({ reasons, basis }, { state, today }) => {
		if (!licenceOf(state).change) return refuse('NO_CHANGE_PENDING');
		if (!reasons.trim() || !basis.trim()) return refuse('REASONS_MISSING');
		return [{ type: 'ChangeRefused', data: { on: today, reasons, basis } }];
	},
	Revoke: ({ ground, reasons, publicHarm }, { today }) => {
		if (publicHarm) return refuse('REVOCATION_HARMS_PUBLIC');
		return reasons.trim()
			? [{ type: 'LicenceRevoked', data: { on: today, ground, reasons } }]
			: refuse('REASONS_MISSING');
	},
	WithdrawLicence: ({ reasons, basis, compensation }, { today }) =>
		reasons.trim() && basis.trim()
			? [{ type: 'LicenceWithdrawn', data: { on: today, reasons, basis, compensation } }]
			: refuse('REASONS_MISSING'),
	RevokeAsPenalty: ({ reasons, basis }, { today }) =>
		reasons.trim() && basis.trim()
			? [{ type: 'LicenceRevokedAsPenalty', data: { on: today, reasons, basis } }]
			: refuse('REASONS_MISSING'),
	Cancel: ({ ground }, { state, today }) =>
		cancellable[ground].includes(state.stage)
			? [{ type: 'LicenceCancelled', data: { on: today, ground } }]
			: refuse('GROUND_DOES_NOT_APPLY', { ground, stage: state.stage }),
};
