import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema } from 'fastify';
import Type from 'typebox';
import { problemCodes } from './problem-codes.ts';
import { Signpost } from './signpost.schema.ts';

declare module 'fastify' {
	interface FastifySchema {
		/** Problem codes that an operation may answer besides those of the frame. */
		'x-problems'?: readonly string[];
	}
}

/** RFC 9457, as every failure is answered. */
const ProblemDocument = Type.Object(
	{
		type: Type.String(),
		title: Type.String(),
		status: Type.Integer(),
		code: Type.String(),
		detail: Type.String(),
		instance: Type.String(),
		signposts: Type.Array(Signpost, { minItems: 1 }),
		errors: Type.Optional(
			Type.Array(Type.Object({ path: Type.String(), code: Type.String(), text: Type.String() })),
		),
	},
	{ $id: 'Problem', title: 'Problem' },
);

const IdempotencyKey = {
	name: 'Idempotency-Key',
	in: 'header' as const,
	required: false,
	description: 'The same key with the same body is executed once and gets the same answer for 24 hours.',
	schema: { type: 'string' as const, minLength: 1, maxLength: 255 },
};

/** Collects the routes that are registered after it into an OpenAPI 3.1 document at `/api/openapi.json`. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
	app.addSchema(ProblemDocument);
	await app.register(swagger, {
		openapi: {
			openapi: '3.1.0',
			info: { title: 'OneVisit API', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
			servers: [{ url: '/' }],
			components: {
				securitySchemes: {
					session: { type: 'apiKey', in: 'cookie', name: 'onevisit.session_token' },
				},
				parameters: { IdempotencyKey },
			},
		},
		convertConstToEnum: false,
		refResolver: { buildLocalReference: (json, _base, _fragment, i) => String(json.$id ?? `schema-${i}`) },
		transform: ({ schema, url }) => ({ schema: withProblems(schema), url }),
		transformObject: (document) => {
			if (!('openapiObject' in document)) throw new TypeError('not an OpenAPI document');
			return withIdempotencyKeys(document.openapiObject);
		},
	});
	app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}

/** Adds the answer that any operation may give: a problem. */
function withProblems(schema: FastifySchema | undefined): FastifySchema {
	if (schema?.hide) return schema;
	const known = new Set(problemCodes().map(({ code }) => code));
	const codes = (schema?.['x-problems'] ?? []).filter((code) => known.has(code));
	const success = { 200: { description: 'Done', type: 'object', additionalProperties: true } };
	return {
		...schema,
		response: {
			...((schema?.response as object | undefined) ?? success),
			default: {
				description: codes.length > 0 ? `A problem: ${codes.join(', ')}` : 'A problem',
				content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
			},
		},
	};
}

type Parameter = { $ref: string };
type Paths = Record<string, Record<string, { parameters?: Parameter[] }> | undefined>;

function withIdempotencyKeys<T>(document: T): T {
	const paths = ((document as { paths?: unknown }).paths ?? {}) as Paths;
	for (const [url, path] of Object.entries(paths)) {
		const post = path?.post;
		if (!post || !url.startsWith('/api/') || url.startsWith('/api/auth/')) continue;
		const key = { $ref: '#/components/parameters/IdempotencyKey' };
		const others = (post.parameters ?? []).filter((parameter) => parameter.$ref !== key.$ref);
		post.parameters = [...others, key];
	}
	return document;
}
