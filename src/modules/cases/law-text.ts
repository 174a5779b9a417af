import type { LawSignpost, Refusal } from '../../law/index.ts';
import { Problem, type Signpost, type SignpostRef } from '../../platform/http/problem.ts';
import { renderSignpost } from '../../platform/http/render-problem.ts';
import type { Language, Locales } from '../../platform/locales.ts';

/** An article as people read it: `ART32_4`, or `RULE:<option>` for a choice of the bureau. */
export function articleText(locales: Locales, language: Language, article: string): string {
	return locales.t(language, `law.articles.${article.replace(':', '_')}`);
}

/** Values of a refusal as people read them: commands, stages, roles and kinds by their names. */
function readable(locales: Locales, language: Language, params: Refusal['params']): Refusal['params'] {
	const groups: Record<string, string> = {
		command: 'commands',
		stage: 'stages',
		role: 'roles',
		kind: 'specialKinds',
		ground: 'cancellationGrounds',
	};
	return Object.fromEntries(
		Object.entries(params).map(([name, value]) => {
			const group = groups[name];
			return [name, group ? (locales.find(language, [`law.${group}.${value}`]) ?? value) : value];
		}),
	);
}

/** The text of a refusal. */
export function refusalText(locales: Locales, language: Language, refusal: Refusal): string {
	return locales.t(language, `law.refusals.${refusal.code}`, readable(locales, language, refusal.params));
}

function signpostRefs(
	refusal: Refusal,
	locales: Locales,
	language: Language,
): [SignpostRef, ...SignpostRef[]] {
	const ref = ({ code, params = {}, dueBy, basis }: LawSignpost): SignpostRef => ({
		code,
		params: readable(locales, language, params),
		...(dueBy !== undefined && { dueBy }),
		...(basis !== undefined && { basis: articleText(locales, language, basis) }),
	});
	const [first, ...rest] = refusal.signposts;
	return [ref(first), ...rest.map(ref)];
}

/** The signposts of a refusal in the reader's language. */
export function refusalSignposts(locales: Locales, language: Language, refusal: Refusal): Signpost[] {
	return signpostRefs(refusal, locales, language).map((ref) => renderSignpost(ref, 'law', locales, language));
}

/** A refusal as the problem that a route answers with. */
export function refusalProblem(refusal: Refusal, locales: Locales, language: Language): Problem {
	return new Problem({
		code: refusal.code,
		params: readable(locales, language, refusal.params),
		signposts: signpostRefs(refusal, locales, language),
	});
}
