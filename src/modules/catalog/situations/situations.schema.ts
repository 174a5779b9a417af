import Type, { type Static } from 'typebox';
import { CODE, strict, Text } from '../text.schema.ts';

/** A condition in FEEL, the expression language of the DMN standard, over the answers to the item's questions. */
export const Feel = Type.String({ minLength: 1, maxLength: 500 });

const QUESTION_KINDS = ['YES_NO', 'CHOICE', 'CHOICES', 'NUMBER'] as const;

/** A question about the applicant's situation (情形), asked before the form. */
export const Question = Type.Object(
	{
		/** The name by which conditions call the answer. */
		code: Type.String({ pattern: '^[a-z][a-zA-Z0-9]*$', maxLength: 40 }),
		question: Text,
		/** Why it is asked, or how to find the answer. */
		help: Type.Optional(Text),
		/** Yes or no (a boolean), one option (its value), several options (a list of values), or a number. */
		kind: Type.Enum(QUESTION_KINDS),
		options: Type.Optional(
			Type.Array(
				Type.Object({ value: Type.String({ pattern: '^[A-Z0-9]+(_[A-Z0-9]+)*$' }), title: Text }, strict),
				{ minItems: 2, maxItems: 20 },
			),
		),
		unit: Type.Optional(Text),
		minimum: Type.Optional(Type.Number()),
		maximum: Type.Optional(Type.Number()),
		/** Asked only then. */
		when: Type.Optional(Feel),
		/** Way to the form field that the answer fills in, so that nobody is asked twice: `business`, `premises.area`. */
		field: Type.Optional(Type.String({ pattern: '^\\w+(\\.\\w+)*$' })),
	},
	strict,
);
export type Question = Static<typeof Question>;

/** What is said to somebody in this situation. STOP: this item is not what they need, and `text` says what is. */
export const Warning = Type.Object(
	{
		when: Feel,
		effect: Type.Enum(['WARN', 'STOP']),
		text: Text,
		/** Code of the item to apply for instead. */
		item: Type.Optional(Type.String({ pattern: CODE })),
	},
	strict,
);
export type Warning = Static<typeof Warning>;

/** The answers of one application: boolean, option, list of options or number, by the question's code. */
export const Answers = Type.Record(
	Type.String({ pattern: '^[a-z][a-zA-Z0-9]*$', maxLength: 40 }),
	Type.Union([
		Type.Boolean(),
		Type.Number(),
		Type.String({ maxLength: 100 }),
		Type.Array(Type.String({ maxLength: 100 }), { maxItems: 20 }),
	]),
	{ maxProperties: 40, additionalProperties: false },
);
export type Answers = Static<typeof Answers>;
