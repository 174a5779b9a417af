/** The fields of an item's form as a table that people edit, and back into JSON Schema without loss. Pure. */
import type { ItemFile } from '../../../../catalog.schema.ts';
import type { JsonSchema } from '../../../../form/form.ts';

type Form = ItemFile['form'];

export const FIELD_KINDS = [
	'TEXT',
	'LONG_TEXT',
	'INTEGER',
	'NUMBER',
	'DATE',
	'YES_NO',
	'CHOICE',
	'CHOICES',
	'PERSON_NAME',
	'CITIZEN_ID',
	'CREDIT_CODE',
	'PHONE',
] as const;
/** OTHER: more than the table can say (a group, a pattern of one's own); kept as it is. */
export type FieldKind = (typeof FIELD_KINDS)[number] | 'OTHER';

/** A field: its own schema and hints as written, and what the form says about it elsewhere. */
export interface FieldRow {
	name: string;
	schema: JsonSchema;
	ui: unknown;
	required: boolean;
	when: string | undefined;
}

/** An answer that can be chosen. */
export interface FieldOption {
	const: string;
	title: { 'zh-CN': string; en: string };
}

const FORMATS: Record<string, FieldKind> = {
	'person-name': 'PERSON_NAME',
	'citizen-id': 'CITIZEN_ID',
	uscc: 'CREDIT_CODE',
	'phone-cn': 'PHONE',
	'plain-date': 'DATE',
};
const ORDER = 'ui:order';

const propertiesOf = ({ schema }: Form) => (schema.properties ?? {}) as Record<string, JsonSchema>;
const widgetOf = (ui: unknown): unknown => (ui as JsonSchema | undefined)?.['ui:widget'];

/** The form's own fields, in the order of the schema; those of shared parts are not among them. */
export function readRows(form: Form): FieldRow[] {
	const required = (form.schema.required ?? []) as string[];
	return Object.entries(propertiesOf(form)).map(([name, schema]) => ({
		name,
		schema,
		ui: form.ui?.[name],
		required: required.includes(name),
		when: form.when?.[name],
	}));
}

/** Puts the table back into the form. What the table does not show stays as it was. */
export function writeRows(form: Form, rows: readonly FieldRow[]): Form {
	const before = Object.keys(propertiesOf(form));
	const foreign = (name: string) => !before.includes(name);
	const names = rows.map(({ name }) => name);
	const needed = rows.filter((row) => row.required).map(({ name }) => name);
	const required = inOrder((form.schema.required ?? []) as string[], needed, foreign);
	const ui = {
		...pick(form.ui, foreign),
		...present(rows.map(({ name, ui: hints }) => [name, hints])),
	} as Record<string, unknown>;
	if (Array.isArray(ui[ORDER])) ui[ORDER] = reordered(ui[ORDER] as string[], before, names);
	const when = { ...pick(form.when, foreign), ...present(rows.map((row) => [row.name, row.when])) };
	const { required: _required, ...schema } = form.schema;
	const { ui: _ui, when: _when, ...others } = form;
	return {
		...others,
		schema: {
			...schema,
			...(required.length > 0 || form.schema.required ? { required } : {}),
			properties: Object.fromEntries(rows.map((row) => [row.name, row.schema])),
		},
		...(Object.keys(ui).length > 0 || form.ui ? { ui } : {}),
		...(Object.keys(when).length > 0 ? { when } : {}),
	} as Form;
}

/** Names that stay keep their place; new ones follow. */
function inOrder(old: string[], wanted: string[], keeps: (name: string) => boolean): string[] {
	const staying = old.filter((name) => keeps(name) || wanted.includes(name));
	return [...staying, ...wanted.filter((name) => !staying.includes(name))];
}

/** `ui:order` with the form's own fields in their new order, at the places that the old ones had. */
function reordered(order: string[], before: string[], after: string[]): string[] {
	if (before.join() === after.join()) return order;
	const waiting = [...after];
	const filled = order.flatMap((name) => (before.includes(name) ? waiting.splice(0, 1) : [name]));
	const rest = filled.indexOf('*');
	return rest < 0 ? [...filled, ...waiting] : [...filled.slice(0, rest), ...waiting, ...filled.slice(rest)];
}

function pick(
	record: Record<string, unknown> | undefined,
	keeps: (name: string) => boolean,
): Record<string, unknown> {
	return Object.fromEntries(Object.entries(record ?? {}).filter(([name]) => keeps(name)));
}

function present(pairs: [string, unknown][]): Record<string, unknown> {
	return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

/** What kind of field a row is. */
export function kindOf({ schema, ui }: Pick<FieldRow, 'schema' | 'ui'>): FieldKind {
	const { type, format } = schema;
	if (type === 'boolean') return 'YES_NO';
	if (type === 'integer') return 'INTEGER';
	if (type === 'number') return 'NUMBER';
	if (type === 'array') return Array.isArray((schema.items as JsonSchema)?.oneOf) ? 'CHOICES' : 'OTHER';
	if (type !== 'string' || schema.pattern !== undefined) return 'OTHER';
	if (Array.isArray(schema.oneOf)) return 'CHOICE';
	if (format !== undefined) return FORMATS[String(format)] ?? 'OTHER';
	return widgetOf(ui) === 'textarea' ? 'LONG_TEXT' : 'TEXT';
}

/** Options of a choice; empty for other kinds. */
export function optionsOf({ schema }: Pick<FieldRow, 'schema'>): FieldOption[] {
	const holder = schema.type === 'array' ? (schema.items as JsonSchema | undefined) : schema;
	return (holder?.oneOf ?? []) as FieldOption[];
}

/** The row with other options. */
export function withOptions(row: FieldRow, options: FieldOption[]): FieldRow {
	const { schema } = row;
	if (schema.type !== 'array') return { ...row, schema: { ...schema, oneOf: options } };
	return { ...row, schema: { ...schema, items: { ...(schema.items as JsonSchema), oneOf: options } } };
}

const TWO_OPTIONS: FieldOption[] = ['A', 'B'].map((value) => ({
	const: value,
	title: { 'zh-CN': '', en: '' },
}));

/** What a kind adds to a field's own words. */
const MAKES: Record<
	(typeof FIELD_KINDS)[number],
	(options: FieldOption[]) => { schema: JsonSchema; ui?: JsonSchema }
> = {
	TEXT: () => ({ schema: { type: 'string', maxLength: 200 } }),
	LONG_TEXT: () => ({ schema: { type: 'string', maxLength: 2000 }, ui: { 'ui:widget': 'textarea' } }),
	INTEGER: () => ({ schema: { type: 'integer', minimum: 0 } }),
	NUMBER: () => ({ schema: { type: 'number', minimum: 0 } }),
	DATE: () => ({ schema: { type: 'string', format: 'plain-date' }, ui: { 'ui:widget': 'date' } }),
	YES_NO: () => ({ schema: { type: 'boolean', default: false } }),
	CHOICE: (oneOf) => ({ schema: { type: 'string', oneOf } }),
	CHOICES: (oneOf) => ({
		schema: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', oneOf } },
		ui: { 'ui:widget': 'checkboxes' },
	}),
	PERSON_NAME: () => ({ schema: { type: 'string', format: 'person-name', minLength: 2, maxLength: 50 } }),
	CITIZEN_ID: () => ({ schema: { type: 'string', format: 'citizen-id' } }),
	CREDIT_CODE: () => ({ schema: { type: 'string', format: 'uscc', minLength: 8, maxLength: 20 } }),
	PHONE: () => ({ schema: { type: 'string', format: 'phone-cn' } }),
};

/** The row as a field of another kind; its words stay, and its options where the new kind has some. */
export function ofKind(row: FieldRow, kind: (typeof FIELD_KINDS)[number]): FieldRow {
	if (kindOf(row) === kind) return row;
	const { title, description } = row.schema;
	const known = optionsOf(row);
	const { schema, ui } = MAKES[kind](known.length > 0 ? known : TWO_OPTIONS);
	const { type, ...rest } = schema;
	return {
		...row,
		schema: { type, title, ...(description === undefined ? {} : { description }), ...rest },
		ui,
	};
}

/** A new field with a name that is still free. */
export function newRow(rows: readonly FieldRow[]): FieldRow {
	const taken = new Set(rows.map(({ name }) => name));
	let number = rows.length + 1;
	while (taken.has(`field${number}`)) number++;
	const row = { name: `field${number}`, ui: undefined, required: false, when: undefined };
	return { ...row, schema: { type: 'string', title: { 'zh-CN': '', en: '' }, maxLength: 200 } };
}

/** The English words as a name: “Number of seats” → `numberOfSeats`; undefined where none comes of it. */
export function nameFrom(words: string): string | undefined {
	const [first, ...rest] = words
		.replace(/[^A-Za-z0-9 ]+/g, ' ')
		.trim()
		.split(/\s+/)
		.slice(0, 4);
	if (!first || !/^[A-Za-z]/.test(first)) return undefined;
	const camel = rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join('');
	return (first.toLowerCase() + camel).slice(0, 40);
}

/** Whether nobody has chosen the name yet. */
export const isMadeUp = (name: string): boolean => /^((field|question)\d*)?$/.test(name);
