import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { Item, ItemSummary } from './catalog.schema.ts';
import type { Catalog } from './catalog.ts';
import { toSummary } from './rules.ts';
import { situationRoutes } from './situation.routes.ts';

const Query = Type.Object(
	{
		q: Type.Optional(Type.String({ maxLength: 200 })),
		limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
	},
	{ additionalProperties: false },
);

/** Public: what can be applied for, and everything about one item. */
export function catalogRoutes(app: FastifyInstance, catalog: Catalog): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	situationRoutes(app, catalog);
	routes.get(
		'/api/catalog/items',
		{
			schema: {
				tags: ['catalog'],
				querystring: Query,
				response: { 200: Type.Object({ items: Type.Array(ItemSummary), total: Type.Integer() }) },
			},
		},
		async ({ query }) => {
			const found = catalog.search(query.q ?? '');
			return { items: found.slice(0, query.limit ?? 100).map(toSummary), total: found.length };
		},
	);
	routes.get(
		'/api/catalog/items/:code',
		{
			schema: {
				tags: ['catalog'],
				params: Type.Object({ code: Type.String({ maxLength: 100 }) }),
				response: { 200: Item },
			},
		},
		async ({ params }) => catalog.get(params.code),
	);
}
