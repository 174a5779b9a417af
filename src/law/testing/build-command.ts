import type { Command, CommandOf, CommandType } from '../commands.ts';
import { addDays, addMonths, type PlainDate } from '../plain-date.ts';
import { type CaseState, owedPapers } from '../state.ts';
import { CANCELLATION_GROUNDS, CHANNELS, REVOCATION_GROUNDS, SPECIAL_KINDS } from '../vocabulary.ts';
import type { World } from './history.ts';
import type { Random } from './random.ts';

interface Scene {
	world: World;
	today: PlainDate;
}

type Builder<T extends CommandType> = (
	state: CaseState,
	random: Random,
	scene: Scene,
) => Omit<CommandOf<T>, 'type'>;

const STAFF = ['reviewer', 'colleague', 'approver', 'many-hats', 'clerk'] as const;
const CHAIRS = ['head', 'supervisor', 'reviewer', 'sole', 'many-hats'] as const;

/** A text, now and then the empty one that is refused. */
const text = (random: Random) => (random.chance(4) ? ' ' : 'text');
const reasoned = (_: CaseState, random: Random) => ({ reasons: text(random), basis: text(random) });
const staff = (random: Random) => (random.chance(80) ? ['reviewer', 'colleague'] : random.some(STAFF, 40));
const codes = ({ world }: Scene) => world.rules.materials.map(({ code }) => code);
/** Cites the record where there is one; sometimes forgets to. */
const cited = (state: CaseState, random: Random) =>
	state.hearing?.heldOn && !random.chance(10) ? { onHearingRecord: 'follows the record' } : {};

/** What each command may carry: mostly right, sometimes wrong in a way that people are. */
const builders: { [T in CommandType]: Builder<T> } = {
	Submit: (_, random, scene) => ({
		materials: random.chance(60) ? codes(scene) : random.some([...codes(scene), 'unknown'], 60),
		channel: random.pick(CHANNELS),
	}),
	CorrectOnSpot: () => ({ corrections: ['telephone number'] }),
	DeclareNotRequired: (_, random) => ({ reason: text(random) }),
	DeclareOutOfScope: (_, random) => ({ reason: text(random), rightOrgan: text(random) }),
	RequestSupplement: (_, random, scene) => ({
		items: random
			.some([...codes(scene), 'form.name', ...(random.chance(10) ? ['unknown'] : [])], 50)
			.map((code) => ({ code, fault: 'missing', remedy: 'hand it in' })),
	}),
	Supplement: (state, random) => {
		const outstanding = state.supplement?.outstanding ?? [];
		return { codes: random.chance(60) ? outstanding : random.some([...outstanding, 'unknown'], 50) };
	},
	Accept: (state, random, scene) => acceptance(state, random, scene),
	SupplyOwed: (state, random) => {
		const owed = owedPapers(state).map(({ material }) => material);
		return { materials: random.chance(80) ? owed : random.some([...owed, 'form'], 50) };
	},
	Withdraw: () => ({ reason: 'changed plans' }),
	StartReview: () => ({}),
	AssignInspectors: (_, random) => ({ staff: staff(random) }),
	RecordSiteVisit: (_, random) => ({ staff: staff(random), findings: 'seen', passed: random.chance(85) }),
	StartSpecialProcedure: (state, random) => {
		const allowed = state.rules?.specialProcedures.map(({ kind }) => kind) ?? [];
		const kind = (random.chance(90) ? random.find(allowed) : undefined) ?? random.pick(SPECIAL_KINDS);
		return { kind, neededDays: random.pick([1, 2, 5, 10, 20, 0.5, 0]), reason: 'the law asks for it' };
	},
	EndSpecialProcedure: (state, random) => {
		const running = state.specials.filter(({ to }) => !to).map(({ kind }) => kind);
		return { kind: random.find(running) ?? random.pick(SPECIAL_KINDS), result: 'done' };
	},
	Extend: (_, random) => ({ reason: text(random) }),
	InformInterestedParties: () => ({ parties: ['neighbour'], interest: 'light' }),
	InformHearingRight: () => ({ parties: ['neighbour'] }),
	RequestHearing: () => ({ party: 'neighbour' }),
	AnnounceHearing: (_, random) => ({ basis: text(random) }),
	NotifyHearing: (_, random, { today }) => ({
		date: addDays(today, random.pick([3, 7, 10, 12, 16, 25])),
		place: 'Room 1',
		chair: random.pick(CHAIRS),
	}),
	ReplaceHearingChair: (_, random) => ({ chair: random.pick(CHAIRS), reason: 'an interest of his own' }),
	HoldHearing: (_, random) => ({ record: text(random), signed: random.chance(90) }),
	Review: (_, random) => ({ opinion: random.pick(['GRANT', 'REFUSE'] as const), text: text(random) }),
	ReturnToReview: (_, random) => ({ reason: text(random) }),
	Grant: (state, random, { today }) => {
		const months = state.rules?.validityMonths ?? 12;
		const validTo = random.chance(30)
			? { validTo: addMonths(today, random.pick([months, months + 1, 1])) }
			: {};
		return { ...validTo, ...cited(state, random) };
	},
	Refuse: (state, random) => ({
		...reasoned(state, random),
		...(random.chance(70) ? { technicalStandard: 'GB 1' } : {}),
		...cited(state, random),
	}),
	Deliver: (_, random) => ({ method: random.pick(CHANNELS), recipient: 'applicant', proof: 'signature' }),
	CheckCommitment: (_, random) => ({ kept: random.chance(70), findings: 'seen' }),
	RequestRenewal: () => ({}),
	GrantRenewal: (state, random, { today }) => ({
		validTo: addMonths(
			state.licence?.validTo ?? today,
			random.pick([1, state.rules?.validityMonths ?? 12, 999]),
		),
	}),
	RefuseRenewal: reasoned,
	RequestChange: () => ({ what: 'name of the shop' }),
	GrantChange: () => ({}),
	RefuseChange: reasoned,
	Revoke: (_, random) => ({
		ground: random.pick(REVOCATION_GROUNDS),
		reasons: text(random),
		publicHarm: random.chance(20),
	}),
	WithdrawLicence: (state, random) => ({ ...reasoned(state, random), compensation: 'none' }),
	RevokeAsPenalty: reasoned,
	Cancel: (_, random) => ({ ground: random.pick(CANCELLATION_GROUNDS) }),
	Tick: () => ({}),
};

function acceptance(state: CaseState, random: Random, { today }: Scene): Omit<CommandOf<'Accept'>, 'type'> {
	const missing = (state.rules?.materials ?? []).filter(({ code }) => !state.materials.includes(code));
	const tolerable = missing.filter(({ necessity }) => necessity === 'TOLERABLE').map(({ code }) => code);
	const promised = random.chance(5) ? ['form'] : tolerable;
	return {
		procedure: random.chance(state.rules?.soleApproval ? 40 : 4) ? 'SOLE' : 'THREE_STEP',
		tolerated: promised.map((material) => ({
			material,
			due: addDays(today, random.pick([1, 2, 5, 5, 0, 40])),
		})),
		promiseSigned: random.chance(90),
		commitmentSigned: random.chance(state.rules?.commitment && !state.rules.safetyRelated ? 50 : 4),
	};
}

/** A command of this type that fits the state, or nearly does. */
export function buildCommand(type: CommandType, state: CaseState, random: Random, scene: Scene): Command {
	const build = builders[type] as Builder<CommandType>;
	return { type, ...build(state, random, scene) } as Command;
}
