import { useTranslation } from 'react-i18next';
import type { ItemFigures } from '../../../counting.schema.ts';
import { useNumbers } from './numbers.ts';

const BARS = ['statutory', 'promised', 'spent'] as const;

/** Statutory, promised and real working days as bars from zero; `longest` is the length of the whole width. */
export function LimitBars({
	rates,
	longest,
	name,
}: {
	rates: ItemFigures['rates'];
	longest: number;
	name: string;
}) {
	const { t } = useTranslation('desk');
	const { decimal } = useNumbers();
	const [statutory, promised, spent] = BARS.map((bar) => decimal(rates[bar]));
	return (
		<div
			className="desk-bars"
			role="img"
			aria-label={t('counting.bars', { name, statutory, promised, spent })}
		>
			{BARS.map((bar) => (
				<span
					key={bar}
					className={`desk-bar is-${bar}`}
					style={{ inlineSize: `${((rates[bar] ?? 0) / longest) * 100}%` }}
				/>
			))}
		</div>
	);
}

/** Which bar is which. */
export function BarLegend() {
	const { t } = useTranslation('desk');
	return (
		<span className="desk-bar-legend">
			{BARS.map((bar) => (
				<span key={bar}>
					<span className={`desk-bar is-${bar}`} aria-hidden="true" />
					{t(`counting.short.${bar}`)}
				</span>
			))}
		</span>
	);
}
