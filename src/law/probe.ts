import type { Command, CommandOf, CommandType } from './commands.ts';
import type { Context } from './decide.ts';
import { addDays, type PlainDate, plainDateAt } from './plain-date.ts';
import { type CaseState, missingPapers, owedPapers } from './state.ts';
import type { Procedure } from './vocabulary.ts';

const FILLED = '·';
/** Two people who are nobody: a probe of acts that need two. */
const TWO = ['·1', '·2'];

type Probe<T extends CommandType> = (
	state: CaseState,
	context: Context,
	today: PlainDate,
) => Omit<CommandOf<T>, 'type'>;

const refusing = () => ({ reasons: FILLED, basis: FILLED });

/** The most favourable command of each kind: if even this is refused, no form that a person could fill in would help. */
const probes: { [T in CommandType]: Probe<T> } = {
	Submit: (state) => ({ materials: state.materials, channel: 'ONLINE' }),
	CorrectOnSpot: () => ({ corrections: [FILLED] }),
	DeclareNotRequired: () => ({ reason: FILLED }),
	DeclareOutOfScope: () => ({ reason: FILLED, rightOrgan: FILLED }),
	RequestSupplement: () => ({ items: [{ code: 'form.·', fault: FILLED, remedy: FILLED }] }),
	Supplement: (state) => ({ codes: state.supplement?.outstanding ?? [] }),
	Accept: (state, context, today) => acceptance(state, context, today),
	SupplyOwed: (state) => ({
		materials: [...owedPapers(state).map((paper) => paper.material), ...missingPapers(state)],
	}),
	Withdraw: () => ({ reason: FILLED }),
	StartReview: () => ({}),
	AssignInspectors: () => ({ staff: TWO }),
	RecordSiteVisit: () => ({ staff: TWO, findings: FILLED, passed: true }),
	StartSpecialProcedure: (state) => {
		const running = state.specials.filter((each) => !each.to).map((each) => each.kind);
		const kinds = state.rules?.specialProcedures.map((each) => each.kind) ?? [];
		const free = kinds.find((kind) => !running.includes(kind));
		return { kind: free ?? kinds[0] ?? 'TESTING', neededDays: 1, reason: FILLED };
	},
	EndSpecialProcedure: (state) => ({
		kind: state.specials.find((each) => !each.to)?.kind ?? 'TESTING',
		result: FILLED,
	}),
	Extend: () => ({ reason: FILLED }),
	InformInterestedParties: () => ({ parties: [FILLED], interest: FILLED }),
	InformHearingRight: () => ({ parties: [FILLED] }),
	RequestHearing: () => ({ party: FILLED }),
	AnnounceHearing: () => ({ basis: FILLED }),
	NotifyHearing: (_, __, today) => ({ date: addDays(today, 60), place: FILLED, chair: FILLED }),
	ReplaceHearingChair: () => ({ chair: FILLED, reason: FILLED }),
	HoldHearing: () => ({ record: FILLED, signed: true }),
	Review: () => ({ opinion: 'GRANT', text: FILLED }),
	ReturnToReview: () => ({ reason: FILLED }),
	Grant: () => ({ onHearingRecord: FILLED }),
	Refuse: () => ({ ...refusing(), technicalStandard: FILLED, onHearingRecord: FILLED }),
	Deliver: () => ({ method: 'ONLINE', recipient: FILLED, proof: FILLED }),
	CheckCommitment: () => ({ kept: true, findings: FILLED }),
	RequestRenewal: () => ({}),
	GrantRenewal: (state, _, today) => ({ validTo: addDays(state.licence?.validTo ?? today, 1) }),
	RefuseRenewal: refusing,
	RequestChange: () => ({ what: FILLED }),
	GrantChange: () => ({}),
	RefuseChange: refusing,
	Revoke: () => ({ ground: 'OTHER_BY_LAW', reasons: FILLED, publicHarm: false }),
	WithdrawLicence: () => ({ ...refusing(), compensation: FILLED }),
	RevokeAsPenalty: refusing,
	Cancel: (state) => {
		const ended = state.stage === 'EXPIRED' ? 'EXPIRED_NOT_RENEWED' : 'LICENCE_TAKEN_BACK';
		return { ground: state.stage === 'ACTIVE' || state.stage === 'RENEWAL_PENDING' ? 'OTHER_BY_LAW' : ended };
	},
	Tick: () => ({}),
};

/** Acceptance with everything allowed: what may follow is promised, what may be committed to is committed to. */
function acceptance(state: CaseState, context: Context, today: PlainDate): Omit<CommandOf<'Accept'>, 'type'> {
	const { rules } = state;
	const clerk = context.actor.roles.includes('CLERK');
	const procedure: Procedure = clerk ? 'THREE_STEP' : 'SOLE';
	const missing = (rules?.materials ?? []).filter(({ code }) => !state.materials.includes(code));
	const due = addDays(today, 1);
	const tolerated = rules?.onTheSpot ? [] : missing.filter(({ necessity }) => necessity === 'TOLERABLE');
	return {
		procedure,
		tolerated: tolerated.map(({ code }) => ({ material: code, due })),
		promiseSigned: true,
		commitmentSigned: rules?.commitment === true && !rules.safetyRelated && !context.bars?.noCommitment,
	};
}

/** The most favourable command of a kind for this case: what a screen asks `decide` to know whether its button lives. */
export function probe(type: CommandType, state: CaseState, context: Context): Command {
	const fill = probes[type] as Probe<CommandType>;
	return { type, ...fill(state, context, plainDateAt(context.at)) } as Command;
}
