import Type, { type Static, type TSchema } from 'typebox';
import { Item, type ItemFile, THEMES } from '../catalog.schema.ts';
import type { Situation } from '../situations/situation.ts';
import { Answers } from '../situations/situations.schema.ts';
import { CODE, Text } from '../text.schema.ts';

/** Characters of a source: five times the longest item that there is, and still read in a moment. */
export const YAML_LENGTH = 60_000;

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const code = () => Type.String({ pattern: CODE, maxLength: 100 });
const words = (maxLength = 2000) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });

/** An item as its file has it, maybe with faults while somebody is writing it. */
const AnySource = Type.Unsafe<ItemFile>({ type: 'object', additionalProperties: true });
const SourceOrNull = Type.Unsafe<ItemFile | null>({});
const ItemOrNull = Type.Unsafe<Item | null>({});

const Who = Type.Object({ id: Type.String(), name: Type.String() });

const CHANGE_STATES = ['DRAFT', 'PROPOSED', 'PUBLISHED', 'DISCARDED'] as const;
export const ORIGINS = ['FILE', 'DESK'] as const;
/** What can happen to a change and to the version that it becomes; the words of its record. */
const CHANGE_ACTS = [
	'STARTED',
	'PROPOSED',
	'PROPOSAL_WITHDRAWN',
	'RETURNED',
	'PUBLISHED',
	'DISCARDED',
	'VERSION_WITHDRAWN',
] as const;

/** Who did what and when; never changed afterwards. `note`: of the proposal, or why it was returned. */
const Entry = Type.Object({
	at: Type.String(),
	act: Type.Enum(CHANGE_ACTS),
	by: Who,
	note: nullable(Type.String()),
	/** The version of the item, once it has one. */
	version: nullable(Type.Integer()),
});
export type Entry = Static<typeof Entry>;

/** One thing that is wrong in a source. Line and column are of its YAML. */
export const SourceFault = Type.Object({
	path: Type.String(),
	line: Type.Optional(Type.Integer()),
	column: Type.Optional(Type.Integer()),
	code: Type.String(),
	problem: Type.String(),
	remedy: Type.String(),
});
export type SourceFault = Static<typeof SourceFault>;

/** An item being changed. `source` is null while the YAML cannot be read. */
export const Change = Type.Object({
	id: Type.String({ format: 'uuid' }),
	code: Type.String(),
	/** The version that it has, or would have if it were published now. */
	version: Type.Integer(),
	state: Type.Enum(CHANGE_STATES),
	/** Hand it back as `expectedVersion`. */
	rowVersion: Type.Integer(),
	author: Who,
	note: nullable(Type.String()),
	returned: nullable(Type.Object({ by: Who, reason: Type.String(), at: Type.String() })),
	source: SourceOrNull,
	yaml: Type.String(),
	faults: Type.Array(SourceFault),
	record: Type.Array(Entry),
	updatedAt: Type.String(),
});
export type Change = Static<typeof Change>;

/** A line of the list of changes. */
export const ChangeSummary = Type.Object({
	id: Type.String({ format: 'uuid' }),
	code: Type.String(),
	name: nullable(Text),
	state: Type.Enum(CHANGE_STATES),
	author: Who,
	note: nullable(Type.String()),
	updatedAt: Type.String(),
});
export type ChangeSummary = Static<typeof ChangeSummary>;

/** A line of the desk's list of items. An item that is only a change so far has no version. */
export const DeskItem = Type.Object({
	code: Type.String(),
	name: nullable(Text),
	theme: nullable(Type.Enum(THEMES)),
	/** In effect today. */
	version: nullable(Type.Integer()),
	effectiveFrom: nullable(Type.String()),
	upcoming: nullable(Type.Object({ version: Type.Integer(), effectiveFrom: Type.String() })),
	/** The newest open change. */
	change: nullable(Type.Object({ id: Type.String(), state: Type.Enum(CHANGE_STATES), author: Who })),
	/** Values that the bureau has yet to confirm. */
	confirm: Type.Integer(),
	/** Cases and drafts, of all versions. */
	uses: Type.Integer(),
});
export type DeskItem = Static<typeof DeskItem>;
export const DeskItems = Type.Object({ items: Type.Array(DeskItem), total: Type.Integer() });

/** A version of an item and how it came to be. */
export const VersionLine = Type.Object({
	version: Type.Integer(),
	effectiveFrom: Type.String(),
	cancelledFrom: nullable(Type.String()),
	origin: Type.Enum(ORIGINS),
	publishedAt: nullable(Type.String()),
	author: nullable(Who),
	approver: nullable(Who),
	withdrawn: nullable(Type.Object({ at: Type.String(), by: Who })),
	uses: Type.Integer(),
	canWithdraw: Type.Boolean(),
});
export type VersionLine = Static<typeof VersionLine>;

export const ItemHistory = Type.Object({
	code: Type.String(),
	name: nullable(Text),
	/** Newest first. */
	versions: Type.Array(VersionLine),
	change: nullable(Change),
	/** Everything that was done to the item, newest first. */
	record: Type.Array(Entry),
});
export type ItemHistory = Static<typeof ItemHistory>;

export const VersionSource = Type.Object({ source: AnySource, yaml: Type.String(), item: Item });
export type VersionSource = Static<typeof VersionSource>;

const DIFFERENCE_KINDS = ['ADDED', 'REMOVED', 'CHANGED'] as const;
/** One difference. Members of lists are named by their code: `materials[floor-plan].copies`. */
export const Difference = Type.Object({
	path: Type.String(),
	kind: Type.Enum(DIFFERENCE_KINDS),
	before: Type.Optional(Type.Unknown()),
	after: Type.Optional(Type.Unknown()),
});
export type Difference = Static<typeof Difference>;
export const Comparison = Type.Object({ differences: Type.Array(Difference) });
/** `to` is a version, or `change`: the open change of the item. */
export const CompareQuery = Type.Object({
	from: Type.Integer({ minimum: 1 }),
	to: Type.String({ pattern: '^([1-9][0-9]{0,8}|change)$' }),
});

/** A source in either form; exactly one of them. */
export const SourceBody = Type.Object(
	{
		source: Type.Optional(AnySource),
		yaml: Type.Optional(Type.String({ maxLength: YAML_LENGTH })),
	},
	{ minProperties: 1, maxProperties: 1 },
);
export type SourceBody = Static<typeof SourceBody>;
export const Checked = Type.Object({
	faults: Type.Array(SourceFault),
	source: SourceOrNull,
	yaml: Type.String(),
	/** With its parts put in; null while there are faults. */
	item: ItemOrNull,
});
export type Checked = Static<typeof Checked>;

export const PreviewBody = Type.Object({ source: AnySource, answers: Answers });
/** What an applicant with these answers gets; null while the source has faults. */
export const Preview = Type.Object({ situation: Type.Unsafe<Situation | null>({}) });
export type Preview = Static<typeof Preview>;

const Named = Type.Array(Type.Object({ name: Type.String(), title: Text }));
export const PartNames = Type.Object({
	statutes: Named,
	materials: Named,
	forms: Named,
	windows: Named,
	blanks: Named,
});
export type PartNames = Static<typeof PartNames>;

export const NewChange = Type.Object({
	code: code(),
	/** The version to begin with; the newest where it is left out. */
	from: Type.Optional(Type.Integer({ minimum: 1 })),
});
export const Changes = Type.Object({ changes: Type.Array(ChangeSummary) });
/** Autosave: one form of the source, and the row version that was read. */
export const ChangeBody = Type.Object(
	{ expectedVersion: Type.Integer({ minimum: 1 }), ...SourceBody.properties },
	{ minProperties: 2, maxProperties: 2 },
);
/** Acts on a change may say which row they were decided on; then a newer one refuses. */
const expectedVersion = Type.Optional(Type.Integer({ minimum: 1 }));
export const ProposeBody = Type.Object({ note: words(), expectedVersion });
export const ReturnBody = Type.Object({ reason: words(), expectedVersion });
export const ActBody = Type.Object({ expectedVersion });
/** Who approves says what was read: otherwise the author could put something else in its place meanwhile. */
export const PublishBody = Type.Object({ expectedVersion: Type.Integer({ minimum: 1 }) });

export const CodeParams = Type.Object({ code: code() });
export const VersionParams = Type.Object({
	code: code(),
	version: Type.Integer({ minimum: 1, maximum: 2_000_000_000 }),
});
export const ChangeParams = Type.Object({ id: Type.String({ format: 'uuid' }) });
