import type { Item } from '../catalog.schema.ts';
import { type JsonSchema, localiseForm } from './form.ts';

/**
 * A form filled with plausible values, made from the schema alone: for the demo's seed and for trials
 * of every item. It passes `validateForm`, which a test holds it to.
 */
export function sampleForm(item: Pick<Item, 'form'>): Record<string, unknown> {
	return sampleObject(localiseForm(item.form, 'zh-CN').schema);
}

function sampleObject(schema: JsonSchema): Record<string, unknown> {
	const fields = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
	const own = Object.fromEntries(fields.map(([name, field]) => [name, sampleValue(name, field)]));
	const chosen = ((schema.allOf ?? []) as JsonSchema[])
		.filter((branch) => matches(branch.if as JsonSchema, own))
		.map((branch) => sampleObject((branch.then ?? {}) as JsonSchema));
	return Object.assign(own, ...chosen);
}

/** Conditions of forms are of one kind: a field has a constant value. */
function matches(condition: JsonSchema | undefined, values: Record<string, unknown>): boolean {
	const fields = Object.entries((condition?.properties ?? {}) as Record<string, JsonSchema>);
	return fields.every(([name, field]) => values[name] === field.const);
}

function sampleValue(name: string, field: JsonSchema): unknown {
	if (field.const !== undefined) return field.const;
	if (field.default !== undefined) return field.default;
	const [example] = (field.examples ?? []) as unknown[];
	if (example !== undefined) return example;
	const [choice] = (field.oneOf ?? []) as JsonSchema[];
	if (choice) return choice.const;
	switch (field.type) {
		case 'object':
			return sampleObject(field);
		case 'array':
			return [sampleValue(name, field.items as JsonSchema)];
		case 'boolean':
			return false;
		case 'integer':
		case 'number':
			return sampleNumber(field);
		default:
			return sampleString(name, field);
	}
}

function sampleNumber(field: JsonSchema): number {
	const above = field.exclusiveMinimum;
	if (typeof above === 'number') return Math.floor(above) + 1;
	return Math.max(Number(field.minimum ?? 1), 1);
}

const WORDS: Record<string, string> = {
	name: '济阳区晨光小馆',
	contact: '王小明',
	representative: '王小明',
	address: '济南市济阳区开元大街1号',
};

function sampleString(name: string, field: JsonSchema): string {
	if (field.format === 'plain-date') return name === 'end' ? '2026-12-31' : '2026-12-01';
	const text = WORDS[name] ?? `示例${String(field.title ?? name)}`;
	return text.padEnd(Number(field.minLength ?? 1), '。').slice(0, Number(field.maxLength ?? 500));
}
