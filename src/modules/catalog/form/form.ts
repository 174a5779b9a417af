/**
 * The application form in one language. Runs in browser and server alike.
 * Authors write `title`, `description` and `placeholder` as `{ zh-CN, en }`; JSON Schema wants strings.
 */
import type { FormDefinition } from '../catalog.schema.ts';

export type JsonSchema = { [keyword: string]: unknown };

const isText = (value: unknown): value is Record<string, string> =>
	typeof value === 'object' && value !== null && 'zh-CN' in value && typeof value['zh-CN'] === 'string';

/** The words of a `Text` in a language; falls back to Chinese, the source. */
export function textIn(text: { 'zh-CN': string; en?: string; 'zh-TW'?: string }, language: string): string {
	return (text as Record<string, string | undefined>)[language] ?? text['zh-CN'];
}

/** Plain JSON Schema and display hints (rjsf `uiSchema`) with every text in `language`. */
export function localiseForm(
	form: FormDefinition,
	language: string,
): { schema: JsonSchema; uiSchema: JsonSchema } {
	return {
		schema: localise(form.schema, language) as JsonSchema,
		uiSchema: localise(form.ui, language) as JsonSchema,
	};
}

function localise(node: unknown, language: string): unknown {
	if (Array.isArray(node)) return node.map((each) => localise(each, language));
	if (typeof node !== 'object' || node === null) return node;
	if (isText(node)) return textIn(node as { 'zh-CN': string }, language);
	return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, localise(value, language)]));
}

/** All fields of an object schema, those of its conditional branches included. */
export function declaredFields(schema: JsonSchema): Map<string, JsonSchema> {
	const fields = new Map<string, JsonSchema>();
	const branches = [...listOf(schema.allOf), schema.then, schema.else, ...listOf(schema.oneOf)];
	for (const branch of branches) {
		if (typeof branch !== 'object' || branch === null) continue;
		for (const [name, field] of declaredFields(branch as JsonSchema)) fields.set(name, field);
	}
	for (const [name, field] of Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>)) {
		fields.set(name, field);
	}
	return fields;
}

function listOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}
