import { isFormField } from '../../law/index.ts';
import type { Fault } from '../../platform/http/problem.ts';
import type { Language, Locales } from '../../platform/locales.ts';
import { type Item, validateForm } from '../catalog/index.ts';
import { wayOf } from './field-code.ts';
import { withField } from './form-codes.ts';

type Form = Record<string, unknown>;

/**
 * The form after a supplement: the fields that the codes name (`form.applicant.phone`) as they were sent, everything
 * else as it was handed in. Nobody rewrites an application by answering a notice.
 */
export function correctedForm(before: Form, sent: Form, codes: readonly string[]): Form {
	return codes.filter(isFormField).reduce((form, code) => withField(form, wayOf(code), sent), before);
}

/** What is wrong with the corrected fields, in the words of the pre-check; paths lead into the body of the command. */
export function correctionFaults(
	item: Item,
	form: Form,
	codes: readonly string[],
	words: { locales: Locales; language: Language },
): Fault[] {
	const named = codes.filter(isFormField).map((code) => `/${wayOf(code).join('/')}`);
	const concerns = (path: string) =>
		named.some((field) => path === field || path.startsWith(`${field}/`) || field.startsWith(`${path}/`));
	return validateForm(item, form)
		.filter(({ path, severity }) => severity === 'error' && concerns(path))
		.map(({ path, code, params }) => ({
			path: `/form${path}`,
			code,
			text: words.locales.t(words.language, `catalog.faults.${code}`, params),
		}));
}
