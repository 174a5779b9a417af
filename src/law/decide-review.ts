import { isPast } from './budget.ts';
import { decisionBudget } from './case-budgets.ts';
import type { Rules } from './decide.ts';
import { separated } from './duties.ts';
import type { ItemRules } from './item-rules.ts';
import { ART42, VERIFIERS } from './limits.ts';
import type { LawOptions } from './options.ts';
import { refuse } from './refusals.ts';
import { hearingOf, rulesOf } from './state.ts';

type ReviewCommand =
	| 'StartReview'
	| 'AssignInspectors'
	| 'RecordSiteVisit'
	| 'StartSpecialProcedure'
	| 'EndSpecialProcedure'
	| 'Extend'
	| 'InformInterestedParties'
	| 'Review'
	| 'ReturnToReview';

/** Different people, whatever their names are padded with. */
const distinct = (staff: readonly string[]) => [...new Set(staff.map((id) => id.trim()).filter(Boolean))];

/** The one extension that the item's limit has, and whose authority it needs (Art. 42). */
function extensionOf({ limit }: ItemRules, options: LawOptions): ItemRules['limit']['extension'] {
	if (limit.basis !== 'SPECIAL_LAW') return ART42[limit.basis].extension;
	return limit.extension ?? (options.specialLawExtension === 'ART42' ? ART42.ART42_1.extension : undefined);
}

/** Review, verification by two, special procedures, extension. */
export const reviews: Rules<ReviewCommand> = {
	StartReview: (_, { today }) => [{ type: 'ReviewStarted', data: { on: today } }],
	AssignInspectors: ({ staff }, { today }) => {
		const people = distinct(staff);
		if (people.length < VERIFIERS) return refuse('TWO_PERSONS_NEEDED', { needed: VERIFIERS });
		return [{ type: 'InspectorsAssigned', data: { on: today, staff: people } }];
	},
	RecordSiteVisit: ({ staff, findings, passed }, { state, today, context }) => {
		const people = distinct(staff);
		if (people.length < VERIFIERS) return refuse('TWO_PERSONS_NEEDED', { needed: VERIFIERS });
		const { notice } = hearingOf(state);
		if (notice && people.includes(notice.chair))
			return refuse('HEARING_CHAIR_IS_REVIEWER', { chair: notice.chair });
		const barred = people.find((person) => !separated(state, 'REVIEW', person, context.options));
		if (barred !== undefined) return refuse('SAME_PERSON', { command: 'RecordSiteVisit', person: barred });
		return [{ type: 'SiteVisited', data: { on: today, staff: people, findings, passed } }];
	},
	StartSpecialProcedure: ({ kind, neededDays, reason }, { state, today }) => {
		const required = rulesOf(state).specialProcedures.find((each) => each.kind === kind);
		if (!required) return refuse('SPECIAL_NOT_REQUIRED_BY_LAW', { kind });
		if (!Number.isSafeInteger(neededDays) || neededDays < 1 || neededDays > 366)
			return refuse('DAYS_INVALID', { days: neededDays });
		if (state.specials.some((each) => each.kind === kind && !each.to))
			return refuse('SPECIAL_ALREADY_RUNNING', { kind });
		return [
			{
				type: 'SpecialProcedureStarted',
				data: { on: today, kind, neededDays, reason, basis: required.basis },
			},
		];
	},
	EndSpecialProcedure: ({ kind, result }, { state, today }) => {
		const running = state.specials.some((each) => each.kind === kind && !each.to);
		if (!running) return refuse('SPECIAL_NOT_RUNNING', { kind });
		return [{ type: 'SpecialProcedureEnded', data: { on: today, kind, result } }];
	},
	Extend: ({ reason }, { state, today, context }) => {
		const rules = rulesOf(state);
		if (state.extension) return refuse('EXTENSION_ONLY_ONCE', { on: state.extension.on });
		const extension = extensionOf(rules, context.options);
		if (!extension) return refuse('EXTENSION_NOT_PROVIDED');
		if (!context.actor.roles.includes(extension.by)) return refuse('WRONG_ROLE', { role: extension.by });
		if (!reason.trim()) return refuse('REASONS_MISSING');
		const budget = decisionBudget(state, context, today);
		if (budget && isPast(context.calendar, budget, today, context.options.rollForward))
			return refuse('EXTENSION_TOO_LATE');
		return [
			{ type: 'LimitExtended', data: { on: today, ...extension, reason, limitBasis: rules.limit.basis } },
		];
	},
	InformInterestedParties: ({ parties, interest }, { today }) => [
		{ type: 'InterestedPartiesInformed', data: { on: today, parties, interest } },
	],
	Review: ({ opinion, text }, { today }) =>
		text.trim() ? [{ type: 'Reviewed', data: { on: today, opinion, text } }] : refuse('REASONS_MISSING'),
	ReturnToReview: ({ reason }, { state, today }) => {
		if (!state.review) return refuse('REVIEW_MISSING');
		return reason.trim()
			? [{ type: 'ReturnedToReview', data: { on: today, reason } }]
			: refuse('REASONS_MISSING');
	},
};
