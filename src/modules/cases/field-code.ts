/** Codes by which notices name the fields of a form: `form.applicant.phone`. Runs in browser and server alike. */
import { isFormField } from '../../law/index.ts';

/** How the code of a field begins. */
export const FIELD = 'form.';

/** The way to a field, outermost name first; empty for the code of a paper. */
export function wayOf(code: string): string[] {
	return isFormField(code) ? code.slice(FIELD.length).split('.') : [];
}
