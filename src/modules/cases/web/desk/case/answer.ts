import type { FormField } from '../names.ts';

/** A form's value as people read it. */
export function answer(value: unknown, choices: FormField['choices'], t: (key: string) => string): string {
	if (value === undefined || value === null || value === '') return t('case.blank');
	if (typeof value === 'boolean') return t(value ? 'case.yes' : 'case.no');
	if (Array.isArray(value)) return value.map((one) => answer(one, choices, t)).join(t('listComma'));
	return choices.find((choice) => choice.value === value)?.title ?? String(value);
}
