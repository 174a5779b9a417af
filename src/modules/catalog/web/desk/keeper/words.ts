import { useTranslation } from 'react-i18next';
import type { Text } from '../../../catalog.schema.ts';
import { textIn } from '../../../form/form.ts';

/** How the desk calls the parts of an item. Labels are filed in `keeper:fields` by the way to the value. */
export function useWords() {
	const { t, i18n } = useTranslation('keeper');
	const last = (key: string) => key.slice(key.lastIndexOf('.') + 1);
	const label = (key: string): string =>
		t([`fields.${key}.label`, `common.${last(key)}.label`], { defaultValue: last(key) });
	const hint = (key: string): string =>
		t([`fields.${key}.hint`, `common.${last(key)}.hint`], { defaultValue: '' });
	const option = (key: string, value: string | number): string =>
		t([`options.${key}.${value}`, `options.${last(key)}.${value}`], { defaultValue: String(value) });
	const text = (value: Text | null | undefined): string => (value ? textIn(value, i18n.language) : '');
	return { t, label, hint, option, text, language: i18n.language };
}

export type Words = ReturnType<typeof useWords>;
