import { dueOf } from './budget.ts';
import { hearingRequestBudget } from './case-budgets.ts';
import type { Rules, Situation } from './decide.ts';
import { addDays, addMonths, type PlainDate } from './plain-date.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refusals.ts';
import { hearingOf, missingPapers, owedPapers, rulesOf } from './state.ts';

type DecisionCommand = 'Grant' | 'Refuse' | 'Deliver' | 'CheckCommitment';

/** Decision, delivery, and the check of what was promised. */
export const decisions: Rules<DecisionCommand> = {
	Grant: ({ validTo, onHearingRecord }, situation) => {
		const refusal =
			procedureRefusal(situation, onHearingRecord) ??
			substanceRefusal(situation) ??
			validityRefusal(situation, validTo);
		if (refusal) return refusal;
		const { today } = situation;
		const data = { on: today, onTheSpot: isOnTheSpot(situation), onHearingRecord: onHearingRecord ?? null };
		return [{ type: 'Granted', data: { ...data, validTo: validTo ?? fullTerm(situation) } }];
	},
	Refuse: ({ reasons, basis, technicalStandard, onHearingRecord }, situation) => {
		if (!reasons.trim() || !basis.trim()) return refuse('REASONS_MISSING');
		const { state } = situation;
		const inspected = rulesOf(state).technicalInspection && state.inspectors !== null;
		if (inspected && !technicalStandard?.trim()) return refuse('STANDARD_MISSING');
		const refusal = procedureRefusal(situation, onHearingRecord);
		if (refusal) return refusal;
		const data = { on: situation.today, onTheSpot: isOnTheSpot(situation), reasons, basis };
		const more = { technicalStandard: technicalStandard ?? null, onHearingRecord: onHearingRecord ?? null };
		return [{ type: 'Refused', data: { ...data, ...more } }];
	},
	Deliver: ({ method, recipient, proof }, { state, today, context }) => {
		if (state.delivery) return refuse('ALREADY_DELIVERED', { on: state.delivery.on });
		const owed = owedPapers(state)[0];
		if (state.stage === 'GRANTED' && owed) return refuse('PAPER_OWED', { material: owed.material }, owed.due);
		// An applicant can only take the licence on line; every other delivery is proved by somebody else.
		const own = !context.actor.roles.some((role) => role !== 'APPLICANT');
		if (own && method !== 'ONLINE') return refuse('WRONG_ROLE', { role: 'CLERK' });
		return [{ type: 'Delivered', data: { on: today, method, recipient, proof } }];
	},
	CheckCommitment: ({ kept, findings, rectifyBy }, { state, today }) => {
		if (!state.commitment) return refuse('NO_COMMITMENT');
		return [{ type: 'CommitmentChecked', data: { on: today, kept, findings, rectifyBy: rectifyBy ?? null } }];
	},
};

function isOnTheSpot({ state, today }: Situation): boolean {
	return state.acceptance?.on === today && rulesOf(state).onTheSpot;
}

/** What must be finished before any decision: special procedures, hearing, review. */
function procedureRefusal(situation: Situation, onHearingRecord: string | undefined): Refusal | undefined {
	const { state } = situation;
	const running = state.specials.find((special) => !special.to);
	if (running) return refuse('SPECIAL_STILL_RUNNING', { kind: running.kind });
	const hearing = hearingRefusal(situation);
	if (hearing) return hearing;
	if (hearingOf(state).heldOn && !onHearingRecord?.trim()) return refuse('HEARING_RECORD_NOT_FOLLOWED');
	const alone = state.acceptance?.procedure === 'SOLE' || isOnTheSpot(situation) || state.commitment !== null;
	return state.review || alone ? undefined : refuse('REVIEW_MISSING');
}

function hearingRefusal({ state, context }: Situation): Refusal | undefined {
	const { informedOn, requestedOn, announcedOn, lapsedOn, heldOn } = hearingOf(state);
	if (heldOn) return undefined;
	if (requestedOn || announcedOn) return refuse('HEARING_PENDING');
	if (rulesOf(state).hearing === 'MANDATORY') return refuse('HEARING_NOT_ANNOUNCED');
	if (!informedOn || lapsedOn) return undefined;
	const budget = hearingRequestBudget(state, context);
	const lastDay = budget && dueOf(context.calendar, budget, context.options.rollForward);
	return refuse('HEARING_RIGHT_OPEN', { lastDay: lastDay ?? '' }, lastDay ?? undefined);
}

/** What only a licence needs: verification on site, inspectors, no paper owed. */
function substanceRefusal({ state, context }: Situation): Refusal | undefined {
	const rules = rulesOf(state);
	const onPromise = state.commitment !== null;
	if (rules.siteVisit && !onPromise) {
		if (!state.siteVisit) return refuse('SITE_VISIT_MISSING');
		if (!state.siteVisit.passed) return refuse('SITE_VISIT_FAILED', { on: state.siteVisit.on });
	}
	if (rules.technicalInspection && !state.inspectors) return refuse('INSPECTION_MISSING');
	const missing = missingPapers(state);
	if (missing.length > 0) return refuse('REQUIRED_PAPER_MISSING', { materials: missing.join(', ') });
	const owed = owedPapers(state)[0];
	if (owed && context.options.owedPaperHolds === 'GRANT')
		return refuse('PAPER_OWED', { material: owed.material }, owed.due);
	return undefined;
}

/** The last day of the full term: the day before the date returns. */
function fullTerm({ state, today }: Situation): PlainDate | null {
	const months = rulesOf(state).validityMonths;
	if (months === null) return null;
	const returns = addMonths(today, months);
	// From 29 February to a year that has none, the last of the month is the full term already.
	return returns.slice(8) === today.slice(8) ? addDays(returns, -1) : returns;
}

function validityRefusal(situation: Situation, validTo: PlainDate | undefined): Refusal | undefined {
	const longest = fullTerm(situation);
	if (validTo === undefined) return undefined;
	if (longest === null || validTo <= situation.today || validTo > longest) {
		return refuse('VALIDITY_INVALID', { longest: longest ?? '' });
	}
	return undefined;
}
