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

function record(value: TSchema) {
	return { type: 'object', additionalProperties: value };
}
