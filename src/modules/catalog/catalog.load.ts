import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { TSchema } from 'typebox';
import {
	type Definition,
	type Fault,
	loadDefinitions,
	schemaFaults,
} from '../../platform/definitions/index.ts';
import {
	type Basis,
	type BasisRef,
	FormPart,
	type Item,
	ItemFile,
	Material,
	MaterialsPart,
	StatutesPart,
	type Text,
	type Window,
	WindowsPart,
} from './catalog.schema.ts';
import { contradictions, formFaults, textFaults } from './contradictions.ts';
import { conditionText } from './situations/words.ts';

/** What items share, by name. */
interface Parts {
	statutes: Record<string, Text>;
	windows: Map<string, Window>;
	materials: Map<string, MaterialsPart['materials'][number]>;
	forms: Map<string, FormPart>;
	faults: Fault[];
}

export interface LoadedCatalog {
	items: Item[];
	faults: Fault[];
}

/**
 * Reads the catalogue from its folder: items as `*.yaml`, shared parts below `_parts/`.
 * Names every fault of every file at once; items with faults are left out.
 */
export function loadCatalog(folder: string): LoadedCatalog {
	const parts = loadParts(join(folder, '_parts'));
	const files = loadDefinitions(folder, ItemFile);
	const items: Item[] = [];
	const faults = [...parts.faults, ...files.faults, ...doubles(files.definitions)];
	for (const definition of files.definitions) {
		const resolved = resolve(definition, parts);
		const own = [...nameFaults(definition), ...textFaults(definition), ...resolved.faults];
		const all = resolved.item ? [...own, ...contradictions(definition, resolved.item)] : own;
		faults.push(...all);
		if (resolved.item && all.length === 0) items.push(resolved.item);
	}
	return {
		items,
		faults: [...faults, ...files.definitions.flatMap((each) => otherItems(each, files.definitions))],
	};
}

function loadParts(folder: string): Parts {
	const faults: Fault[] = [];
	const read = <T extends TSchema>(sub: string, schema: T) => {
		const path = join(folder, sub);
		if (!existsSync(path)) return [];
		const loaded = loadDefinitions(path, schema);
		faults.push(...loaded.faults, ...loaded.definitions.flatMap((definition) => textFaults(definition)));
		return loaded.definitions;
	};
	const statutes = read('statutes', StatutesPart);
	const windows = read('windows', WindowsPart);
	const materials = read('materials', MaterialsPart);
	const forms = read('forms', FormPart);
	faults.push(...forms.flatMap((definition) => formFaults(definition, definition.value.schema, ['schema'])));
	return {
		statutes: Object.assign({}, ...statutes.map(({ value }) => value.statutes)),
		windows: new Map(windows.flatMap(({ value }) => value.windows).map((each) => [each.id, each])),
		materials: new Map(materials.flatMap(({ value }) => value.materials).map((each) => [each.code, each])),
		forms: new Map(forms.map(({ value }) => [value.name, value])),
		faults,
	};
}

/** Puts the shared parts into an item; a name that leads nowhere is a fault. */
function resolve(definition: Definition<ItemFile>, parts: Parts): { item?: Item; faults: Fault[] } {
	const file = definition.value;
	const faults: Fault[] = [];
	const basis = (ref: BasisRef, path: (string | number)[]): Basis => {
		const name = parts.statutes[ref.statute];
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
		item: { ...file, legalBasis, materials, fees, window, form, questions, warnings, limits },
		faults,
	};
}

function resolveMaterial(
	definition: Definition<ItemFile>,
	index: number,
	parts: Parts,
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
function resolveForm(definition: Definition<ItemFile>, parts: Parts, faults: Fault[]): Item['form'] {
	const { form } = definition.value;
	const used = form.parts.flatMap((name, index) => {
		const part = parts.forms.get(name);
		if (!part) faults.push(definition.fault(['form', 'parts', index], 'NO_FORM_PART', { name }));
		return part ? [part] : [];
	});
	const names = used.map((part) => part.name);
	const schema = form.schema as { properties?: object; required?: string[] };
	const ownNames = Object.keys(schema.properties ?? {});
	faults.push(...formFaults(definition, schema, ['form', 'schema']));
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

/** `<code>.yaml` for the newest version, `<code>@<version>.yaml` for the others: one item, one name. */
function nameFaults(definition: Definition<ItemFile>): Fault[] {
	const { code, version } = definition.value;
	const name = basename(definition.file).replace(/\.\w+$/, '');
	if (name === code || name === `${code}@${version}`) return [];
	return [definition.fault(['code'], 'FILE_NAME', { code, name })];
}

/** Items that a warning leads to must be there. */
function otherItems({ value, fault }: Definition<ItemFile>, all: readonly Definition<ItemFile>[]): Fault[] {
	return (value.warnings ?? []).flatMap(({ item: name }, index) => {
		const isThere = name === undefined || all.some((other) => other.value.code === name);
		return isThere ? [] : [fault(['warnings', index, 'item'], 'NO_ITEM', { name })];
	});
}

function doubles(definitions: Definition<ItemFile>[]): Fault[] {
	const seen = new Map<string, string>();
	return definitions.flatMap((definition) => {
		const key = `${definition.value.code}@${definition.value.version}`;
		const other = seen.get(key);
		seen.set(key, definition.file);
		return other === undefined ? [] : [definition.fault(['version'], 'VERSION_TWICE', { key, other })];
	});
}
