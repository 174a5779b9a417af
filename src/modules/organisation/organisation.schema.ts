import Type, { type Static } from 'typebox';
import { ROLES } from '../../law/index.ts';
import type { Language } from '../../platform/locales.ts';
import { toTraditional } from '../../platform/traditional.ts';

const strict = { additionalProperties: false } as const;
const words = () => Type.String({ minLength: 1 });
const code = () => Type.String({ pattern: '^[A-Z0-9]+(_[A-Z0-9]+)*$' });
const day = () => Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** Roles that the law does not know: work inside the bureau. 事项管理岗 keeps the catalogue of items. */
const BUREAU_ROLES = ['CATALOG_KEEPER'] as const;

/** Roles that a post of the bureau can carry: those of the law without the applicant and the machine, and its own. */
export const STAFF_ROLES = [
	...ROLES.filter((role) => role !== 'APPLICANT' && role !== 'SYSTEM'),
	...BUREAU_ROLES,
];

/** The same words in each language; `zh-TW` falls back to `zh-CN`. */
export const Words = Type.Object({ 'zh-CN': words(), en: words(), 'zh-TW': Type.Optional(words()) }, strict);
export type Words = Static<typeof Words>;

/** A fact about the bureau. `confirmed: false`: no source says so yet, and screens say that too. */
const Declared = Type.Object({ text: Words, confirmed: Type.Boolean() }, strict);

export const Bureau = Type.Object(
	{
		name: Words,
		creditCode: Type.String({ minLength: 18, maxLength: 18 }),
		address: Declared,
		hours: Declared,
		hotline: Type.Object({ number: words(), confirmed: Type.Boolean() }, strict),
		/** 行政复议机关: who reviews the bureau's decisions. */
		reviewOrgan: Words,
		/** 有管辖权的人民法院. */
		court: Words,
	},
	strict,
);
export type Bureau = Static<typeof Bureau>;

const Department = Type.Object({ code: code(), name: Words }, strict);
const Window = Type.Object({ code: code(), department: code(), name: Words }, strict);
const Post = Type.Object(
	{ code: code(), department: code(), role: Type.Enum(STAFF_ROLES), name: Words },
	strict,
);

const Assignment = Type.Object(
	{
		post: code(),
		window: Type.Optional(code()),
		/** First and last day on which the post gives its role. */
		from: day(),
		to: Type.Optional(day()),
		/** For a sole approver (独任审批师): the items on the list. */
		soleItems: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' }))),
	},
	strict,
);

const Person = Type.Object(
	{
		id: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' }),
		username: Type.String({ pattern: '^[a-z0-9_.]{3,30}$' }),
		name: words(),
		assignments: Type.Array(Assignment, { minItems: 1 }),
	},
	strict,
);

/** The bureau as data: `data/organisation/*.yaml`. */
export const OrganisationFile = Type.Object(
	{
		/** GB/T 2260. */
		jurisdiction: Type.String({ pattern: '^\\d{6}$' }),
		bureau: Bureau,
		departments: Type.Array(Department, { minItems: 1 }),
		windows: Type.Array(Window),
		posts: Type.Array(Post, { minItems: 1 }),
		people: Type.Array(Person, { minItems: 1 }),
	},
	strict,
);
export type OrganisationFile = Static<typeof OrganisationFile>;

export const PROFILE_KINDS = ['CITIZEN', 'COMPANY'] as const;

/** Applicants of the demo: `data/organisation/demo/*.yaml`. */
export const ApplicantsFile = Type.Object(
	{
		applicants: Type.Array(
			Type.Object(
				{
					username: Type.String({ pattern: '^[a-z0-9_.]{3,30}$' }),
					/** As the account is called: the person, or the company. */
					name: words(),
					note: Words,
					kind: Type.Enum(PROFILE_KINDS),
					/** Who acts: the citizen, or the person who handles it for the company (经办人). */
					person: Type.Object({ name: words(), idNumber: words(), phone: words() }, strict),
					company: Type.Optional(Type.Object({ name: words(), creditCode: words() }, strict)),
				},
				strict,
			),
		),
	},
	strict,
);
export type DemoApplicant = Static<typeof ApplicantsFile>['applicants'][number];

/** The words in a language; traditional Chinese is derived where the file has none. */
export function wordsIn(text: Words, language: Language): string {
	return text[language] ?? toTraditional(text['zh-CN']);
}
