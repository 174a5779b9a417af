/** `_parts/*.yaml`: what several items share. */
import Type, { type Static, type TSchema } from 'typebox';
import { FreeObject, Window } from '../catalog.schema.ts';
import { BasisRef, materialFields } from '../material.schema.ts';
import { CODE, strict, Text } from '../text.schema.ts';

export const StatutesPart = Type.Object(
	{ statutes: Type.Unsafe<Record<string, Text>>(record(Text)) },
	strict,
);
export const WindowsPart = Type.Object({ windows: Type.Array(Window, { minItems: 1 }) }, strict);
export const MaterialsPart = Type.Object(
	{ materials: Type.Array(Type.Object({ ...materialFields, basis: BasisRef }, strict)) },
	strict,
);
export type MaterialsPart = Static<typeof MaterialsPart>;
export const FormPart = Type.Object(
	{ name: Type.String({ pattern: CODE }), schema: FreeObject, ui: FreeObject },
	strict,
);
export type FormPart = Static<typeof FormPart>;

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

export const BlanksPart = Type.Object({ blanks: Type.Array(Blank, { minItems: 1 }) }, strict);

function record(value: TSchema) {
	return { type: 'object', additionalProperties: value };
}
