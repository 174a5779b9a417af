import type { CaseView } from './types.ts';

type Schema = Record<string, unknown>;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/** The questions of the case's form by name; those of its branches, too. A group counts as one. */
export function formFields(view: Pick<CaseView, 'item'>): Map<string, Schema> {
	const { schema } = view.item.form;
	const branches = [schema, ...[schema.then, schema.else, schema.allOf].flat().filter(isSchema)];
	return new Map(
		branches
			.flatMap((branch) => Object.entries(isSchema(branch.properties) ? branch.properties : {}))
			.filter((pair): pair is [string, Schema] => isSchema(pair[1])),
	);
}
