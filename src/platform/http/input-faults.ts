import type { ErrorObject } from 'ajv';
import type { Fault } from './problem.ts';

/** Parts of a request that are checked against a schema, and how a path into them begins. */
const PREFIX: Record<string, string> = { body: '', querystring: '?', params: ':', headers: '#' };

/** Every fault of an input at once, in words that the locale files know (`platform.faults`). */
export function inputFaults(errors: readonly ErrorObject[], part = 'body'): Fault[] {
	const faults = withoutUnionNoise([...errors]).map((error) => toFault(error, PREFIX[part] ?? ''));
	const seen = new Set<string>();
	return faults.filter(({ path, code }) => {
		const mark = `${path} ${code}`;
		return !seen.has(mark) && seen.add(mark);
	});
}

function toFault(error: ErrorObject, prefix: string): Fault {
	const member = error.params.missingProperty ?? error.params.additionalProperty;
	const pointer = error.instancePath + (member === undefined ? '' : `/${escapePointer(String(member))}`);
	const path = prefix === '' ? pointer : prefix + pointer.replace(/^\//, '');
	const limit = error.params.limit;
	const fault: Fault = { path, code: faultCode(error) };
	const params = {
		...(typeof limit === 'number' && { limit }),
		...(Array.isArray(error.params.allowedValues) && {
			allowed: error.params.allowedValues.slice(0, 20).join(', '),
		}),
		...('allowedValue' in error.params && { allowed: String(error.params.allowedValue) }),
	};
	return Object.keys(params).length > 0 ? { ...fault, params } : fault;
}

const CODES: Record<string, string> = {
	required: 'REQUIRED',
	additionalProperties: 'UNKNOWN_FIELD',
	unevaluatedProperties: 'UNKNOWN_FIELD',
	minLength: 'TOO_SHORT',
	maxLength: 'TOO_LONG',
	minimum: 'TOO_SMALL',
	exclusiveMinimum: 'TOO_SMALL',
	maximum: 'TOO_GREAT',
	exclusiveMaximum: 'TOO_GREAT',
	minItems: 'TOO_FEW',
	maxItems: 'TOO_MANY',
	uniqueItems: 'NOT_UNIQUE',
	enum: 'NOT_ALLOWED',
	const: 'NOT_ALLOWED',
	pattern: 'PATTERN',
};
const TYPES = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);
const FORMATS = new Set(['date', 'date-time', 'time', 'uuid', 'email', 'uri']);

function faultCode({ keyword, params }: ErrorObject): string {
	if (keyword === 'type' && TYPES.has(params.type)) return `TYPE_${params.type.toUpperCase()}`;
	if (keyword === 'format' && FORMATS.has(params.format)) {
		return `FORMAT_${params.format.toUpperCase().replace('-', '_')}`;
	}
	return CODES[keyword] ?? 'INVALID';
}

/**
 * A value that fits no branch of a union fails in every branch. Only the branch that was meant is of interest:
 * the one whose constants (`type: 'ACCEPT'`) fit, with the fewest faults.
 */
function withoutUnionNoise(errors: ErrorObject[]): ErrorObject[] {
	const union = errors.find(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
	if (!union) return errors;
	const inside = (error: ErrorObject) => error.schemaPath.startsWith(`${union.schemaPath}/`);
	const outside = errors.filter((error) => error !== union && !inside(error));
	const branches = new Map<string, ErrorObject[]>();
	for (const error of errors.filter(inside)) {
		const branch = error.schemaPath.slice(union.schemaPath.length + 1).split('/', 1)[0] ?? '';
		branches.set(branch, [...(branches.get(branch) ?? []), error]);
	}
	const meant = [...branches.values()]
		.filter((branch) => branch.every(({ keyword }) => keyword !== 'const'))
		.sort((a, b) => a.length - b.length)[0];
	const isObject = meant?.some(({ instancePath }) => instancePath !== union.instancePath || hasMember(meant));
	if (meant && isObject) return [...withoutUnionNoise(meant), ...withoutUnionNoise(outside)];
	return [...summary(union, [...branches.values()]), ...withoutUnionNoise(outside)];
}

function hasMember(errors: ErrorObject[]): boolean {
	return errors.some(({ params }) => 'missingProperty' in params || 'additionalProperty' in params);
}

/**
 * No branch was meant: one fault that names the constants that would have been. Where the value could only have been
 * left empty (`null`) otherwise, the faults of the other branch are what is wrong with it.
 */
function summary(union: ErrorObject, branches: ErrorObject[][]): ErrorObject[] {
	const constants = branches.flat().filter(({ keyword }) => keyword === 'const');
	const first = constants[0];
	if (!first) {
		const filled = branches.filter((branch) => !branch.every(isNotNull));
		return filled[0] && filled.length === 1 ? filled[0] : [{ ...union, keyword: 'union' }];
	}
	const values = constants
		.filter(({ instancePath }) => instancePath === first.instancePath)
		.map(({ params }) => params.allowedValue);
	return [{ ...first, keyword: 'enum', params: { allowedValues: [...new Set(values)] } }];
}

function isNotNull({ keyword, params }: ErrorObject): boolean {
	return keyword === 'type' && params.type === 'null';
}

function escapePointer(member: string): string {
	return member.replaceAll('~', '~0').replaceAll('/', '~1');
}
