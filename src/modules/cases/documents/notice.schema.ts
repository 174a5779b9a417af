import Type, { type Static } from 'typebox';
import { NOTICES } from '../../../law/index.ts';

const strict = { additionalProperties: false } as const;
const words = Type.String({ minLength: 1 });
const NAME = Type.String({ pattern: '^[a-z][A-Za-z]*$' });
const Both = Type.Object({ 'zh-CN': words, en: words }, strict);

/** A value that a template asks for. Dates are given as `YYYY-MM-DD`, `workdays` as a
 * number or in words; a `text` stands inside a sentence, a `paragraph` ends with its own full stop. */
export const Placeholder = Type.Object(
	{
		name: NAME,
		kind: Type.Enum(['text', 'paragraph', 'date', 'dateOrText', 'workdays']),
		optional: Type.Optional(Type.Boolean()),
		/** Used when no value is given. */
		default: Type.Optional(words),
		/** The same, taken from `_parts/letter.yaml`. */
		shared: Type.Optional(Type.Enum(['remedies'])),
		sample: Type.Optional(words),
	},
	strict,
);
export type Placeholder = Static<typeof Placeholder>;

const Table = Type.Object(
	{
		name: NAME,
		/** A first column with the number of the row. */
		numbered: Type.Optional(Type.Boolean()),
		columns: Type.Array(
			Type.Object(
				{
					title: words,
					share: Type.Number({ minimum: 1 }),
					align: Type.Optional(Type.Enum(['left', 'center'])),
				},
				strict,
			),
			{ minItems: 1 },
		),
		sample: Type.Array(Type.Array(Type.String()), { minItems: 1 }),
	},
	strict,
);

/** Rows of a name and a value, for what is looked up rather than read. */
const Fields = Type.Object(
	{ name: NAME, rows: Type.Array(Type.Array(words, { minItems: 2, maxItems: 2 }), { minItems: 1 }) },
	strict,
);

/** A piece of the letter: exactly one of `text`, `table` and `fields`; a text may depend on a value. */
export const Block = Type.Object(
	{
		text: Type.Optional(words),
		when: Type.Optional(NAME),
		unless: Type.Optional(NAME),
		table: Type.Optional(NAME),
		fields: Type.Optional(NAME),
	},
	{ ...strict, minProperties: 1 },
);
export type Block = Static<typeof Block>;

/** The template of one legal document, in `data/notices/<kind>.yaml`. */
export const NoticeTemplate = Type.Object(
	{
		notice: Type.Enum(NOTICES),
		/** The word of the document number: 受 in 济阳审批受字〔2026〕第000012号. */
		word: words,
		title: Both,
		basis: words,
		placeholders: Type.Array(Placeholder),
		tables: Type.Optional(Type.Array(Table)),
		fields: Type.Optional(Type.Array(Fields)),
		/** Whom the letter addresses; the applicant unless said otherwise, nobody when empty. */
		addressee: Type.Optional(Type.String()),
		body: Type.Array(Type.Unsafe<string | Block>({ ...Block, type: ['string', 'object'] }), {
			minItems: 1,
		}),
		/** English reading aid. */
		aid: Type.Array(words, { minItems: 1 }),
		/** Who signs: the bureau, or the applicant who promises. */
		signer: Type.Enum(['BUREAU', 'APPLICANT']),
		/** A place for the recipient's signature. */
		receipt: Type.Optional(Type.Boolean()),
	},
	strict,
);
export type NoticeTemplate = Static<typeof NoticeTemplate>;

/** What all letters share, in `data/notices/_parts/letter.yaml`. */
export const LetterPart = Type.Object(
	{
		documentNumber: words,
		labels: Type.Object(
			{
				addressee: words,
				page: words,
				footer: words,
				rowNumber: words,
				emptyTable: words,
				query: words,
				contact: words,
				aid: words,
				sealCentre: words,
				sealRing: words,
				signature: words,
				signatureDate: words,
				workdays: Both,
				receiptTitle: words,
				receiptName: words,
				receiptDate: words,
			},
			strict,
		),
		remedies: words,
	},
	strict,
);
export type LetterPart = Static<typeof LetterPart>;
