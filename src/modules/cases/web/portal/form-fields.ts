/** Reading a form's JSON Schema: what its fields are called, and what stands in them. */
import { declaredFields, isNode, type JsonSchema } from '../../../catalog/web/index.ts';

/** Words of a title: a string, or one for each language with Chinese as the source. */
export function words(text: unknown, language: string): string {
	if (typeof text === 'string') return text;
	if (!isNode(text)) return '';
	const found = text[language] ?? text['zh-CN'];
	return typeof found === 'string' ? found : '';
}

/** Titles along a JSON pointer, outermost first; empty where the form knows no such field. */
export function titlesAt(schema: JsonSchema, pointer: string, language: string): string[] {
	const [name, ...rest] = pointer.split('/').slice(1);
	const field = name === undefined ? undefined : declaredFields(schema).get(name);
	if (!field) return [];
	const title = words(field['title'], language);
	return [
		...(title ? [title] : []),
		...titlesAt(field, rest.length > 0 ? `/${rest.join('/')}` : '', language),
	];
}

/** A field on the way to it, outermost name first, and its value; undefined where there is none. */
export function fieldAt(
	schema: JsonSchema,
	form: JsonSchema,
	[name = '', ...rest]: readonly string[],
): { field: JsonSchema | undefined; value: unknown } {
	const field = declaredFields(schema).get(name);
	const value = form[name];
	if (rest.length === 0 || !field) return { field, value };
	return fieldAt(field, isNode(value) ? value : {}, rest);
}
