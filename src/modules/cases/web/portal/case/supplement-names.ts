import type { CaseView } from '../../../cases.schema.ts';
import { fieldsOf, isNode, type Node, titlesAt } from '../form-fields.ts';

const FIELD = 'form.';

/** Whether a code of the notice names a field of the form (`form.applicant.phone`), not a paper. */
export function isFieldCode(code: string): boolean {
	return code.startsWith(FIELD);
}

const pathOf = (code: string): string[] => code.slice(FIELD.length).split('.');

/** What the applicant calls the paper or field of a code: the part of the form first, since two parts may have a 名称. */
export function nameOf(item: CaseView['item'], code: string): string {
	if (!isFieldCode(code)) return item.materials.find((material) => material.code === code)?.name ?? code;
	const pointer = `/${pathOf(code).join('/')}`;
	return titlesAt(item.form.schema, pointer, '').join(' · ') || code.slice(FIELD.length);
}

/** The form cut down to the fields that the notice names, so that nothing else can be changed. */
export function fieldSchema(form: CaseView['item']['form'], wanted: { code: string }[]) {
	const ways = wanted.filter(({ code }) => isFieldCode(code)).map(({ code }) => pathOf(code));
	return { form: { schema: cutDown(form.schema, ways), ui: form.uiSchema } };
}

function cutDown(schema: Node, ways: readonly string[][]): Node {
	const wanted = Map.groupBy(ways, ([name]) => name ?? '');
	const kept = [...fieldsOf(schema)].flatMap(([name, field]): [string, Node][] => {
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
function requiredIn(schema: Node): string[] {
	const own = Array.isArray(schema.required) ? schema.required.map(String) : [];
	const branches = ['allOf', 'then', 'else'].flatMap((keyword) => [schema[keyword]].flat().filter(isNode));
	return [...new Set([...own, ...branches.flatMap(requiredIn)])];
}

/** Whether a field that the notice names still holds what it held before. */
export function sameField(now: Node, before: Node, code: string): boolean {
	const at = (form: Node): unknown =>
		pathOf(code).reduce<unknown>((node, name) => (isNode(node) ? node[name] : undefined), form);
	return JSON.stringify(at(now)) === JSON.stringify(at(before));
}
