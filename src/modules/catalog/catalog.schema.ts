import Type, { type Static } from 'typebox';
import { DAY_UNITS, LIMIT_BASES, SPECIAL_KINDS } from '../../law/index.ts';
import { Basis, BasisRef, Material, MaterialEntry } from './material.schema.ts';
import { Feel, Question, Warning } from './situations/situations.schema.ts';
import { CODE, strict, Text } from './text.schema.ts';

export { Text } from './text.schema.ts';

const words = () => Type.String({ minLength: 1 });

/** 服务主题: the doors of the portal. */
export const THEMES = [
	'BUSINESS',
	'FOOD',
	'HEALTH',
	'CULTURE',
	'EDUCATION',
	'WORK',
	'CONSTRUCTION',
	'CITY',
	'ENVIRONMENT',
	'TRANSPORT',
	'SAFETY',
	'AGRICULTURE',
	'SOCIETY',
] as const;

const Limit = Type.Object(
	{
		basis: Type.Enum(LIMIT_BASES),
		days: Type.Integer({ minimum: 1, maximum: 365 }),
		unit: Type.Enum(DAY_UNITS),
		extension: Type.Optional(
			Type.Object(
				{
					days: Type.Integer({ minimum: 1, maximum: 60 }),
					by: Type.Enum(['ORGAN_HEAD', 'GOVERNMENT_HEAD']),
				},
				strict,
			),
		),
	},
	strict,
);
const promiseDays = Type.Integer({ minimum: 0, maximum: 90 });

/** Limits of a situation that has others than the item as a whole. */
const SituationLimit = Type.Object({ when: Feel, limit: Type.Optional(Limit), promiseDays }, strict);

/** Mirrors `ItemRules` of the law, less what the item says elsewhere. */
const Rules = Type.Object(
	{
		limit: Limit,
		promiseDays,
		onTheSpot: Type.Boolean(),
		soleApproval: Type.Boolean(),
		commitment: Type.Boolean(),
		specialProcedures: Type.Array(
			Type.Object({ kind: Type.Enum(SPECIAL_KINDS), basis: Type.String() }, strict),
		),
		hearing: Type.Enum(['MANDATORY', 'ON_REQUEST', 'NONE']),
		siteVisit: Type.Boolean(),
		technicalInspection: Type.Boolean(),
		safetyRelated: Type.Boolean(),
		validityMonths: Type.Unsafe<number | null>({ type: ['integer', 'null'], minimum: 1 }),
		renewal: Type.Optional(
			Type.Object(
				{
					latestDays: Type.Integer({ minimum: 0 }),
					earliestDays: Type.Optional(Type.Integer({ minimum: 1 })),
					unit: Type.Enum(DAY_UNITS),
				},
				strict,
			),
		),
	},
	strict,
);

/** Any JSON object. */
export const FreeObject = Type.Unsafe<Record<string, unknown>>({
	type: 'object',
	additionalProperties: true,
});

/** The application form: JSON Schema whose titles are `Text`, and display hints. See form/form.ts. */
export const FormDefinition = Type.Object(
	{
		schema: FreeObject,
		ui: FreeObject,
		/** Fields asked for only in a situation: way to the field → condition. */
		when: Type.Optional(Type.Record(Type.String(), Feel)),
	},
	strict,
);
export type FormDefinition = Static<typeof FormDefinition>;

/** Where people come, call and complain. */
export const Window = Type.Object(
	{
		id: Type.String({ pattern: CODE }),
		name: Text,
		address: Text,
		hours: Text,
		hotline: words(),
		complaint: words(),
	},
	strict,
);
export type Window = Static<typeof Window>;

/** 结果类型: a licence, an approval, a registration, a filing (备案) that is taken note of, or a confirmation (确认). */
const RESULT_KINDS = ['LICENCE', 'APPROVAL', 'REGISTRATION', 'FILING', 'CONFIRMATION'] as const;

const fee = {
	name: Text,
	standard: Text,
	/** Whether and how it can be reduced. */
	reduction: Type.Optional(Text),
};
const nullableCode = (pattern: string) => Type.Unsafe<string | null>({ type: ['string', 'null'], pattern });

const commonFields = {
	code: Type.String({ pattern: CODE }),
	version: Type.Integer({ minimum: 1 }),
	effectiveFrom: Type.String({ format: 'date' }),
	/** GB/T 39046 names. Official codes are null until the bureau enters its own; `local_task_code` is ours. */
	standard: Type.Object(
		{
			catalog_code: nullableCode('^[0-9A-Z]{10,12}$'),
			task_code: nullableCode('^[0-9A-HJ-NPQRTUWXY]{18}[1-7][0-9A-Z]{12}(\\d{2})?$'),
			local_task_code: Type.String({ pattern: '^LOCAL-[0-9A-Z-]+$' }),
			/** 事项类型; 01 is 行政许可. */
			task_type: Type.Enum(['01', '07', '10', '20']),
			/** 行使层级; 4 is the district. */
			use_level: Type.Enum(['1', '2', '3', '4', '5', '6', '7']),
			/** 服务对象. */
			server_type: Type.Array(Type.Enum(['1', '2', '3', '4', '5', '6']), { minItems: 1 }),
			/** 办理形式. */
			handle_type: Type.Array(Type.Enum(['1', '2', '3', '4', '9']), { minItems: 1 }),
			/** 到办事现场次数. */
			limit_scene_num: Type.Integer({ minimum: 0, maximum: 1 }),
			/** 实施主体性质: 1 statutory organ, 2 authorised organisation, 3 entrusted organisation. */
			dept_type: Type.Optional(Type.Enum(['1', '2', '3', '9'])),
			/** 通办范围, after one vendor's dictionary: 1 country, 2 province, 3 city, 4 county, 5 town, 6 across villages. */
			service_scope: Type.Optional(Type.Enum(['1', '2', '3', '4', '5', '6'])),
		},
		strict,
	),
	/** The first day on which the item is no longer offered (plan_cancel_date). */
	cancelledFrom: Type.Optional(Type.String({ format: 'date' })),
	/** 权限划分、行使内容: which part of the power is this bureau's. */
	authority: Type.Optional(Text),
	/** 审查标准: what reviewers look at. */
	reviewStandards: Type.Optional(Type.Array(Text)),
	/** 数量限制. */
	quantityLimit: Type.Optional(Text),
	/** 联办机构. */
	jointOrgans: Type.Optional(Type.Array(Text)),
	/** 中介服务: services of others that some law requires. */
	intermediaries: Type.Optional(Type.Array(Type.Object({ name: Text, basis: Text }, strict))),
	/** 预约办理、网上支付、物流快递. */
	services: Type.Optional(
		Type.Object({ booking: Type.Boolean(), onlinePayment: Type.Boolean(), delivery: Type.Boolean() }, strict),
	),
	name: Text,
	summary: Text,
	/** What people say when they mean this item. */
	aliases: Type.Object({ 'zh-CN': Type.Array(words()), en: Type.Array(words()) }, strict),
	theme: Type.Enum(THEMES),
	/** Which organ the decision belongs to, and how it sits in the hall (进驻方式). */
	organ: Type.Object({ name: Text, presence: Type.Enum(['TRANSFERRED', 'STATIONED', 'ENTRUSTED']) }, strict),
	conditions: Type.Array(Text, { minItems: 1 }),
	rules: Rules,
	result: Type.Object({ name: Text, kind: Type.Enum(RESULT_KINDS), note: Type.Optional(Text) }, strict),
	faq: Type.Array(Type.Object({ question: Text, answer: Text }, strict), { minItems: 1 }),
	/** Values that the bureau must confirm before relying on them, by their way in this file. */
	confirm: Type.Array(Type.Object({ field: words(), note: Text }, strict)),
};

/** An item in `data/catalog/<code>.yaml`. */
export const ItemFile = Type.Object(
	{
		...commonFields,
		legalBasis: Type.Array(BasisRef, { minItems: 1 }),
		materials: Type.Array(MaterialEntry, { minItems: 1, maxItems: 100 }),
		form: Type.Object(
			{
				parts: Type.Array(Type.String({ pattern: CODE })),
				schema: FreeObject,
				ui: Type.Optional(FreeObject),
				when: FormDefinition.properties.when,
			},
			strict,
		),
		window: Type.String({ pattern: CODE }),
		fees: Type.Array(Type.Object({ ...fee, basis: Type.Optional(BasisRef) }, strict)),
		questions: Type.Optional(Type.Array(Question, { maxItems: 20 })),
		warnings: Type.Optional(Type.Array(Warning, { maxItems: 30 })),
		limits: Type.Optional(Type.Array(SituationLimit, { maxItems: 20 })),
	},
	strict,
);
export type ItemFile = Static<typeof ItemFile>;

/** An item with all its parts put in: what routes, screens and cases use. */
export const Item = Type.Object(
	{
		...commonFields,
		legalBasis: Type.Array(Basis),
		materials: Type.Array(Material),
		form: FormDefinition,
		window: Window,
		fees: Type.Array(Type.Object({ ...fee, basis: Basis }, strict)),
		/** 情形: what is asked before the form, and what the answers select. */
		questions: Type.Array(Question),
		warnings: Type.Array(Type.Object({ ...Warning.properties, condition: Text }, strict)),
		limits: Type.Array(Type.Object({ ...SituationLimit.properties, condition: Text }, strict)),
	},
	strict,
);
export type Item = Static<typeof Item>;

/** What a list of items shows. */
export const ItemSummary = Type.Object(
	{
		code: Type.String(),
		version: Type.Integer(),
		name: Text,
		summary: Text,
		theme: commonFields.theme,
		limit: Rules.properties.limit,
		promiseDays: Type.Integer(),
		onTheSpot: Type.Boolean(),
		soleApproval: Type.Boolean(),
		visits: Type.Integer(),
		materials: Type.Integer(),
		free: Type.Boolean(),
	},
	strict,
);
export type ItemSummary = Static<typeof ItemSummary>;
