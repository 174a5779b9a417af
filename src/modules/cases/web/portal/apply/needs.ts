import { type Item, isNode, type JsonSchema } from '../../../../catalog/web/index.ts';

/** What an application costs somebody: counted from the item as it applies in that person's situation. */
export interface Needs {
	/** Papers to hand in; what the bureau fetches itself and what is optional are not among them. */
	papers: number;
	/** Fields of the form to fill in, about: those that depend on others may come on top. */
	fields: number;
	/** Working days to the decision; 0 on the spot. */
	days: number;
	visits: number;
}

/** @param atWindow who has come to the window has come once, whatever could be done on line */
export function needsOf({ materials, form, rules, standard }: Item, atWindow = false): Needs {
	return {
		papers: materials.filter(({ shared, necessity }) => !shared && necessity !== 'OPTIONAL').length,
		fields: countFields(form.schema),
		days: rules.onTheSpot ? 0 : rules.promiseDays,
		visits: atWindow ? 1 : standard.limit_scene_num,
	};
}

/** Fields that have to be filled in: optional ones and those that an answer has filled in do not count; of branches the longest. */
function countFields(schema: JsonSchema): number {
	const required = Array.isArray(schema['required']) ? schema['required'] : [];
	const own = Object.entries(isNode(schema['properties']) ? schema['properties'] : {});
	const branches = [schema['allOf']]
		.flat()
		.filter(isNode)
		.map(({ then }) => (isNode(then) ? countFields(then) : 0));
	return own.reduce(
		(count, [name, field]) => {
			if (!isNode(field)) return count;
			if (isNode(field['properties'])) return count + countFields(field);
			return required.includes(name) && field['readOnly'] !== true ? count + 1 : count;
		},
		Math.max(0, ...branches),
	);
}
