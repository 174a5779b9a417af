import Type, { type Static } from 'typebox';

/** A way onwards, as it is sent to a person: in their language. */
export const Signpost = Type.Object({
	text: Type.String(),
	action: Type.Optional(
		Type.String({ description: 'What the client may do: a stable word for programs, e.g. SIGN_IN' }),
	),
	href: Type.Optional(Type.String()),
	contact: Type.Optional(Type.String()),
	dueBy: Type.Optional(Type.String({ description: 'The last day or instant on which the way is open' })),
	basis: Type.Optional(Type.String({ description: 'Legal basis' })),
});
export type Signpost = Static<typeof Signpost>;
