import type { CaseView } from './types.ts';

const FORM_PREFIX = 'form.';

/** One field of an application form, as far as the desk shows it. */
export interface FormField {
	name: string;
	title: string;
	/** What the values of a choice are called. */
	choices: { value: unknown; title: string }[];
}

interface FieldSchema {
	title?: string;
	oneOf?: { const: unknown; title: string }[];
	items?: FieldSchema;
}

/** The fields of the case's form, in the order in which they were asked. */
export function formFields(view: Pick<CaseView, 'item'>): FormField[] {
	const properties = (view.item.form.schema['properties'] ?? {}) as Record<string, FieldSchema>;
	const order = view.item.form.uiSchema['ui:order'];
	const names = Object.keys(properties);
	const rank = (name: string) =>
		Array.isArray(order) && order.includes(name) ? order.indexOf(name) : names.length;
	return names
		.sort((a, b) => rank(a) - rank(b))
		.map((name) => {
			const field = properties[name] ?? {};
			const choices = field.oneOf ?? field.items?.oneOf ?? [];
			return {
				name,
				title: field.title ?? name,
				choices: choices.map((choice) => ({ value: choice.const, title: choice.title })),
			};
		});
}

/** The field that a code of the law means; undefined when it means a material. */
export function fieldOf(code: string): string | undefined {
	return code.startsWith(FORM_PREFIX) ? code.slice(FORM_PREFIX.length) : undefined;
}

/** What a code of the law is called on this case: a material by its name, `form.<field>` by the field's title. */
export function codeName(view: Pick<CaseView, 'item'>, code: string): string {
	const field = fieldOf(code);
	if (field !== undefined) return formFields(view).find(({ name }) => name === field)?.title ?? field;
	return view.item.materials.find((material) => material.code === code)?.name ?? code;
}
