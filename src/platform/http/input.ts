import { Ajv2019 as Ajv, type AnySchema, type Options } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { FastifyInstance } from 'fastify';
import { type Fault, Problem } from './problem.ts';
import { signposts } from './signposts.ts';

/** Deeper than any form of ours; a body nested deeper is an attack on whoever walks it. */
const DEEPEST = 64;

const options: Options = {
	allErrors: true,
	discriminator: true,
	strict: false,
	useDefaults: true,
	removeAdditional: false,
};

/**
 * Checks input against its schema: everything at once, unknown fields refused, no conversion of types in a body
 * (a query and a path are text, so there numbers are read from text).
 */
export function checkInput(app: FastifyInstance): void {
	const exact = validator(options);
	const textual = validator({ ...options, coerceTypes: 'array' });
	app.setValidatorCompiler(({ schema, httpPart }) =>
		(httpPart === 'body' ? exact : textual).compile(schema as AnySchema),
	);
	app.addHook('onRoute', (route) => {
		if (!route.schema) return;
		const { body, querystring } = route.schema;
		route.schema = {
			...route.schema,
			...(body !== undefined && { body: closeSchema(body) }),
			...(querystring !== undefined && { querystring: closeSchema(withLanguage(querystring)) }),
		};
	});
	app.addHook('preValidation', async (request) => {
		const faults = [
			...unstorable(request.body, ''),
			...unstorable(request.query, '?'),
			...unstorable(request.params, ':'),
		];
		if (faults.length > 0) throw invalidInput(faults);
	});
}

function validator(own: Options): Ajv {
	const ajv = formats.default(new Ajv(own));
	const date = fullFormats.date as { validate(text: string): boolean };
	// The year 0 is in the standard of dates, and in no database.
	ajv.addFormat('date', (text) => date.validate(text) && !text.startsWith('0000'));
	return ajv;
}

/** Every address may say in which language it is to answer. */
function withLanguage(querystring: unknown): unknown {
	const schema = querystring as { properties?: Record<string, unknown> };
	const lang = { type: 'string', maxLength: 35, description: 'Language of the answer: zh-CN, en, zh-TW' };
	return { ...schema, properties: { lang, ...schema.properties } };
}

/** 400 with every fault named. */
export function invalidInput(faults: Fault[]): Problem {
	return new Problem({
		code: 'INVALID_INPUT',
		params: { count: faults.length },
		details: faults,
		signposts: [signposts.correct, signposts.documentation],
	});
}

/**
 * A copy of a schema in which an object that lists its properties allows no others.
 * Parts of an `allOf` are left open: each of them sees the properties of its siblings.
 */
function closeSchema<T>(schema: T): T {
	if (Array.isArray(schema)) return schema.map((part: unknown) => closeSchema(part)) as T;
	if (typeof schema !== 'object' || schema === null) return schema;
	const open = schema as Record<string, unknown>;
	if (Array.isArray(open.allOf)) return { unevaluatedProperties: false, ...open } as T;
	const closed: Record<string, unknown> = { ...open };
	for (const key of ['items', 'prefixItems', 'anyOf', 'oneOf', 'additionalProperties']) {
		if (key in open) closed[key] = closeSchema(open[key]);
	}
	for (const key of ['properties', 'patternProperties', '$defs']) {
		if (key in open) closed[key] = closeMembers(open[key]);
	}
	if ('properties' in open && !('additionalProperties' in open) && !('patternProperties' in open)) {
		closed.additionalProperties = false;
	}
	return closed as T;
}

function closeMembers(members: unknown): unknown {
	const entries = Object.entries(members as Record<string, unknown>);
	return Object.fromEntries(entries.map(([key, schema]) => [key, closeSchema(schema)]));
}

/** PostgreSQL stores neither NUL nor half a surrogate pair; better said here than found there. */
function unstorable(value: unknown, path: string, depth = 0): Fault[] {
	if (typeof value === 'string') return isStorableText(value) ? [] : [{ path, code: 'UNSTORABLE_TEXT' }];
	if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
	if (depth > DEEPEST) return [{ path, code: 'TOO_DEEP', params: { limit: DEEPEST } }];
	return Object.entries(value).flatMap(([key, member]) => {
		const inside = path === '' || path.startsWith('/') ? `${path}/${key}` : `${path}${key}`;
		return isStorableText(key) ? unstorable(member, inside, depth + 1) : [{ path, code: 'UNSTORABLE_TEXT' }];
	});
}

/** Whether PostgreSQL can store the text: no NUL, no half of a surrogate pair. */
function isStorableText(text: string): boolean {
	return !text.includes('\0') && text.isWellFormed();
}
