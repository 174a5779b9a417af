import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import { Item } from '../catalog.schema.ts';
import type { Catalog } from '../catalog.ts';
import { ANSWER_FAULTS, answerFaults, questionsFor, situate, warningsFor } from './situate.ts';
import { Answers, Question, Warning } from './situations.schema.ts';

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

const AnswerFault = Type.Object({ question: Type.String(), code: Type.Enum(ANSWER_FAULTS) });

/** What somebody in a situation is asked next, and exactly what that person needs. */
const Situation = Type.Object({
	/** The questions to ask now, in their order: those that depend on others come when these are answered. */
	questions: Type.Array(Question),
	/** What is missing or wrong in the answers. */
	faults: Type.Array(AnswerFault),
	/** Every question is answered. */
	complete: Type.Boolean(),
	warnings: Type.Array(Warning),
	/** The item with the papers, fields and limits of this situation. */
	item: Item,
});

export type Situation = Static<typeof Situation>;

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
		async ({ params, body: { answers, version } }) => {
			const item = catalog.get(params.code, version);
			const faults = answerFaults(item, answers);
			return {
				questions: questionsFor(item, answers),
				faults,
				complete: faults.length === 0,
				warnings: warningsFor(item, answers),
				item: situate(item, answers),
			};
		},
	);
}
