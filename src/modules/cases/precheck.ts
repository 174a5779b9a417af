import type { Language, Locales } from '../../platform/locales.ts';
import { type Item, textIn, validateForm } from '../catalog/index.ts';
import type { FileMeta, OnBehalfOf, Precheck } from './cases.schema.ts';

type Fault = Precheck['faults'][number];

/** What is checked: everything that the application would be checked for when it is accepted. */
export interface Application {
	form: Record<string, unknown>;
	files: FileMeta[];
	onBehalfOf: OnBehalfOf | null;
}

/** Codes of the materials in hand: what was uploaded, and what the bureau gets itself by data sharing. */
export function materialsInHand(item: Item, files: readonly FileMeta[]): string[] {
	return item.materials
		.filter((material) => material.shared || files.some((file) => file.material === material.code))
		.map((material) => material.code);
}

/**
 * Everything that stands between the application and its acceptance, all at once. Missing papers that may follow
 * (容缺) or be replaced by a commitment (告知承诺) are warnings: they stop nobody.
 */
export function precheck(
	item: Item,
	application: Application,
	locales: Locales,
	language: Language,
): Precheck {
	const faults = [
		...formFaults(item, application, locales, language),
		...materialFaults(item, application, locales, language),
	];
	return { ok: faults.every((fault) => fault.severity === 'warning'), faults };
}

function formFaults(item: Item, { form }: Application, locales: Locales, language: Language): Fault[] {
	return validateForm(item, form).map(({ path, code, params, severity }) => ({
		path,
		code,
		severity,
		text: locales.t(language, `catalog.faults.${code}`, params),
		signposts: [{ text: locales.t(language, 'cases.signposts.CORRECT_FIELD'), action: 'CORRECT' }],
	}));
}

function materialFaults(item: Item, { files }: Application, locales: Locales, language: Language): Fault[] {
	const inHand = materialsInHand(item, files);
	return item.materials
		.filter(({ code, necessity }) => necessity !== 'OPTIONAL' && !inHand.includes(code))
		.map((material): Fault => {
			const code = `MATERIAL_${material.necessity}`;
			const params = { material: textIn(material.name, language), days: material.toleranceDays ?? 0 };
			return {
				path: `material:${material.code}`,
				code,
				severity: material.necessity === 'REQUIRED' ? 'error' : 'warning',
				text: locales.t(language, `cases.faults.${code}`, params),
				signposts: [{ text: locales.t(language, `cases.signposts.${code}`, params), action: 'UPLOAD' }],
			};
		});
}
