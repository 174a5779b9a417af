import { useTranslation } from 'react-i18next';

/** Shares and averages as people write them; a dash where there is nothing to divide by. */
export function useNumbers() {
	const { t, i18n } = useTranslation('desk');
	const decimal = (value: number | null, digits = 1) =>
		value === null
			? t('none')
			: new Intl.NumberFormat(i18n.language, {
					minimumFractionDigits: digits,
					maximumFractionDigits: digits,
				}).format(value);
	const share = (value: number | null) =>
		value === null
			? t('none')
			: new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 }).format(value);
	return { decimal, share };
}
