/** Checks a filled form against its item. Pure, without node imports: the browser runs the same. */

import type { TLocalizedValidationError } from 'typebox/error';
import Format from 'typebox/format';
import Schema from 'typebox/schema';
import { Settings } from 'typebox/system';
import { parsePlainDate } from '../../../law/index.ts';
import { isPhone, readCitizenId, readCreditCode } from '../../../platform/identity/index.ts';
import type { FormDefinition } from '../catalog.schema.ts';
import { declaredFields, type JsonSchema, localiseForm } from './form.ts';

/** One fault of a form. `path` is a JSON pointer (`/applicant/phone`); words: `catalog.faults.<code>`. */
export interface FormFault {
	path: string;
	code: string;
	params: Record<string, string | number>;
	/** A warning is shown and does not stop the application. */
	severity: 'error' | 'warning';
}

Settings.Set({ maxErrors: 1000 });
Format.Set('citizen-id', (value) => readCitizenId(value).ok);
// Real codes of the pilot years fail the check: a wrong code warns (see warnings below) and never blocks.
Format.Set('uscc', () => true);
Format.Set('phone-cn', isPhone);
// A name has no form of its own: the format says that it is one, so that it can be masked.
Format.Set('person-name', () => true);
Format.Set('plain-date', (value) => parsePlainDate(value) !== undefined);

/** Everything that is wrong with `form`, all at once; an empty list when it can be handed in. */
export function validateForm(item: { form: FormDefinition }, form: unknown): FormFault[] {
	const { schema } = localiseForm(item.form, 'zh-CN');
	return unique([
		...fixedFields(schema, form, ''),
		...errorsOf(schema, withSections(schema, form)).flatMap((error) => translate(error, form)),
		...unknownFields(schema, form, ''),
		...warnings(schema, form, ''),
	]);
}

/** A section that nobody has begun counts as empty: then each field that it asks for is named, not the section alone. */
function withSections(schema: JsonSchema, value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	const required = (schema.required ?? []) as string[];
	const begun: Record<string, unknown> = { ...value };
	for (const [name, field] of Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>)) {
		const missing = begun[name] === undefined;
		if (field.type !== 'object' || (missing && !required.includes(name))) continue;
		begun[name] = withSections(field, missing ? {} : begun[name]);
	}
	return begun;
}

/** The library keeps the errors of a failing `then` to itself: they are asked for again, one level down. */
function errorsOf(schema: JsonSchema, value: unknown): TLocalizedValidationError[] {
	const [, errors] = Schema.Errors(schema, value);
	return errors.flatMap((error) => {
		if (error.keyword !== 'if' || error.params.failingKeyword !== 'then') return [error];
		const branch = (valueAt(schema, error.schemaPath) as JsonSchema).then as JsonSchema;
		return errorsOf(branch, valueAt(value, error.instancePath)).map((inner) => ({
			...inner,
			instancePath: error.instancePath + inner.instancePath,
		}));
	});
}

/** Fields that an answer has fixed (`const` and `readOnly`) and that hold something else: the answer is what to change. */
function fixedFields(schema: JsonSchema, value: unknown, path: string): FormFault[] {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
	const own = (schema.properties ?? {}) as Record<string, JsonSchema>;
	return Object.entries(value).flatMap(([name, each]): FormFault[] => {
		const field = own[name];
		const at = `${path}/${name}`;
		if (!field) return [];
		if (field.const === undefined || field.readOnly !== true) return fixedFields(field, each, at);
		const holds = JSON.stringify(each) === JSON.stringify(field.const);
		return holds ? [] : [{ path: at, code: 'FROM_ANSWER', params: {}, severity: 'error' }];
	});
}

function translate(error: TLocalizedValidationError, form: unknown): FormFault[] {
	const fault = (code: string, params: FormFault['params'] = {}, path = error.instancePath): FormFault[] => [
		{ path, code, params, severity: 'error' },
	];
	switch (error.keyword) {
		case 'required':
			return error.params.requiredProperties.flatMap((name) =>
				fault('REQUIRED', {}, `${error.instancePath}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
			);
		case 'minLength':
			return error.params.limit === 1 ? fault('REQUIRED') : fault('TOO_SHORT', { limit: error.params.limit });
		case 'maxLength':
			return fault('TOO_LONG', { limit: error.params.limit });
		case 'minimum':
		case 'exclusiveMinimum':
			return fault('TOO_SMALL', { limit: String(error.params.limit) });
		case 'maximum':
		case 'exclusiveMaximum':
			return fault('TOO_LARGE', { limit: String(error.params.limit) });
		case 'minItems':
			return fault('TOO_FEW', { limit: error.params.limit });
		case 'maxItems':
			return fault('TOO_MANY', { limit: error.params.limit });
		case 'enum':
		case 'const':
			return fault('CHOICE');
		case 'type':
			return fault('TYPE', { expected: [error.params.type].flat().join('/') });
		case 'format':
			return fault(formatCode(error.params.format, valueAt(form, error.instancePath)));
		case 'pattern':
			return fault('PATTERN');
		case 'oneOf':
		case 'anyOf':
		case 'if':
			return [];
		default:
			return fault('RULE', { keyword: error.keyword });
	}
}

/** A wrong citizen id says which part is wrong; other formats have one fault each. */
function formatCode(format: string, value: unknown): string {
	if (format === 'citizen-id' && typeof value === 'string') {
		const result = readCitizenId(value);
		return result.ok ? 'CITIZEN_ID' : `CITIZEN_ID_${result.fault}`;
	}
	return { 'phone-cn': 'PHONE', 'plain-date': 'DATE' }[format] ?? 'FORMAT';
}

/** Fields that no branch of the form declares. Leftovers of a branch not chosen are let through. */
function unknownFields(schema: JsonSchema, value: unknown, path: string): FormFault[] {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
	const declared = declaredFields(schema);
	return Object.entries(value).flatMap(([name, each]) => {
		const own = declared.get(name);
		const at = `${path}/${name}`;
		return own
			? unknownFields(own, each, at)
			: [{ path: at, code: 'UNKNOWN_FIELD', params: { name }, severity: 'error' as const }];
	});
}

function warnings(schema: JsonSchema, value: unknown, path: string): FormFault[] {
	if (schema.format === 'uscc' && typeof value === 'string' && value !== '') {
		const result = readCreditCode(value);
		return result.ok ? [] : [{ path, code: `CREDIT_CODE_${result.fault}`, params: {}, severity: 'warning' }];
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
	const declared = declaredFields(schema);
	return Object.entries(value).flatMap(([name, each]) => {
		const own = declared.get(name);
		return own ? warnings(own, each, `${path}/${name}`) : [];
	});
}

function valueAt(root: unknown, pointer: string): unknown {
	let node = root;
	for (const step of pointer.split('/').slice(1)) {
		node = (node as Record<string, unknown> | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')];
	}
	return node;
}

/**
 * The same fault twice helps nobody: `oneOf` tells of a wrong choice once per alternative, and a field that an answer
 * has fixed has one fault only.
 */
function unique(faults: FormFault[]): FormFault[] {
	const seen = new Set<string>();
	const fixed = new Set(faults.filter(({ code }) => code === 'FROM_ANSWER').map(({ path }) => path));
	return faults.filter(({ path, code }) => {
		if (code !== 'FROM_ANSWER' && fixed.has(path)) return false;
		const key = `${path} ${code}`;
		return seen.has(key) ? false : seen.add(key);
	});
}
