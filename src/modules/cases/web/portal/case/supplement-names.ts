import { isFormField } from '../../../../../law/index.ts';
import { declaredFields, isNode, type JsonSchema } from '../../../../catalog/web/index.ts';
import type { CaseView } from '../../../cases.schema.ts';
import { wayOf } from '../../../field-code.ts';
import { titlesAt } from '../form-fields.ts';

/** What the applicant calls the paper or field of a code: the part of the form first, since two parts may have a 名称. */
export function nameOf(item: CaseView['item'], code: string): string {
	if (!isFormField(code)) return item.materials.find((material) => material.code === code)?.name ?? code;
	const pointer = `/${wayOf(code).join('/')}`;
	return titlesAt(item.form.schema, pointer, '').join(' · ') || wayOf(code).join('.');
}

/** The form cut down to the fields that the notice names, so that nothing else can be changed. */
export function fieldSchema(form: CaseView['item']['form'], wanted: { code: string }[]) {
	const ways = wanted.filter(({ code }) => isFormField(code)).map(({ code }) => wayOf(code));
	return { form: { schema: cutDown(form.schema, ways), ui: form.uiSchema } };
}

function cutDown(schema: JsonSchema, ways: readonly string[][]): JsonSchema {
	const wanted = Map.groupBy(ways, ([name]) => name ?? '');
	const kept = [...declaredFields(schema)].flatMap(([name, field]): [string, JsonSchema][] => {
		const inner = wanted.get(name)?.map(([, ...rest]) => rest);
		if (!inner) return [];
		return [[name, inner.some((way) => way.length === 0) ? field : cutDown(field, inner)]];
	});
	const { title } = schema;
	return {
		type: 'object',
		...(title !== undefined && { title }),
		properties: Object.fromEntries(kept),
		required: requiredIn(schema).filter((name) => wanted.has(name)),
	};
}

/** Names that the schema demands, in its branches too: a field that is corrected is not left empty. */
function requiredIn(schema: JsonSchema): string[] {
	const own = Array.isArray(schema.required) ? schema.required.map(String) : [];
	const branches = ['allOf', 'then', 'else'].flatMap((keyword) => [schema[keyword]].flat().filter(isNode));
	return [...new Set([...own, ...branches.flatMap(requiredIn)])];
}

/** Whether a field that the notice names still holds what it held before. */
export function sameField(now: JsonSchema, before: JsonSchema, code: string): boolean {
	const at = (form: JsonSchema): unknown =>
		wayOf(code).reduce<unknown>((node, name) => (isNode(node) ? node[name] : undefined), form);
	return JSON.stringify(at(now)) === JSON.stringify(at(before));
}
