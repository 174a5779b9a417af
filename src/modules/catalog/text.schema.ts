/** The smallest pieces of the room's schemas. */
import Type, { type Static } from 'typebox';

/** For objects: no other keys. */
export const strict = { additionalProperties: false } as const;

/** Pattern of names that we give: items, materials, parts. */
export const CODE = '^[a-z0-9]+(-[a-z0-9]+)*$';

const words = () => Type.String({ minLength: 1 });

/** The same words in every language kept by hand; `zh-TW` is derived when it is not given. */
export const Text = Type.Object({ 'zh-CN': words(), en: words(), 'zh-TW': Type.Optional(words()) }, strict);
export type Text = Static<typeof Text>;
