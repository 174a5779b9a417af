import Type, { type Static } from 'typebox';

const Day = Type.String({ format: 'date' });
const Count = Type.Integer({ minimum: 0 });
const rate = Type.Union([Type.Number(), Type.Null()]);

/** Which cases are counted: those decided from one day to another, both included; this year where left out. */
export const CountingQuery = Type.Object(
	{
		from: Type.Optional(Day),
		to: Type.Optional(Day),
		item: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
	},
	{ additionalProperties: false },
);
export type CountingQuery = Static<typeof CountingQuery>;

/** Numbers of cases, and sums of visits and working days; see counting.rules.ts for what each means. */
const Counts = Type.Object({
	decided: Count,
	none: Count,
	one: Count,
	more: Count,
	visits: Count,
	online: Count,
	noticed: Count,
	timed: Count,
	kept: Count,
	late: Count,
	overLimit: Count,
	statutory: Count,
	promised: Count,
	spent: Count,
});
const Rates = Type.Object({
	visits: rate,
	online: rate,
	kept: rate,
	statutory: rate,
	promised: rate,
	spent: rate,
	saved: rate,
});
const both = { counts: Counts, rates: Rates };

export const ItemFigures = Type.Object({ code: Type.String(), name: Type.String(), ...both });
export type ItemFigures = Static<typeof ItemFigures>;

export const Figures = Type.Object({
	from: Day,
	to: Day,
	total: Type.Object(both),
	items: Type.Array(ItemFigures),
});
export type Figures = Static<typeof Figures>;

/** What anybody may know of an item; `figures` is null while the cases are too few. */
export const PublicFigures = Type.Object({
	from: Day,
	to: Day,
	figures: Type.Union([
		Type.Object({
			decided: Count,
			/** Share of cases done wholly on line. */
			online: rate,
			/** Visits per case. */
			visits: rate,
			/** Average working days, real and by statute. */
			spentDays: rate,
			statutoryDays: rate,
		}),
		Type.Null(),
	]),
});
export type PublicFigures = Static<typeof PublicFigures>;
