import type { CaseView } from './types.ts';

const FORM_PREFIX = 'form.';

type Schema = Record<string, unknown>;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/** The fields of the case's form by name; those of its branches, too. */
export function formFields(view: Pick<CaseView, 'item'>): Map<string, Schema> {
	const { schema } = view.item.form;
	const branches = [schema, ...[schema['then'], schema['else'], schema['allOf']].flat().filter(isSchema)];
	return new Map(
		branches
			.flatMap((branch) => Object.entries(isSchema(branch['properties']) ? branch['properties'] : {}))
			.filter((pair): pair is [string, Schema] => isSchema(pair[1])),
	);
}

/** The field that a code of the law means; undefined when it means a material. */
export function fieldOf(code: string): string | undefined {
	return code.startsWith(FORM_PREFIX) ? code.slice(FORM_PREFIX.length) : undefined;
}

/** What a code of the law is called on this case: a material by its name, `form.<field>` by the field's title. */
export function codeName(view: Pick<CaseView, 'item'>, code: string): string {
	const field = fieldOf(code);
	if (field !== undefined) return String(formFields(view).get(field)?.['title'] ?? field);
	return view.item.materials.find((material) => material.code === code)?.name ?? code;
}
