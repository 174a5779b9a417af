import Type, { type Static } from 'typebox';
import { CODE, strict, Text } from '../text.schema.ts';

/** A form that the bureau gives out (空表): words, lines to fill in with what stands there in the sample (样表), a signature. */
export const Blank = Type.Object(
	{
		name: Type.String({ pattern: CODE }),
		title: Text,
		/** `{{item}}` stands for the name of the item. */
		paragraphs: Type.Array(Text, { minItems: 1 }),
		lines: Type.Array(Type.Object({ label: Text, sample: Text }, strict), { minItems: 1 }),
		signature: Text,
	},
	strict,
);
export type Blank = Static<typeof Blank>;

/** `_parts/blanks/*.yaml`. */
export const BlanksPart = Type.Object({ blanks: Type.Array(Blank, { minItems: 1 }) }, strict);
