import { useTranslation } from 'react-i18next';

/** Grey lines in the place of what is coming, so that nothing jumps when it arrives. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
	const { t } = useTranslation('web');
	return (
		<div className="skeleton" aria-busy="true">
			<span className="visually-hidden">{t('ui.loading')}</span>
			{Array.from({ length: lines }, (_, line) => line).map((line) => (
				<div key={line} className="skeleton-line" />
			))}
		</div>
	);
}
