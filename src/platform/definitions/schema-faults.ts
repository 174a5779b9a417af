import type { TSchema } from 'typebox';
import type { TLocalizedValidationError } from 'typebox/error';
import Schema from 'typebox/schema';
import { Settings } from 'typebox/system';
import { nearest } from './nearest.ts';
import type { Path } from './positions.ts';

/** A schema error before it knows its file. `about: 'key'` points at the name, not at the value. */
export interface SchemaFault {
	path: Path;
	about: 'key' | 'value';
	code: string;
	params: Record<string, string | number>;
}

// The library stops collecting at eight errors unless told otherwise; all faults are named at once here.
Settings.Set({ maxErrors: 1000 });

/** Everything in which `value` differs from `schema`. */
export function schemaFaults(schema: TSchema, value: unknown): SchemaFault[] {
	if (compiled(schema).Check(value)) return [];
	const [valid, errors] = Schema.Errors(schema, value);
	if (valid) return [];
	return errors.flatMap((error) => translate(error, schema, value));
}

const checks = new WeakMap<TSchema, Check>();
type Check = Pick<ReturnType<typeof Schema.Compile>, 'Check'>;

/** Most values are right, and a compiled schema says so much sooner than one that looks for all errors. */
function compiled(schema: TSchema): Check {
	const known = checks.get(schema);
	if (known) return known;
	const check: Check = Schema.Compile(schema);
	checks.set(schema, check);
	return check;
}

function translate(error: TLocalizedValidationError, schema: TSchema, value: unknown): SchemaFault[] {
	const path = pointerToPath(error.instancePath, value);
	const one = (code: string, params: SchemaFault['params'] = {}): SchemaFault[] => [
		{ path, about: 'value', code, params },
	];
	switch (error.keyword) {
		case 'required':
			return error.params.requiredProperties.map((name) => ({
				path: [...path, name],
				about: 'value',
				code: 'MISSING',
				params: { name },
			}));
		case 'additionalProperties':
			return error.params.additionalProperties.map((name) => unknownKey(path, name, known(schema, error)));
		case 'type':
			return one('TYPE', { expected: [error.params.type].flat().join(' / '), found: found(value, path) });
		case 'enum':
			return one('CHOICE', {
				found: found(value, path),
				allowed: error.params.allowedValues.map(String).join(', '),
				nearest: nearest(found(value, path), error.params.allowedValues.map(String)) ?? '',
			});
		case 'const':
			return one('CHOICE', {
				found: found(value, path),
				allowed: String(error.params.allowedValue),
				nearest: '',
			});
		case 'pattern':
			return one('PATTERN', { found: found(value, path), pattern: String(error.params.pattern) });
		case 'format':
			return one('FORMAT', { found: found(value, path), format: error.params.format });
		case 'minimum':
		case 'exclusiveMinimum':
			return one('TOO_SMALL', { found: found(value, path), limit: String(error.params.limit) });
		case 'maximum':
		case 'exclusiveMaximum':
			return one('TOO_LARGE', { found: found(value, path), limit: String(error.params.limit) });
		case 'minLength':
			return one('EMPTY', { limit: error.params.limit });
		case 'minItems':
			return one('TOO_FEW', { limit: error.params.limit });
		case 'maxLength':
		case 'maxItems':
			return one('TOO_MANY', { limit: error.params.limit });
		case 'anyOf':
		case 'oneOf':
		case 'if':
		case 'boolean':
			return [];
		default:
			return one('SCHEMA', { keyword: error.keyword });
	}
}

function unknownKey(path: Path, name: string, names: string[]): SchemaFault {
	const suggestion = nearest(name, names);
	return {
		path: [...path, name],
		about: 'key',
		code: suggestion ? 'UNKNOWN_KEY_NEAR' : 'UNKNOWN_KEY',
		params: { name, allowed: names.join(', '), nearest: suggestion ?? '' },
	};
}

/** Names that the schema of the failing object declares. */
function known(schema: TSchema, error: TLocalizedValidationError): string[] {
	let node: unknown = schema;
	for (const step of error.schemaPath.split('/').slice(1)) {
		if (step === '' || step === 'additionalProperties') continue;
		node = (node as Record<string, unknown> | undefined)?.[plainStep(step)];
	}
	const properties = (node as { properties?: object } | undefined)?.properties;
	return properties ? Object.keys(properties) : [];
}

/** JSON pointer to steps; indexes of lists become numbers. */
function pointerToPath(pointer: string, root: unknown): Path {
	let node = root;
	return pointer
		.split('/')
		.slice(1)
		.map((raw) => {
			const step = plainStep(raw);
			const key = Array.isArray(node) ? Number(step) : step;
			node = (node as Record<string | number, unknown> | undefined)?.[key];
			return key;
		});
}

function plainStep(step: string): string {
	return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

function found(root: unknown, path: Path): string {
	let node = root;
	for (const step of path) node = (node as Record<string | number, unknown> | undefined)?.[step];
	return typeof node === 'string' ? node : (JSON.stringify(node)?.slice(0, 60) ?? '');
}
