/** What the editor must know of a TypeBox (so: JSON) schema. Pure. */

export interface Schema {
	type?: string | string[];
	enum?: (string | number)[];
	properties?: Record<string, Schema>;
	required?: string[];
	items?: Schema;
	format?: string;
	pattern?: string;
	minimum?: number;
	maximum?: number;
	minItems?: number;
	maxItems?: number;
	additionalProperties?: boolean | Schema;
}

/** How a value of this schema is edited. */
export type Shape =
	| 'TEXT'
	| 'OBJECT'
	| 'CHOICE'
	| 'CHOICES'
	| 'WORDS'
	| 'LIST'
	| 'YES_NO'
	| 'NUMBER'
	| 'DATE'
	| 'LINE';

/** Whether the schema is a `Text`: the same words in Chinese and English. */
const isText = ({ properties }: Schema): boolean => properties !== undefined && 'zh-CN' in properties;

const typeOf = ({ type }: Schema): string | undefined =>
	Array.isArray(type) ? type.find((each) => each !== 'null') : type;

/** Whether nothing, as a value of its own, is right: `null` and not a missing key. */
export const isNullable = ({ type }: Schema): boolean => Array.isArray(type) && type.includes('null');

/** The shape of a schema; aliases are the one place where a list of words stands in a Text. */
export function shapeOf(schema: Schema): Shape {
	if (schema.enum) return 'CHOICE';
	switch (typeOf(schema)) {
		case 'object':
			return isText(schema) && schema.properties?.['zh-CN']?.type === 'string' ? 'TEXT' : 'OBJECT';
		case 'array':
			if (schema.items?.enum) return 'CHOICES';
			return schema.items && typeOf(schema.items) === 'string' ? 'WORDS' : 'LIST';
		case 'boolean':
			return 'YES_NO';
		case 'integer':
		case 'number':
			return 'NUMBER';
		default:
			return schema.format === 'date' ? 'DATE' : 'LINE';
	}
}

/** A value to begin with: what must be there is there, empty or the first choice. */
export function emptyOf(schema: Schema): unknown {
	if (isNullable(schema)) return null;
	switch (shapeOf(schema)) {
		case 'TEXT':
			return { 'zh-CN': '', en: '' };
		case 'OBJECT':
			return Object.fromEntries(
				(schema.required ?? []).map((name) => [name, emptyOf(schema.properties?.[name] ?? {})]),
			);
		case 'CHOICE':
			return schema.enum?.[0];
		case 'CHOICES':
		case 'WORDS':
			return [];
		case 'LIST':
			return Array.from({ length: schema.minItems ?? 0 }, () => emptyOf(schema.items ?? {}));
		case 'YES_NO':
			return false;
		case 'NUMBER':
			return schema.minimum ?? 0;
		default:
			return '';
	}
}
