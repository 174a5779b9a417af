import Type, { type Static } from 'typebox';

const strict = { additionalProperties: false } as const;
const code = Type.String({ minLength: 1, maxLength: 100 });
/** A sentence: blanks alone are none. */
const sentence = Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' });

/** What a clerk found of one paper or field: in order, or what is wrong and what would be right. */
export type Judgement =
	| { code: string; verdict: 'RIGHT' }
	| { code: string; verdict: 'FAULTY'; fault: string; remedy: string };
export const Judgement = Type.Unsafe<Judgement>({
	type: 'object',
	discriminator: { propertyName: 'verdict' },
	required: ['verdict'],
	oneOf: [
		Type.Object({ code, verdict: Type.Literal('RIGHT') }, { ...strict, title: 'RIGHT' }),
		Type.Object(
			{ code, verdict: Type.Literal('FAULTY'), fault: sentence, remedy: sentence },
			{ ...strict, title: 'FAULTY' },
		),
	],
});

const Wording = Type.Object({ fault: Type.String(), remedy: Type.String() });
export type Wording = Static<typeof Wording>;

/** Everything that is to be judged before a supplement notice, with the words that lie ready for it. */
export const Judging = Type.Object({
	rows: Type.Array(
		Type.Object({
			code: Type.String(),
			name: Type.String(),
			/** Title of the part of the form; null for papers. */
			group: Type.Union([Type.String(), Type.Null()]),
			/** What the pre-check finds. */
			finding: Type.Union([Wording, Type.Null()]),
			/** Words of earlier notices about the same thing, the most frequent first. */
			wordings: Type.Array(Wording),
		}),
	),
});
export type Judging = Static<typeof Judging>;
