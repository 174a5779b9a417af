/** Reading a form's JSON Schema: which fields it has and what they are called. */

export type Node = Record<string, unknown>;

export const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const nodesIn = (value: unknown): Node[] => [value].flat().filter(isNode);

/** Words of a title: a string, or one for each language with Chinese as the source. */
export function words(text: unknown, language: string): string {
	if (typeof text === 'string') return text;
	if (!isNode(text)) return '';
	const found = text[language] ?? text['zh-CN'];
	return typeof found === 'string' ? found : '';
}

/** All fields of an object schema, those of its conditional branches included, in the order of the form. */
export function fieldsOf(schema: Node): Map<string, Node> {
	const properties = isNode(schema['properties']) ? Object.entries(schema['properties']) : [];
	const own = properties.filter((pair): pair is [string, Node] => isNode(pair[1]));
	const branches = ['allOf', 'oneOf', 'anyOf', 'then', 'else'].flatMap((keyword) => nodesIn(schema[keyword]));
	const more = branches
		.flatMap((branch) => [...fieldsOf(branch)])
		.filter(([name]) => !own.some(([known]) => known === name));
	return new Map([...own, ...more]);
}

/** Titles along a JSON pointer, outermost first; empty where the form knows no such field. */
export function titlesAt(schema: Node, pointer: string, language: string): string[] {
	const [name, ...rest] = pointer.split('/').slice(1);
	const field = name === undefined ? undefined : fieldsOf(schema).get(name);
	if (!field) return [];
	const title = words(field['title'], language);
	return [
		...(title ? [title] : []),
		...titlesAt(field, rest.length > 0 ? `/${rest.join('/')}` : '', language),
	];
}

/** A field on the way to it, outermost name first, and its value; undefined where there is none. */
export function fieldAt(
	schema: Node,
	form: Node,
	[name = '', ...rest]: readonly string[],
): { field: Node | undefined; value: unknown } {
	const field = fieldsOf(schema).get(name);
	const value = form[name];
	if (rest.length === 0 || !field) return { field, value };
	return fieldAt(field, isNode(value) ? value : {}, rest);
}
