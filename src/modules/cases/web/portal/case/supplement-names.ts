import type { CaseView } from '../../../cases.schema.ts';
import { fieldsOf, isNode, type Node, titlesAt } from '../form-fields.ts';

const FIELD = 'form.';

/** Whether a code of the notice names a field of the form (`form.applicant.phone`), not a paper. */
export function isFieldCode(code: string): boolean {
	return code.startsWith(FIELD);
}

const pathOf = (code: string): string[] => code.slice(FIELD.length).split('.');

/** What the applicant calls the paper or field of a code. */
export function nameOf(item: CaseView['item'], code: string): string {
	if (!isFieldCode(code)) return item.materials.find((material) => material.code === code)?.name ?? code;
	const pointer = `/${pathOf(code).join('/')}`;
	return titlesAt(item.form.schema, pointer, '').at(-1) ?? code.slice(FIELD.length);
}

/** The form cut down to the top-level fields that the notice names, so that nothing else can be changed. */
export function fieldSchema(form: CaseView['item']['form'], wanted: { code: string }[]) {
	const names = new Set(wanted.map(({ code }) => pathOf(code)[0] ?? ''));
	const kept = Object.fromEntries([...fieldsOf(form.schema)].filter(([name]) => names.has(name)));
	const required = Array.isArray(form.schema.required) ? form.schema.required : [];
	return {
		form: {
			schema: {
				type: 'object',
				properties: kept,
				required: required.filter((name) => names.has(String(name))),
			},
			ui: form.uiSchema,
		},
	};
}

/** Whether a field that the notice names still holds what it held before. */
export function sameField(now: Node, before: Node, code: string): boolean {
	const at = (form: Node): unknown =>
		pathOf(code).reduce<unknown>((node, name) => (isNode(node) ? node[name] : undefined), form);
	return JSON.stringify(at(now)) === JSON.stringify(at(before));
}
