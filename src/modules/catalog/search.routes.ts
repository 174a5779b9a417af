import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { networkOf } from '../../platform/http/network.ts';
import { Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import { assertCan } from '../../platform/permissions.ts';
import type { Platform } from '../../platform/platform.ts';
import { READ_MISSES } from './catalog.permissions.ts';
import { Text } from './catalog.schema.ts';
import type { Catalog } from './catalog.ts';
import { createMissStore } from './search-misses.ts';

const strict = { additionalProperties: false } as const;
const words = () => Type.String({ maxLength: 200 });

/** Suggestions: few enough to be read while typing. */
const SUGGESTED = 3;
/** Searches of one sender that are counted in a minute; a hall behind one address is many people. */
const COUNTED = 60;

const Suggestion = Type.Object(
	{
		code: Type.String(),
		name: Text,
		/** The phrase of the item that answers to the words, and how: as a whole, from its beginning, in part. */
		match: Type.Object({ kind: Type.Enum(['EXACT', 'PREFIX', 'PART']), text: Type.String() }, strict),
	},
	strict,
);

const Misses = Type.Object(
	{
		misses: Type.Array(
			Type.Object({ query: Type.String(), times: Type.Integer(), last: Type.String() }, strict),
		),
		searches: Type.Integer(),
		missed: Type.Integer(),
	},
	strict,
);

/** Suggestions while typing; counting of searches, and of those that led to nothing, for the bureau to learn from. */
export async function registerSearch(
	app: FastifyInstance,
	platform: Pick<Platform, 'db' | 'clock' | 'config' | 'jobs'>,
	catalog: Catalog,
): Promise<void> {
	const store = createMissStore(platform.db, platform.clock, platform.config.jurisdiction);
	await platform.jobs.schedule('purge-search-misses', '41 3 * * *', store.purge);
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	suggestRoute(app, catalog);
	// The index is made before the first person has to wait for it, and after the server has begun to listen.
	app.addHook('onListen', async () => void catalog.prepareSearch());

	const attempt = app.createRateLimit({
		max: COUNTED,
		timeWindow: 60_000,
		keyGenerator: (request) => networkOf(request.ip),
	});
	routes.post(
		'/api/catalog/searches',
		{
			schema: {
				tags: ['catalog'],
				summary: 'Count a search that was sent off',
				description:
					'Counts a search that somebody has sent off. Found nothing, or `helped: false`: the words are kept, without numbers and names.',
				body: Type.Object({ q: words(), helped: Type.Optional(Type.Boolean()) }, strict),
				response: { 204: Type.Null() },
			},
		},
		async (request, reply) => {
			const limit = await attempt(request);
			if (!limit.isAllowed && limit.isExceeded) throw tooMany(limit.ttlInSeconds);
			const { q, helped = true } = request.body;
			if (q.trim() !== '') await store.count(q, !helped || catalog.search(q, 1).length === 0);
			return reply.code(204).send(null);
		},
	);
	routes.get(
		'/api/catalog/desk/misses',
		{
			schema: {
				tags: ['catalog'],
				summary: 'Words that found nothing, with how often',
				querystring: Type.Object({ days: Type.Integer({ minimum: 1, maximum: 365, default: 30 }) }, strict),
				response: { 200: Misses },
			},
		},
		async (request) => {
			assertCan(request, READ_MISSES);
			return store.report(request.query.days);
		},
	);
}

/** The best few for what has been typed so far; nothing is kept. */
function suggestRoute(app: FastifyInstance, catalog: Catalog): void {
	app.withTypeProvider<TypeBoxTypeProvider>().get(
		'/api/catalog/suggest',
		{
			schema: {
				tags: ['catalog'],
				summary: 'The best three items for what has been typed so far',
				querystring: Type.Object({ q: words() }, strict),
				response: { 200: Type.Object({ suggestions: Type.Array(Suggestion) }, strict) },
			},
		},
		async ({ query }) => ({ suggestions: catalog.suggest(query.q, SUGGESTED) }),
	);
}

function tooMany(seconds: number): Problem {
	return new Problem({
		code: 'TOO_MANY_REQUESTS',
		params: { seconds },
		headers: { 'retry-after': String(seconds) },
		signposts: [{ ...signposts.retry, code: 'RETRY_AFTER', params: { seconds } }, signposts.hotline],
	});
}
