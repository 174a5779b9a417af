import Type, { type Static } from 'typebox';

const words = () => Type.String({ minLength: 1 });

/** The same words in every language kept by hand; `zh-TW` is derived when it is not given. */
export const Text = Type.Object(
	{ 'zh-CN': words(), en: words(), 'zh-TW': Type.Optional(words()) },
	{ additionalProperties: false },
);
export type Text = Static<typeof Text>;
