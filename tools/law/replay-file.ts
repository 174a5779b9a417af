import { readFileSync } from 'node:fs';
import Type, { type Static, type TProperties } from 'typebox';
import {
	CANCELLATION_GROUNDS,
	CHANNELS,
	COMMAND_TYPES,
	type CommandType,
	DAY_UNITS,
	type ItemRules,
	LIMIT_BASES,
	NECESSITIES,
	PROCEDURES,
	parsePlainDate,
	plainDateAt,
	REVOCATION_GROUNDS,
	ROLES,
	SPECIAL_KINDS,
} from '../../src/law/index.ts';
import { LawOptionsFile } from '../../src/modules/calendar/index.ts';
import {
	type Definition,
	type Fault,
	readDefinition,
	schemaFaults,
} from '../../src/platform/definitions/index.ts';

const strict = { additionalProperties: false } as const;
const text = Type.String({ maxLength: 10_000 });
const texts = Type.Array(text, { maxItems: 1000 });
const date = Type.String({ format: 'date' });
const yes = Type.Boolean();
const refusing = { reasons: text, basis: text };

/**
 * The shape of each command and nothing more: an empty reason or a day that comes too early is for the law to
 * refuse, not for the reader of the file.
 */
const shapes: Record<CommandType, TProperties> = {
	Submit: { materials: texts, channel: Type.Enum(CHANNELS) },
	CorrectOnSpot: { corrections: texts },
	DeclareNotRequired: { reason: text },
	DeclareOutOfScope: { reason: text, rightOrgan: text },
	RequestSupplement: { items: Type.Array(Type.Object({ code: text, fault: text, remedy: text }, strict)) },
	Supplement: { codes: texts },
	Accept: {
		procedure: Type.Enum(PROCEDURES),
		tolerated: Type.Optional(Type.Array(Type.Object({ material: text, due: date }, strict))),
		promiseSigned: Type.Optional(yes),
		commitmentSigned: Type.Optional(yes),
	},
	SupplyOwed: { materials: texts },
	Withdraw: { reason: text },
	StartReview: {},
	AssignInspectors: { staff: texts },
	RecordSiteVisit: { staff: texts, findings: text, passed: yes },
	StartSpecialProcedure: { kind: Type.Enum(SPECIAL_KINDS), neededDays: Type.Number(), reason: text },
	EndSpecialProcedure: { kind: Type.Enum(SPECIAL_KINDS), result: text },
	Extend: { reason: text },
	InformInterestedParties: { parties: texts, interest: text },
	InformHearingRight: { parties: texts },
	RequestHearing: { party: text },
	AnnounceHearing: { basis: text },
	NotifyHearing: { date, place: text, chair: text },
	ReplaceHearingChair: { chair: text, reason: text },
	HoldHearing: { record: text, signed: yes },
	Review: { opinion: Type.Enum(['GRANT', 'REFUSE']), text },
	ReturnToReview: { reason: text },
	Grant: { validTo: Type.Optional(date), onHearingRecord: Type.Optional(text) },
	Refuse: { ...refusing, technicalStandard: Type.Optional(text), onHearingRecord: Type.Optional(text) },
	Deliver: { method: Type.Enum(CHANNELS), recipient: text, proof: text },
	CheckCommitment: { kept: yes, findings: text, rectifyBy: Type.Optional(date) },
	RequestRenewal: {},
	GrantRenewal: { validTo: date },
	RefuseRenewal: refusing,
	RequestChange: { what: text },
	GrantChange: {},
	RefuseChange: refusing,
	Revoke: { ground: Type.Enum(REVOCATION_GROUNDS), reasons: text, publicHarm: yes },
	WithdrawLicence: { ...refusing, compensation: text },
	RevokeAsPenalty: refusing,
	Cancel: { ground: Type.Enum(CANCELLATION_GROUNDS) },
	Tick: {},
};
const commands = Object.fromEntries(
	COMMAND_TYPES.map((type) => [type, Type.Object({ type: Type.Literal(type), ...shapes[type] }, strict)]),
);

const Actor = Type.Object(
	{ id: Type.String({ minLength: 1 }), roles: Type.Array(Type.Enum(ROLES)), soleItems: Type.Optional(texts) },
	strict,
);
const days = (minimum: number) => Type.Integer({ minimum, maximum: 3660 });
const by = Type.Enum(['ORGAN_HEAD', 'GOVERNMENT_HEAD']);

/** An item in the file itself: only what differs from an ordinary one must be said. */
const InlineItem = Type.Object(
	{
		code: Type.String({ minLength: 1 }),
		version: Type.Optional(days(1)),
		limit: Type.Object(
			{
				basis: Type.Enum(LIMIT_BASES),
				days: days(1),
				unit: Type.Optional(Type.Enum(DAY_UNITS)),
				extension: Type.Optional(Type.Object({ days: days(1), by }, strict)),
			},
			strict,
		),
		promiseDays: Type.Optional(days(0)),
		onTheSpot: Type.Optional(yes),
		soleApproval: Type.Optional(yes),
		commitment: Type.Optional(yes),
		specialProcedures: Type.Optional(
			Type.Array(Type.Object({ kind: Type.Enum(SPECIAL_KINDS), basis: text }, strict)),
		),
		hearing: Type.Optional(Type.Enum(['MANDATORY', 'ON_REQUEST', 'NONE'])),
		siteVisit: Type.Optional(yes),
		technicalInspection: Type.Optional(yes),
		safetyRelated: Type.Optional(yes),
		validityMonths: Type.Optional(Type.Unsafe<number | null>({ type: ['integer', 'null'], minimum: 1 })),
		renewal: Type.Optional(
			Type.Object(
				{ latestDays: days(0), earliestDays: Type.Optional(days(1)), unit: Type.Enum(DAY_UNITS) },
				strict,
			),
		),
		materials: Type.Optional(
			Type.Array(Type.Object({ code: text, necessity: Type.Enum(NECESSITIES) }, strict)),
		),
	},
	strict,
);
type InlineItem = Static<typeof InlineItem>;

const ReplayFile = Type.Object(
	{
		item: Type.Unsafe<string | InlineItem>({}),
		options: Type.Optional(Type.Partial(LawOptionsFile, strict)),
		bars: Type.Optional(
			Type.Object({ until: Type.Optional(date), noCommitment: Type.Optional(yes) }, strict),
		),
		until: Type.Optional(text),
		history: Type.Array(
			Type.Object(
				{
					at: text,
					actor: Type.Optional(Actor),
					command: Type.Unsafe<{ type: CommandType }>({ type: 'object' }),
				},
				strict,
			),
			{ maxItems: 100_000 },
		),
	},
	strict,
);
export type ReplayFile = Static<typeof ReplayFile>;

/** Reads a history; every fault with its line, column and path. */
export function readReplayFile(file: string): { definition?: Definition<ReplayFile>; faults: Fault[] } {
	const { definitions, faults } = readDefinition(file, readFileSync(file, 'utf8'), ReplayFile);
	const [definition] = definitions;
	if (!definition) return { faults };
	const more = [...itemFaults(definition), ...stepFaults(definition), ...untilFaults(definition)];
	return more.length > 0 ? { faults: more } : { definition, faults: [] };
}

function itemFaults({ value, fault }: Definition<ReplayFile>): Fault[] {
	if (typeof value.item === 'string') return [];
	return schemaFaults(InlineItem, value.item).map(({ path, code, params }) =>
		fault(['item', ...path], code, params),
	);
}

function stepFaults({ value, fault }: Definition<ReplayFile>): Fault[] {
	return value.history.flatMap(({ at, actor, command }, index) => {
		const path = ['history', index];
		const faults: Fault[] = [];
		if (instantOf(at) === undefined) faults.push(fault([...path, 'at'], 'NOT_AN_INSTANT', { found: at }));
		if (!actor && command.type !== 'Tick')
			faults.push(fault([...path, 'actor'], 'MISSING', { name: 'actor' }));
		const shape = Object.hasOwn(commands, command.type) ? commands[command.type] : undefined;
		if (!shape) {
			const found = String(command.type ?? '');
			faults.push(
				fault([...path, 'command', 'type'], 'UNKNOWN_COMMAND', { found, allowed: COMMAND_TYPES.join(', ') }),
			);
			return faults;
		}
		for (const each of schemaFaults(shape, command)) {
			faults.push(fault([...path, 'command', ...each.path], each.code, each.params));
		}
		return faults;
	});
}

function untilFaults({ value, fault }: Definition<ReplayFile>): Fault[] {
	if (value.until === undefined) return [];
	const until = instantOf(value.until);
	if (until === undefined) return [fault(['until'], 'NOT_AN_INSTANT', { found: value.until })];
	const last = Math.max(...value.history.map(({ at }) => Date.parse(instantOf(at) ?? '')));
	return Date.parse(until) < last ? [fault(['until'], 'UNTIL_TOO_EARLY', { found: value.until })] : [];
}

/** An instant as the law takes it; a plain date means nine in the morning in Shanghai. */
export function instantOf(text: string): string | undefined {
	if (parsePlainDate(text)) return `${text}T09:00:00+08:00`;
	// Date.parse would quietly read 30 February as 2 March.
	if (!/^\d{4}-\d{2}-\d{2}T/.test(text) || !parsePlainDate(text.slice(0, 10))) return undefined;
	try {
		plainDateAt(text);
		return text;
	} catch (error) {
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}

/** The rules of an item that stands in the file; what is left out is the ordinary case. */
export function rulesOfInline(item: InlineItem): ItemRules {
	const { limit, renewal, ...rest } = item;
	return {
		version: 1,
		promiseDays: limit.days,
		onTheSpot: false,
		soleApproval: false,
		commitment: false,
		specialProcedures: [],
		hearing: 'ON_REQUEST',
		siteVisit: false,
		technicalInspection: false,
		safetyRelated: false,
		validityMonths: null,
		materials: [],
		...rest,
		limit: { ...limit, unit: limit.unit ?? 'WD' },
		...(renewal ? { renewal } : {}),
	} as ItemRules;
}
