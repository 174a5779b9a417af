import { isFormField } from '../../law/index.ts';
import type { Fault } from '../../platform/http/problem.ts';
import type { Language, Locales } from '../../platform/locales.ts';
import { type Item, validateForm } from '../catalog/index.ts';

type Form = Record<string, unknown>;

/**
 * The form after a supplement: the top-level fields that the codes name (`form.applicant.phone` names `applicant`) as
 * they were sent, everything else as it was handed in. Nobody rewrites an application by answering a notice.
 */
export function correctedForm(before: Form, sent: Form, codes: readonly string[]): Form {
	const named = namedFields(codes);
	return { ...before, ...Object.fromEntries(Object.entries(sent).filter(([name]) => named.has(name))) };
}

/** What is wrong with the corrected fields, in the words of the pre-check; paths lead into the body of the command. */
export function correctionFaults(
	item: Item,
	form: Form,
	codes: readonly string[],
	words: { locales: Locales; language: Language },
): Fault[] {
	const named = namedFields(codes);
	return validateForm(item, form)
		.filter(({ path, severity }) => severity === 'error' && named.has(path.split('/', 2)[1] ?? ''))
		.map(({ path, code, params }) => ({
			path: `/form${path}`,
			code,
			text: words.locales.t(words.language, `catalog.faults.${code}`, params),
		}));
}

function namedFields(codes: readonly string[]): Set<string> {
	return new Set(codes.filter(isFormField).map((code) => code.split('.', 2)[1] ?? ''));
}
