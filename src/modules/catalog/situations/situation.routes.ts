import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Catalog } from '../catalog.ts';
import { Situation, situationOf } from './situation.ts';
import { Answers } from './situations.schema.ts';

/** Largest body in bytes: the answers to as many questions as an item may ask, with room to spare. */
const BODY_LIMIT = 16 * 1024;

const Body = Type.Object(
	{
		answers: Answers,
		/** The version of a draft that was begun earlier; the one in effect without it. */
		version: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
	},
	{ additionalProperties: false },
);

/** Public: the few questions before an application, and what the answers select. Nothing is kept. */
export function situationRoutes(app: FastifyInstance, catalog: Catalog): void {
	app.withTypeProvider<TypeBoxTypeProvider>().post(
		'/api/catalog/items/:code/situation',
		{
			bodyLimit: BODY_LIMIT,
			schema: {
				tags: ['catalog'],
				summary: 'What applies to somebody with these answers',
				params: Type.Object({ code: Type.String({ maxLength: 100 }) }),
				body: Body,
				response: { 200: Situation },
			},
		},
		async ({ params, body: { answers, version } }) => situationOf(catalog.get(params.code, version), answers),
	);
}
