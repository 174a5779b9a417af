import { ariaDescribedByIds } from '@rjsf/utils';

/** One fault of a field in the person's words. */
export interface FieldFault {
	text: string;
	severity: 'error' | 'warning';
}

/** What the theme's parts need beside rjsf's own properties: the faults by element id (`root_applicant_phone`). */
export interface FormContext {
	faults: Record<string, FieldFault>;
}

/** The element id of the field at a JSON pointer. */
export function fieldId(pointer: string): string {
	return `root${pointer.replaceAll('/', '_')}`;
}

/** Attributes that tie a control to its hint and fault. */
export function controlAttributes(id: string, context: FormContext | undefined) {
	const fault = context?.faults[id];
	const described = ariaDescribedByIds(id);
	return {
		'aria-describedby': fault ? `${id}-fault ${described}` : described,
		'aria-invalid': fault?.severity === 'error' ? true : undefined,
	};
}
