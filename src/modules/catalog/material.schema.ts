/** What is to be handed in, and by which law. */
import Type, { type Static } from 'typebox';
import { NECESSITIES } from '../../law/index.ts';
import { Feel } from './situations/situations.schema.ts';
import { CODE, strict, Text } from './text.schema.ts';

/** A place in a statute of `_parts/statutes.yaml`. `sure: false`: the bureau must confirm it. */
export const BasisRef = Type.Object(
	{
		statute: Type.String({ pattern: CODE }),
		articles: Type.Optional(Type.String({ pattern: '^\\d+([–、]\\d+)*$' })),
		sure: Type.Boolean(),
	},
	strict,
);
export type BasisRef = Static<typeof BasisRef>;

/** The same with the statute's name filled in. */
export const Basis = Type.Object({ ...BasisRef.properties, name: Text }, strict);
export type Basis = Static<typeof Basis>;

/** Who provides a material (来源渠道): 10 the applicant, 20 a government department, 99 somebody else. */
const MATERIAL_SOURCES = ['APPLICANT', 'GOVERNMENT', 'OTHER'] as const;
/** 材料类型: original, copy, or both. */
const MATERIAL_TYPES = ['ORIGINAL', 'COPY', 'BOTH'] as const;
/** 材料形式. */
const MATERIAL_FORMS = ['PAPER', 'ELECTRONIC', 'BOTH'] as const;

/** What is said of a paper, wherever it is written. */
export const materialFields = {
	code: Type.String({ pattern: CODE }),
	name: Text,
	necessity: Type.Enum(NECESSITIES),
	source: Type.Enum(MATERIAL_SOURCES),
	/** Who issues it, where that is not the applicant. */
	issuer: Type.Optional(Text),
	/** The bureau gets it by data sharing and does not ask for it. */
	shared: Type.Optional(Type.Boolean()),
	type: Type.Enum(MATERIAL_TYPES),
	form: Type.Enum(MATERIAL_FORMS),
	copies: Type.Integer({ minimum: 1, maximum: 20 }),
	acceptStandard: Text,
	why: Text,
	sample: Text,
	/** Working days within which a tolerated paper must follow (容缺后补). */
	toleranceDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })),
	/** What the applicant commits to where a commitment replaces the paper. */
	commitment: Type.Optional(Text),
	/** Asked for only in this situation; always where it is left out. */
	when: Type.Optional(Feel),
	/** Name of the blank in `_parts/blanks` that the bureau offers for it (空表), with its filled-in sample (样表). */
	blank: Type.Optional(Type.String({ pattern: CODE })),
};

/** A paper to hand in, as screens and the law see it. `condition` is `when` in words. */
export const Material = Type.Object(
	{ ...materialFields, basis: Basis, condition: Type.Optional(Text) },
	strict,
);
export type Material = Static<typeof Material>;

/** A material in a file: written in full, or taken by `use` from `_parts/materials.yaml` with changes. */
export const MaterialEntry = Type.Object(
	{
		...Type.Partial(Type.Object(materialFields)).properties,
		use: Type.Optional(Type.String({ pattern: CODE })),
		basis: Type.Optional(BasisRef),
	},
	strict,
);
