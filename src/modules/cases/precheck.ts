import type { Language, Locales } from '../../platform/locales.ts';
import {
	type Answers,
	answerFaults,
	type Item,
	textIn,
	validateForm,
	warningsFor,
} from '../catalog/index.ts';
import { askedFor } from './asked.ts';
import type { FileMeta, Precheck } from './cases.schema.ts';

type Fault = Precheck['faults'][number];

/** What is checked: everything that the application would be checked for when it is accepted. */
export interface Application {
	answers: Answers;
	form: Record<string, unknown>;
	files: FileMeta[];
}

/** The item as it is, and as it applies in the situation of the application. */
export interface Applied {
	whole: Item;
	situated: Item;
}

interface Words {
	locales: Locales;
	language: Language;
}

/** Codes of the materials in hand: what was uploaded, and what the bureau gets itself by data sharing. */
export function materialsInHand(item: Item, files: readonly FileMeta[]): string[] {
	return item.materials
		.filter((material) => material.shared || files.some((file) => file.material === material.code))
		.map((material) => material.code);
}

/**
 * Everything that stands between the application and its acceptance, all at once. Missing papers that may follow
 * (容缺) or be replaced by a commitment (告知承诺) are warnings: they stop nobody. What is not asked for in this
 * situation is not looked at.
 */
export function precheck(item: Applied, application: Application, words: Words): Precheck {
	const { whole, situated } = item;
	const asked = askedFor(whole, situated, application);
	const faults = [
		...answersFaults(whole, asked.answers, words),
		...stops(whole, asked.answers, words),
		...formFaults(situated, asked, words),
		...materialFaults(situated, asked, words),
	];
	return verdict(faults);
}

/**
 * Nobody is kept from handing in because papers are missing or because we think that something else is needed: the
 * bureau then says so in writing (Arts. 32 ¶1(1), (4)). What cannot be read as an application is no application.
 */
export function verdict(faults: Fault[]): Precheck {
	const errors = faults.filter(({ severity }) => severity === 'error');
	return {
		ok: errors.length === 0,
		mayHandIn: errors.every(({ path }) => /^(material|situation):/.test(path)),
		faults,
	};
}

function answersFaults(item: Item, answers: Answers, { locales, language }: Words): Fault[] {
	return answerFaults(item, answers).map(({ question, code }) => {
		const asked = item.questions.find((each) => each.code === question);
		const params = { question: asked ? textIn(asked.question, language) : question };
		return {
			path: `answer:${question}`,
			code,
			severity: 'error',
			text: locales.t(language, `cases.faults.${code}`, params),
			signposts: [{ text: locales.t(language, 'cases.signposts.CORRECT_ANSWER'), action: 'CORRECT' }],
		};
	});
}

/** In this situation another item is needed: said with the way there. */
function stops(item: Item, answers: Answers, { locales, language }: Words): Fault[] {
	const stopping = warningsFor(item, answers).filter(({ effect }) => effect === 'STOP');
	return stopping.map((warning, index) => {
		const instead = { text: locales.t(language, 'cases.signposts.APPLY_INSTEAD'), action: 'OPEN' };
		const change = { text: locales.t(language, 'cases.signposts.CORRECT_ANSWER'), action: 'CORRECT' };
		return {
			path: `situation:${index}`,
			code: 'OTHER_ITEM',
			severity: 'error',
			text: textIn(warning.text, language),
			signposts: warning.item ? [{ ...instead, href: `/apply/start/${warning.item}` }, change] : [change],
		};
	});
}

function formFaults(item: Item, { form }: Application, { locales, language }: Words): Fault[] {
	return validateForm(item, form).map(({ path, code, params, severity }) => ({
		path,
		code,
		severity,
		text: locales.t(language, `catalog.faults.${code}`, params),
		signposts: [
			{
				text: locales.t(
					language,
					`cases.signposts.${code === 'FROM_ANSWER' ? 'CORRECT_ANSWER' : 'CORRECT_FIELD'}`,
				),
				action: 'CORRECT',
			},
		],
	}));
}

function materialFaults(item: Item, { files }: Application, { locales, language }: Words): Fault[] {
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
