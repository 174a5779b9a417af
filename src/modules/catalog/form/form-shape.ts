/** What the form of an item may be made of. Whatever fills in, prints or checks forms relies on it. */
import Type, { type TSchema } from 'typebox';
import { type Definition, type Fault, type Path, schemaFaults } from '../../../platform/definitions/index.ts';
import type { JsonSchema } from './form.ts';

const strict = { additionalProperties: false } as const;
/** Words are looked at by `formFaults`, which says more about them. */
const words = Type.Optional(Type.Unknown());
const count = (maximum: number) => Type.Optional(Type.Integer({ minimum: 0, maximum }));
const number = Type.Optional(Type.Number());
const Value = Type.Union([Type.String({ maxLength: 1000 }), Type.Number(), Type.Boolean()]);
const Names = Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 100 }));
const TYPES = ['object', 'string', 'number', 'integer', 'boolean', 'array'] as const;
/** Names of fields stand in ways (`premises.area`) and in codes. */
const NAME = '^[A-Za-z]\\w*$';
/** Characters and entries of one answer, and groups in each other. */
const LONGEST = 10_000;
const MOST_ENTRIES = 100;
const DEEPEST_GROUP = 3;

const group = (field: TSchema) => ({
	properties: Type.Optional(
		Type.Unsafe<object>({
			type: 'object',
			maxProperties: 100,
			propertyNames: { maxLength: 60 },
			patternProperties: { [NAME]: field },
			additionalProperties: false,
		}),
	),
	required: Names,
});

/** A condition inside a form: a field has a constant value. */
const Given = Type.Object({ const: Value }, strict);
const branches = (field: TSchema) =>
	Type.Optional(
		Type.Array(
			// biome-ignore lint/suspicious/noThenProperty: it is a word of JSON Schema; nothing here is awaited.
			Type.Object({ if: Type.Object(group(Given), strict), then: Type.Object(group(field), strict) }, strict),
			{ maxItems: 20 },
		),
	);

const plain = {
	type: Type.Optional(Type.Enum(TYPES)),
	title: words,
	description: words,
	const: Type.Optional(Value),
	default: Type.Optional(Type.Unknown()),
	examples: Type.Optional(Type.Array(Type.Unknown(), { minItems: 1, maxItems: 10 })),
	oneOf: Type.Optional(
		Type.Array(Type.Object({ const: Value, title: words }, strict), { minItems: 1, maxItems: 200 }),
	),
	minimum: number,
	maximum: number,
	exclusiveMinimum: number,
	exclusiveMaximum: number,
	multipleOf: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
	minLength: count(LONGEST),
	maxLength: count(LONGEST),
	pattern: Type.Optional(Type.String({ maxLength: 200 })),
	format: Type.Optional(Type.String({ maxLength: 40 })),
	minItems: count(MOST_ENTRIES),
	maxItems: count(MOST_ENTRIES),
	uniqueItems: Type.Optional(Type.Boolean()),
	readOnly: Type.Optional(Type.Boolean()),
};

function fieldWithin(depth: number): TSchema {
	if (depth === 0) return Type.Object(plain, strict);
	const inner = fieldWithin(depth - 1);
	return Type.Object(
		{ ...plain, ...group(inner), allOf: branches(inner), items: Type.Optional(inner) },
		strict,
	);
}
const FormShape = fieldWithin(DEEPEST_GROUP);

const ui = (inner: TSchema | boolean): TSchema =>
	Type.Unsafe({
		type: 'object',
		maxProperties: 100,
		properties: {
			'ui:order': Names,
			'ui:widget': Type.Enum(['textarea', 'date', 'checkboxes', 'radio', 'select', 'text']),
			'ui:options': Type.Object({ inputType: Type.Enum(['tel', 'number', 'email', 'text']) }, strict),
			'ui:autocomplete': Type.String({ maxLength: 40 }),
		},
		patternProperties: { [NAME]: inner },
		additionalProperties: false,
	});
const UiShape = ui(ui(ui(ui(false))));

/** Everything in the display hints of a form that nothing here understands. */
export function hintFaults<T>({ fault }: Definition<T>, hints: object, path: Path): Fault[] {
	return schemaFaults(UiShape, hints).map((each) => fault([...path, ...each.path], each.code, each.params));
}

/** Everything in a form that is none of what forms are made of, and every pattern that could take for ever. */
export function shapeFaults<T>({ fault }: Definition<T>, schema: JsonSchema, path: Path): Fault[] {
	const wrong = schemaFaults(FormShape, schema).map((each) =>
		fault([...path, ...each.path], each.code, each.params),
	);
	return wrong.length > 0 ? wrong : insideFaults(fault, schema, path);
}

function insideFaults(fault: Definition<unknown>['fault'], node: JsonSchema, at: Path): Fault[] {
	const { type, items, pattern } = node;
	const own: Fault[] = [];
	if (type === 'array' && items === undefined)
		own.push(fault([...at, 'items'], 'MISSING', { name: 'items' }));
	if (typeof pattern === 'string' && !isQuick(pattern))
		own.push(fault([...at, 'pattern'], 'PATTERN_SLOW', { pattern }));
	const inner = (child: JsonSchema | undefined, ...way: Path) =>
		child ? insideFaults(fault, child, [...at, ...way]) : [];
	const properties = Object.entries((node.properties ?? {}) as Record<string, JsonSchema>);
	return [
		...own,
		...properties.flatMap(([name, field]) => inner(field, 'properties', name)),
		...((node.allOf ?? []) as { then: JsonSchema }[]).flatMap((each, index) =>
			inner(each.then, 'allOf', index, 'then'),
		),
		...inner(items as JsonSchema | undefined, 'items'),
	];
}

/** Alternatives that a pattern may have: each doubles, at worst, what is to be tried. */
const MOST_ALTERNATIVES = 8;

/**
 * Whether a pattern is one, and the time that it takes grows no faster than the text: it begins at the beginning, one
 * part at most is of no fixed length, no group is repeated, and nothing looks around or back.
 */
export function isQuick(pattern: string): boolean {
	try {
		new RegExp(pattern, 'u');
	} catch {
		return false;
	}
	if (!pattern.startsWith('^') || /\\[1-9k]|\(\?(?!:)/.test(pattern)) return false;
	const bare = bareOf(pattern);
	const loose = bare.match(/[*+?]\??|\{\d+,\d*\}\??/g)?.length ?? 0;
	const alternatives = bare.split('|').length - 1;
	return loose <= 1 && alternatives <= MOST_ALTERNATIVES && !/\)[*+{]/.test(bare) && !hasOpenChoice(bare);
}

/** The pattern with one letter for each character or class, and nothing for what is repeated a fixed number of times. */
function bareOf(pattern: string): string {
	return pattern
		.replace(/\\[pP]\{[^}]*\}|\\u\{?[0-9a-fA-F]+\}?|\\./gu, 'a')
		.replace(/\[[^\]]*\]/g, 'a')
		.replaceAll('(?:', '(')
		.replace(/(?<!\))\{(\d{1,3})\}/g, '');
}

/** Alternatives outside a group: all but the first would not begin at the beginning. */
function hasOpenChoice(bare: string): boolean {
	let depth = 0;
	for (const sign of bare) {
		if (sign === '(') depth += 1;
		else if (sign === ')') depth -= 1;
		else if (sign === '|' && depth === 0) return true;
	}
	return false;
}
