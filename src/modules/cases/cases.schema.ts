import Type, { type Static, type TSchema } from 'typebox';
import {
	type CaseState,
	CHANNELS,
	CLOCKS,
	DAY_UNITS,
	LIGHTS,
	NECESSITIES,
	NOTICES,
	PROCEDURES,
	STAGES,
} from '../../law/index.ts';
import { Signpost } from '../../platform/http/signpost.schema.ts';
import { Answers } from '../catalog/index.ts';
import { CASE_COMMANDS, CaseCommand } from './command.schema.ts';
import { Judgement } from './judgement.schema.ts';

const Id = Type.String({ format: 'uuid' });
const Day = Type.String({ format: 'date' });
const FreeObject = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true });
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
/** As far as the column reaches that it is compared with. */
const ExpectedVersion = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

/** A paper in electronic form, in a draft or a case. */
export const FileMeta = Type.Object({
	id: Id,
	/** Code of the material that it is handed in as. */
	material: Type.String(),
	name: Type.String(),
	size: Type.Integer(),
	mediaType: Type.String(),
	/** SM3 of the content, hexadecimal. */
	digest: Type.String(),
	uploadedAt: Type.String(),
});
export type FileMeta = Static<typeof FileMeta>;

/** The person at the window for whom a clerk fills in (Art. 29 ¶2). */
export const OnBehalfOf = Type.Object(
	{ name: text(100), idNumber: text(18), phone: text(30) },
	{ additionalProperties: false },
);
export type OnBehalfOf = Static<typeof OnBehalfOf>;

/** Something to know about a draft beside what is written in it, with the ways on. */
const Remark = Type.Object({
	code: Type.Enum(['NEW_VERSION', 'ITEM_CANCELLED']),
	text: Type.String(),
	signposts: Type.Array(Signpost),
});

/** An application that is being written. */
export const Draft = Type.Object({
	id: Id,
	itemCode: Type.String(),
	/** The version that was in effect when it was begun; it stays. */
	itemVersion: Type.Integer(),
	/** Answers to the item's questions, also to those that are not asked any more. */
	answers: Type.Unsafe<Answers>(FreeObject),
	form: FreeObject,
	files: Type.Array(FileMeta),
	onBehalfOf: orNull(OnBehalfOf),
	updatedAt: Type.String(),
	version: Type.Integer(),
	remarks: Type.Array(Remark),
});
export type Draft = Static<typeof Draft>;

export const NewDraft = Type.Object(
	{ itemCode: text(100), answers: Type.Optional(Answers), onBehalfOf: Type.Optional(OnBehalfOf) },
	{ additionalProperties: false },
);
export type NewDraft = Static<typeof NewDraft>;
export const DraftChange = Type.Object(
	{
		form: FreeObject,
		/** They fill in their fields. Left out: they stay as they are. */
		answers: Type.Optional(Answers),
		expectedVersion: ExpectedVersion,
		onBehalfOf: Type.Optional(OnBehalfOf),
	},
	{ additionalProperties: false },
);
export type DraftChange = Static<typeof DraftChange>;

/** Submitting a draft: `all the same` although papers are missing, which the bureau then names in its one notice. */
export const SubmitBody = Type.Object(
	{ channel: Type.Optional(Type.Enum(CHANNELS)), allTheSame: Type.Optional(Type.Boolean()) },
	{ additionalProperties: false },
);
export type SubmitBody = Static<typeof SubmitBody>;

/** One thing that stands between a draft and acceptance. */
const PrecheckFault = Type.Object({
	/** JSON pointer into the form, `material:<code>`, `answer:<question>`, `situation:<n>` (the n-th warning) or `item`. */
	path: Type.String(),
	code: Type.String(),
	text: Type.String(),
	/** Warnings do not stop the application. */
	severity: Type.Enum(['error', 'warning']),
	signposts: Type.Array(Signpost),
});
export const Precheck = Type.Object({
	ok: Type.Boolean(),
	/** Whether it can be handed in all the same: a wrong form cannot, a missing paper or another item's situation can. */
	mayHandIn: Type.Boolean(),
	faults: Type.Array(PrecheckFault),
});
export type Precheck = Static<typeof Precheck>;

/** For whom a case waits. */
export const WAITING_FOR = ['APPLICANT', 'BUREAU', 'NOBODY'] as const;
export type WaitingFor = (typeof WAITING_FOR)[number];

const summary = {
	id: Id,
	number: Type.String(),
	itemCode: Type.String(),
	itemName: Type.String(),
	/** Masked, but for the applicant's own cases. */
	applicantName: Type.String(),
	stage: Type.Enum(STAGES),
	procedure: orNull(Type.Enum(PROCEDURES)),
	submittedOn: Day,
	/** Last day of the clock that ends first; null when none runs or its end cannot be known. */
	dueOn: orNull(Day),
	/** Days left on that clock, today included. */
	left: orNull(Type.Integer()),
	light: Type.Enum(LIGHTS),
	waitingFor: Type.Enum(WAITING_FOR),
	version: Type.Integer(),
};
export const CaseSummary = Type.Object(summary);
export type CaseSummary = Static<typeof CaseSummary>;

/** What a figure counts, as conditions of a list: `OPENS` in counting.rules.ts says which belong to which. */
const countedBy = {
	/** First and last day of the decision. */
	decidedFrom: Type.Optional(Day),
	decidedTo: Type.Optional(Day),
	visits: Type.Optional(Type.Enum(['NONE', 'ONE', 'MORE'])),
	online: Type.Optional(Type.Boolean()),
	/** A supplement notice was given. */
	noticed: Type.Optional(Type.Boolean()),
	/** Limits and real time are known. */
	timed: Type.Optional(Type.Boolean()),
	/** Decided as promised, later than promised, later than the statute allows. */
	late: Type.Optional(Type.Enum(['NO', 'PROMISE', 'LIMIT'])),
};
const CASE_SCOPES = ['mine', 'todo', 'all'] as const;
export const CaseQuery = Type.Object(
	{
		scope: Type.Optional(Type.Enum(CASE_SCOPES)),
		stage: Type.Optional(Type.Enum(STAGES)),
		light: Type.Optional(Type.Enum(LIGHTS)),
		item: Type.Optional(text(100)),
		q: Type.Optional(Type.String({ maxLength: 100 })),
		...countedBy,
		cursor: Type.Optional(Type.String({ maxLength: 200 })),
		limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
	},
	{ additionalProperties: false },
);
export type CaseQuery = Static<typeof CaseQuery>;

export const CaseList = Type.Object({
	cases: Type.Array(CaseSummary),
	next: orNull(Type.String()),
	total: Type.Integer(),
	counts: Type.Object(Object.fromEntries(LIGHTS.map((light) => [light, Type.Integer()]))),
});
export type CaseList = Static<typeof CaseList>;

export const ClockViewSchema = Type.Object({
	id: Type.Enum(CLOCKS),
	name: Type.String(),
	start: Day,
	due: orNull(Day),
	missingYear: orNull(Type.Integer()),
	budget: Type.Integer(),
	unit: Type.Enum(DAY_UNITS),
	used: orNull(Type.Integer()),
	left: orNull(Type.Integer()),
	state: Type.Enum(['RUNNING', 'STOPPED', 'DONE', 'OVERDUE', 'UNKNOWN']),
	light: Type.Enum(LIGHTS),
	doneOn: orNull(Day),
	late: Type.Boolean(),
});

/** What has happened, in order. `params` are the event's own values. */
export const TimelineEntry = Type.Object({
	version: Type.Integer(),
	at: Type.String(),
	on: Day,
	type: Type.String(),
	title: Type.String(),
	actor: Type.Object({ id: Type.String(), name: Type.String(), role: Type.String() }),
	params: FreeObject,
});
export type TimelineEntry = Static<typeof TimelineEntry>;

export const CaseDocument = Type.Object({
	id: Type.String(),
	notice: Type.Enum(NOTICES),
	number: Type.String(),
	issuedOn: Day,
	title: Type.String(),
	href: Type.String(),
});
export type CaseDocument = Static<typeof CaseDocument>;

/** What this person may ask of the case now, and why not what they may not. */
export const Action = Type.Object({
	command: Type.Enum(CASE_COMMANDS),
	allowed: Type.Boolean(),
	refusal: orNull(
		Type.Object({
			code: Type.String(),
			text: Type.String(),
			article: Type.String(),
			signposts: Type.Array(Signpost),
		}),
	),
});

const CaseItem = Type.Object({
	code: Type.String(),
	version: Type.Integer(),
	name: Type.String(),
	resultName: Type.String(),
	materials: Type.Array(
		Type.Object({
			code: Type.String(),
			name: Type.String(),
			necessity: Type.Enum(NECESSITIES),
			why: Type.String(),
			acceptStandard: Type.String(),
			toleranceDays: orNull(Type.Integer()),
			commitment: orNull(Type.String()),
		}),
	),
	/** JSON Schema and display hints in the reader's language. */
	form: Type.Object({ schema: FreeObject, uiSchema: FreeObject }),
});

export const CaseView = Type.Object({
	...summary,
	item: CaseItem,
	/** Whether this reader sees personal data and papers; otherwise the form is masked and no papers are listed. */
	personal: Type.Boolean(),
	/** What the applicant answered before the form, in the reader's language. */
	situation: Type.Array(Type.Object({ code: Type.String(), question: Type.String(), answer: Type.String() })),
	form: FreeObject,
	onBehalfOf: orNull(OnBehalfOf),
	files: Type.Array(FileMeta),
	/** Papers that are uploaded and not handed in yet. */
	pending: Type.Array(FileMeta),
	/** What the supplement notice asks for, while it is open. */
	supplement: Type.Array(
		Type.Object({ code: Type.String(), fault: Type.String(), remedy: Type.String(), done: Type.Boolean() }),
	),
	/** What was found of each paper and field before that notice; for the bureau only. */
	judgement: Type.Array(Judgement),
	law: Type.Unsafe<CaseState>({ type: 'object', additionalProperties: true }),
	clocks: Type.Array(ClockViewSchema),
	timeline: Type.Array(TimelineEntry),
	documents: Type.Array(CaseDocument),
	actions: Type.Array(Action),
	/** Days on which the applicant had to come. */
	visits: Type.Integer(),
});
export type CaseView = Static<typeof CaseView>;

export const CommandBody = Type.Object(
	{
		expectedVersion: ExpectedVersion,
		command: CaseCommand,
		/** Corrected form fields that come with `Supplement`. */
		form: Type.Optional(FreeObject),
	},
	{ additionalProperties: false },
);
export type CommandBody = Static<typeof CommandBody>;

/** An event as it lies in the log, for the audit. */
export const AuditEvent = Type.Object({
	version: Type.Integer(),
	type: Type.String(),
	at: Type.String(),
	actor: Type.String(),
	data: FreeObject,
	previousHash: Type.String(),
	hash: Type.String(),
	recordedAt: Type.String(),
});
