import type { Item } from '../catalog.schema.ts';
import type { JsonSchema } from '../form/form.ts';
import type { Question } from './situations.schema.ts';

/** The form field that an answer fills in. Runs in browser and server alike. */
export function fieldOf({ form }: Pick<Item, 'form'>, { field }: Question): JsonSchema | undefined {
	return field?.split('.').reduce<JsonSchema | undefined>((node, name) => {
		const properties = (node?.properties ?? {}) as Record<string, JsonSchema>;
		return properties[name];
	}, form.schema);
}

/** How many options must be chosen at least: where the field wants one, “none of these” is no answer. */
export function leastChoices(item: Pick<Item, 'form'>, question: Question): number {
	const least = question.kind === 'CHOICES' ? fieldOf(item, question)?.minItems : 0;
	return typeof least === 'number' ? least : 0;
}

/** Whether only whole numbers are an answer: the field takes no others. */
export function isWhole(item: Pick<Item, 'form'>, question: Question): boolean {
	return fieldOf(item, question)?.type === 'integer';
}
