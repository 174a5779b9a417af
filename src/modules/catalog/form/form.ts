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

/** Whether a value is a JSON object: no list, no text. */
export const isNode = (value: unknown): value is JsonSchema =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** All fields of an object schema, those of its conditional branches included, in the order of the form. */
export function declaredFields(schema: JsonSchema): Map<string, JsonSchema> {
	const properties = isNode(schema.properties) ? Object.entries(schema.properties) : [];
	const own = new Map(properties.filter((pair): pair is [string, JsonSchema] => isNode(pair[1])));
	const branches = ['allOf', 'oneOf', 'anyOf', 'then', 'else'].flatMap((keyword) =>
		[schema[keyword]].flat().filter(isNode),
	);
	const more = branches.flatMap((branch) => [...declaredFields(branch)]);
	return new Map([...own, ...more.filter(([name]) => !own.has(name))]);
}
