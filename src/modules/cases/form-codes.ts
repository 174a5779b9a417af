/** Fields of a form by the code that a notice knows them by: `form.applicant.phone`. */
import Schema from 'typebox/schema';
import { declaredFields, isNode, type JsonSchema, textIn } from '../catalog/index.ts';
import { FIELD, wayOf } from './field-code.ts';

type Form = Record<string, unknown>;

/** A form as an item defines it: its schema, and the order in which it is shown. */
interface FormOf {
	schema: JsonSchema;
	ui: Form;
}

const nodes = (value: unknown): JsonSchema[] => [value].flat().filter(isNode);

/** Codes of every question that the form asks with these values, in the order in which it is shown. */
export function fieldCodes({ schema, ui }: FormOf, form: unknown, prefix = FIELD): string[] {
	const fields = askedFields(schema, isNode(form) ? form : {});
	const order = Array.isArray(ui['ui:order']) ? ui['ui:order'] : [];
	const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
	return [...fields]
		.sort(([a], [b]) => place(a) - place(b))
		.flatMap(([name, field]) => {
			if (!isGroup(field)) return [prefix + name];
			const inner = isNode(ui[name]) ? ui[name] : {};
			return fieldCodes({ schema: field, ui: inner }, isNode(form) ? form[name] : {}, `${prefix}${name}.`);
		});
}

const isGroup = (field: JsonSchema): boolean => isNode(field.properties);

/** The fields of one level, those of the branches that these values choose included. */
function askedFields(schema: JsonSchema, form: Form): Map<string, JsonSchema> {
	const branches = [
		...nodes(schema.allOf),
		...nodes(schema.oneOf).filter((branch) => isGroup(branch) && Schema.Check(branch, form)),
		...(isNode(schema.if) ? nodes(Schema.Check(schema.if, form) ? schema.then : schema.else) : []),
	];
	const own = Object.entries(isNode(schema.properties) ? schema.properties : {});
	return new Map([
		...branches.flatMap((branch) => [...askedFields(branch, form)]),
		...own.filter((pair): pair is [string, JsonSchema] => isNode(pair[1])),
	]);
}

/** Titles along the way to a field, outermost first; undefined where the form knows no such field. */
export function fieldTitles(schema: JsonSchema, code: string, language: string): string[] | undefined {
	const titles: string[] = [];
	let node: JsonSchema | undefined = schema;
	for (const name of wayOf(code)) {
		node = declaredFields(node).get(name);
		if (!node) return undefined;
		titles.push(titleOf(node, language) || name);
	}
	return titles;
}

function titleOf({ title }: JsonSchema, language: string): string {
	if (typeof title === 'string') return title;
	return isNode(title) && 'zh-CN' in title ? textIn(title as { 'zh-CN': string }, language) : '';
}

/**
 * The form with one field as it is in another form: without it where that form leaves it blank, unchanged where that
 * form has not even the group that it belongs to.
 */
export function withField(form: Form, [name = '', ...rest]: readonly string[], sent: unknown): Form {
	const given = isNode(sent) ? sent[name] : undefined;
	if (rest.length > 0) {
		if (given === undefined) return form;
		const inner = form[name];
		return { ...form, [name]: withField(isNode(inner) ? inner : {}, rest, given) };
	}
	if (given !== undefined) return { ...form, [name]: given };
	const { [name]: _gone, ...others } = form;
	return others;
}
