import { useTranslation } from 'react-i18next';

export type LightColour = 'GREEN' | 'YELLOW' | 'ORANGE' | 'RED' | 'NONE';

/** A light with its meaning in words; colour alone says nothing to many. */
export function Light({ light, compact = false }: { light: LightColour; compact?: boolean }) {
	const { t } = useTranslation('web');
	return (
		<span className={`light ${light.toLowerCase()}`}>
			<span className="lamp" aria-hidden="true" />
			<span className={compact ? 'visually-hidden' : undefined}>{t(`ui.light.${light}`)}</span>
		</span>
	);
}
