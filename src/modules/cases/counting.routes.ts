import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { assertCan } from '../../platform/permissions.ts';
import type { CaseDesk } from './case-commands.ts';
import { COUNT } from './cases.permissions.ts';
import { CountingQuery, Figures, PublicFigures } from './counting.schema.ts';
import { countDecided, countForPublic } from './counting.ts';

/** The bureau's figures, and the few that everybody may see. */
export function countingRoutes(app: FastifyInstance, desk: CaseDesk): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	const tags = ['counting'];
	routes.get(
		'/api/counting',
		{
			schema: {
				tags,
				summary:
					'Visits, online rate and time saved over the cases decided in a period, for all and per item',
				querystring: CountingQuery,
				response: { 200: Figures },
			},
		},
		async (request) => {
			assertCan(request, COUNT);
			return countDecided(desk, request.query, request.language);
		},
	);
	routes.get(
		'/api/counting/items/:code',
		{
			schema: {
				tags,
				summary: 'What this year’s cases of an item took; public',
				params: Type.Object({ code: Type.String({ minLength: 1, maxLength: 100 }) }),
				response: { 200: PublicFigures },
			},
		},
		async (request) => {
			const { code } = desk.catalog.get(request.params.code);
			return countForPublic(desk, code);
		},
	);
}
