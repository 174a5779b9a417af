import { isFormField, type LawSignpost, type Refusal } from '../../law/index.ts';
import { Problem, type Signpost, type SignpostRef } from '../../platform/http/problem.ts';
import { renderSignpost } from '../../platform/http/render-problem.ts';
import type { Language, Locales } from '../../platform/locales.ts';
import { type Item, textIn } from '../catalog/index.ts';
import { fieldTitles } from './form-codes.ts';

/** In what words the law speaks to a reader about a case. */
export interface Words {
	locales: Locales;
	language: Language;
	/** The case's item, which knows the names of its papers. */
	item: Item | undefined;
}

/** Parameters of refusals whose values are words of the law, and the section of its texts that has them. */
const SECTIONS: Record<string, string> = {
	command: 'commands',
	stage: 'stages',
	role: 'roles',
	kind: 'specialKinds',
	ground: 'cancellationGrounds',
};

/** An article as people read it: `ART32_4`, or `RULE:<option>` for a choice of the bureau. */
export function articleText({ locales, language }: Words, article: string): string {
	return locales.t(language, `law.articles.${article.replace(':', '_')}`);
}

/** Values of a refusal as people read them: commands, stages, roles, kinds and papers by their names. */
function readable(words: Words, params: Refusal['params']): Refusal['params'] {
	const { locales, language, item } = words;
	const read = (name: string, value: string | number): string | number => {
		const section = SECTIONS[name];
		if (section) return locales.find(language, [`law.${section}.${value}`]) ?? value;
		if (name !== 'material' && name !== 'materials' && name !== 'code') return value;
		return paperNames(item, String(value).split(', '), language);
	};
	return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, read(name, value)]));
}

/** Papers by their names, as a list in a sentence. */
export function paperNames(item: Item | undefined, codes: readonly string[], language: Language): string {
	return codes.map((code) => codeName({ item, language }, code)).join(language === 'en' ? ', ' : '、');
}

/** What people call the paper or field of a code: `form.applicant.phone` is 申请人 · 联系电话. */
export function codeName({ item, language }: Omit<Words, 'locales'>, code: string): string {
	const material = item?.materials.find((each) => each.code === code);
	if (material) return textIn(material.name, language);
	if (!item || !isFormField(code)) return code;
	return fieldTitles(item.form.schema, code, language)?.join(' · ') ?? code;
}

/** The text of a refusal. */
export function refusalText(words: Words, refusal: Refusal): string {
	return words.locales.t(words.language, `law.refusals.${refusal.code}`, readable(words, refusal.params));
}

function signpostRefs(words: Words, refusal: Refusal): [SignpostRef, ...SignpostRef[]] {
	const ref = ({ code, params = {}, dueBy, basis }: LawSignpost): SignpostRef => ({
		code,
		params: readable(words, params),
		...(dueBy !== undefined && { dueBy }),
		...(basis !== undefined && { basis: articleText(words, basis) }),
	});
	const [first, ...rest] = refusal.signposts;
	return [ref(first), ...rest.map(ref)];
}

/** The signposts of a refusal in the reader's language. */
export function refusalSignposts(words: Words, refusal: Refusal): Signpost[] {
	return signpostRefs(words, refusal).map((ref) => renderSignpost(ref, 'law', words.locales, words.language));
}

/** A refusal as the problem that a route answers with. */
export function refusalProblem(words: Words, refusal: Refusal): Problem {
	return new Problem({
		code: refusal.code,
		params: readable(words, refusal.params),
		signposts: signpostRefs(words, refusal),
	});
}
