import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { Item, ItemSummary, THEMES } from './catalog.schema.ts';
import type { Catalog } from './catalog.ts';
import { toSummary } from './rules.ts';
import { situationRoutes } from './situations/situation.routes.ts';

const Query = Type.Object(
	{
		q: Type.Optional(Type.String({ maxLength: 200 })),
		theme: Type.Optional(Type.Enum(THEMES)),
		limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
	},
	{ additionalProperties: false },
);

/** The doors of the portal, each with the number of items behind it. */
const Themes = Type.Object({
	themes: Type.Array(Type.Object({ theme: ItemSummary.properties.theme, items: Type.Integer() })),
});

/** Public: what can be applied for, and everything about one item. */
export function catalogRoutes(app: FastifyInstance, catalog: Catalog): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	situationRoutes(app, catalog);
	routes.get(
		'/api/catalog/items',
		{
			schema: {
				tags: ['catalog'],
				summary: 'Items in effect: all, those of a theme, or those that match somebody’s own words (`q`)',
				querystring: Query,
				response: { 200: Type.Object({ items: Type.Array(ItemSummary), total: Type.Integer() }) },
			},
		},
		async ({ query }) => {
			const all = catalog.search(query.q ?? '');
			const found = query.theme ? all.filter(({ theme }) => theme === query.theme) : all;
			return { items: found.slice(0, query.limit ?? 100).map(toSummary), total: found.length };
		},
	);
	routes.get(
		'/api/catalog/themes',
		{
			schema: {
				tags: ['catalog'],
				summary: 'Themes, with the number of their items',
				response: { 200: Themes },
			},
		},
		async () => {
			const counts = new Map<string, number>();
			for (const { theme } of catalog.all()) counts.set(theme, (counts.get(theme) ?? 0) + 1);
			return {
				themes: THEMES.map((theme) => ({ theme, items: counts.get(theme) ?? 0 })).filter(
					({ items }) => items > 0,
				),
			};
		},
	);
	routes.get(
		'/api/catalog/items/:code',
		{
			schema: {
				tags: ['catalog'],
				summary: 'Everything about an item: questions, papers, form, limits, fees',
				params: Type.Object({ code: Type.String({ maxLength: 100 }) }),
				response: { 200: Item },
			},
		},
		async ({ params }) => catalog.get(params.code),
	);
}
