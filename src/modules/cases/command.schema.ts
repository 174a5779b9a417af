import Type, { type TProperties } from 'typebox';
import {
	CANCELLATION_GROUNDS,
	CHANNELS,
	type Command,
	type CommandType,
	PROCEDURES,
	REVOCATION_GROUNDS,
	SPECIAL_KINDS,
} from '../../law/index.ts';
import { Judgement } from './judgement.schema.ts';

const strict = { additionalProperties: false } as const;
const text = () => Type.String({ maxLength: 4000 });
const needed = () => Type.String({ minLength: 1, maxLength: 4000 });
const id = () => Type.String({ minLength: 1, maxLength: 100 });
const ids = (minItems = 1) => Type.Array(id(), { minItems, maxItems: 100 });
const date = () => Type.String({ format: 'date' });
const refusing = { reasons: needed(), basis: needed() };

/** The parts of each command, as a client sends them. `Submit` has a route of its own, `Tick` none. */
const parts = {
	CorrectOnSpot: { corrections: Type.Array(needed(), { minItems: 1, maxItems: 100 }) },
	DeclareNotRequired: { reason: needed() },
	DeclareOutOfScope: { reason: needed(), rightOrgan: needed() },
	RequestSupplement: { judgement: Type.Array(Judgement, { minItems: 1, maxItems: 500 }) },
	Supplement: { codes: ids() },
	Accept: {
		procedure: Type.Enum(PROCEDURES),
		tolerated: Type.Optional(
			Type.Array(Type.Object({ material: id(), due: date() }, strict), { maxItems: 100 }),
		),
		promiseSigned: Type.Optional(Type.Boolean()),
		commitmentSigned: Type.Optional(Type.Boolean()),
	},
	SupplyOwed: { materials: ids() },
	Withdraw: { reason: text() },
	StartReview: {},
	AssignInspectors: { staff: ids() },
	RecordSiteVisit: { staff: ids(), findings: needed(), passed: Type.Boolean() },
	StartSpecialProcedure: {
		kind: Type.Enum(SPECIAL_KINDS),
		neededDays: Type.Integer({ minimum: 1, maximum: 366 }),
		reason: needed(),
	},
	EndSpecialProcedure: { kind: Type.Enum(SPECIAL_KINDS), result: needed() },
	Extend: { reason: needed() },
	InformInterestedParties: { parties: ids(), interest: needed() },
	InformHearingRight: { parties: ids() },
	RequestHearing: { party: id() },
	AnnounceHearing: { basis: needed() },
	NotifyHearing: { date: date(), place: needed(), chair: id() },
	ReplaceHearingChair: { chair: id(), reason: needed() },
	HoldHearing: { record: needed(), signed: Type.Boolean() },
	Review: { opinion: Type.Enum(['GRANT', 'REFUSE']), text: needed() },
	ReturnToReview: { reason: needed() },
	Grant: { validTo: Type.Optional(date()), onHearingRecord: Type.Optional(text()) },
	Refuse: { ...refusing, technicalStandard: Type.Optional(text()), onHearingRecord: Type.Optional(text()) },
	Deliver: { method: Type.Enum(CHANNELS), recipient: needed(), proof: needed() },
	CheckCommitment: { kept: Type.Boolean(), findings: needed(), rectifyBy: Type.Optional(date()) },
	RequestRenewal: {},
	GrantRenewal: { validTo: date() },
	RefuseRenewal: refusing,
	RequestChange: { what: needed() },
	GrantChange: {},
	RefuseChange: refusing,
	Revoke: { ground: Type.Enum(REVOCATION_GROUNDS), reasons: needed(), publicHarm: Type.Boolean() },
	WithdrawLicence: { ...refusing, compensation: text() },
	RevokeAsPenalty: refusing,
	Cancel: { ground: Type.Enum(CANCELLATION_GROUNDS) },
} satisfies Record<Exclude<CommandType, 'Submit' | 'Tick'>, TProperties>;

/** Before a notice everything is judged; of that, the law looks only at what is faulty. */
interface JudgeAll {
	type: 'RequestSupplement';
	judgement: Judgement[];
}

/** Commands that may be given to a case over HTTP. */
export type CaseCommand = Exclude<Command, { type: 'Submit' | 'Tick' | 'RequestSupplement' }> | JudgeAll;
export const CASE_COMMANDS = Object.keys(parts) as CaseCommand['type'][];

/** One command; `type` says which, and faults are told for that one only. */
export const CaseCommand = Type.Unsafe<CaseCommand>({
	type: 'object',
	discriminator: { propertyName: 'type' },
	required: ['type'],
	oneOf: Object.entries(parts).map(([type, properties]) =>
		Type.Object({ type: Type.Literal(type), ...properties }, { ...strict, title: type }),
	),
});
