import { type Definition, type Fault, schemaFaults } from '../../../platform/definitions/index.ts';
import type { Item, ItemFile } from '../catalog.schema.ts';
import { hintFaults } from '../form/form-shape.ts';
import { type Basis, type BasisRef, Material } from '../material.schema.ts';
import type { Question } from '../situations/situations.schema.ts';
import { conditionText } from '../situations/words.ts';
import { formFaults } from './contradictions.ts';
import type { PartLookup } from './parts.ts';

/** Puts the shared parts into an item; a name that leads nowhere is a fault. */
export function resolve(
	definition: Definition<ItemFile>,
	parts: PartLookup,
): { item?: Item; faults: Fault[] } {
	const file = definition.value;
	const faults: Fault[] = [];
	const basis = (ref: BasisRef, path: (string | number)[]): Basis => {
		const name = parts.statutes.get(ref.statute);
		if (!name) faults.push(definition.fault([...path, 'statute'], 'NO_STATUTE', { name: ref.statute }));
		return { ...ref, name: name ?? { 'zh-CN': ref.statute, en: ref.statute } };
	};
	const legalBasis = file.legalBasis.map((ref, index) => basis(ref, ['legalBasis', index]));
	const materials = file.materials.map((_, index) =>
		resolveMaterial(definition, index, parts, basis, faults),
	);
	const fees = file.fees.map((fee, index) => {
		if (!fee.basis) faults.push(definition.fault(['fees', index], 'FEE_WITHOUT_BASIS'));
		return { ...fee, basis: basis(fee.basis ?? { statute: 'none', sure: false }, ['fees', index, 'basis']) };
	});
	const window = parts.windows.get(file.window);
	if (!window) faults.push(definition.fault(['window'], 'NO_WINDOW', { name: file.window }));
	const form = resolveForm(definition, parts, faults);
	if (faults.length > 0 || !window) return { faults };
	const { questions = [], warnings = [], limits = [] } = file;
	return {
		item: {
			...file,
			legalBasis,
			materials,
			fees,
			window,
			form,
			questions,
			warnings: inWords(warnings, questions),
			limits: inWords(limits, questions),
		},
		faults,
	};
}

/** Conditions as people read them, beside the conditions. */
function inWords<T extends { when: string }>(entries: readonly T[], questions: readonly Question[]) {
	return entries.map((entry) => ({ ...entry, condition: conditionText(entry.when, questions) }));
}

function resolveMaterial(
	definition: Definition<ItemFile>,
	index: number,
	parts: PartLookup,
	basis: (ref: BasisRef, path: (string | number)[]) => Basis,
	faults: Fault[],
): Material {
	const path = ['materials', index];
	const { use, ...own } = definition.value.materials[index] ?? {};
	const shared = use === undefined ? undefined : parts.materials.get(use);
	if (use !== undefined && !shared)
		faults.push(definition.fault([...path, 'use'], 'NO_MATERIAL', { name: use }));
	const merged = { ...shared, ...own };
	const ref = merged.basis;
	const { questions = [] } = definition.value;
	const material = {
		...merged,
		...(ref ? { basis: basis(ref, [...path, 'basis']) } : {}),
		...(merged.when ? { condition: conditionText(merged.when, questions) } : {}),
	};
	if (use === undefined || shared) {
		for (const fault of schemaFaults(Material, material)) {
			faults.push(definition.fault([...path, ...fault.path], fault.code, fault.params));
		}
	}
	return material as Material;
}

/** Shared form parts become groups before the item's own fields, in the order in which they are named. */
function resolveForm(definition: Definition<ItemFile>, parts: PartLookup, faults: Fault[]): Item['form'] {
	const { form } = definition.value;
	const used = form.parts.flatMap((name, index) => {
		const part = parts.forms.get(name);
		if (!part) faults.push(definition.fault(['form', 'parts', index], 'NO_FORM_PART', { name }));
		return part ? [part] : [];
	});
	const names = used.map((part) => part.name);
	const schema = form.schema as { properties?: object; required?: string[] };
	const wrong = [
		...formFaults(definition, schema, ['form', 'schema']),
		...hintFaults(definition, form.ui ?? {}, ['form', 'ui']),
	];
	faults.push(...wrong);
	// What is no form cannot be put together; the faults say so.
	if (wrong.length > 0) return { schema: {}, ui: {} };
	const ownNames = Object.keys(schema.properties ?? {});
	return {
		schema: {
			type: 'object',
			...schema,
			required: [...names, ...(schema.required ?? [])],
			properties: {
				...Object.fromEntries(used.map((part) => [part.name, part.schema])),
				...schema.properties,
			},
		},
		ui: {
			'ui:order': [...names, ...ownNames, '*'],
			...Object.fromEntries(used.map((part) => [part.name, part.ui])),
			...form.ui,
		},
		...(form.when ? { when: form.when } : {}),
	};
}
