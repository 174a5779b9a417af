import { useTranslation } from 'react-i18next';
import { Card } from '../../../web/ui/card.tsx';
import { AddDays } from './add-days.tsx';
import { BetweenDays } from './between-days.tsx';

/** 期限计算器: legal working days, public, with the rules beside the answer. */
export default function CalculatorPage() {
	const { t } = useTranslation('web');
	const rules = ['startDay', 'holidays', 'source'] as const;
	return (
		<div className="page">
			<div className="stack">
				<h1>{t('portal.calculator.title')}</h1>
				<p className="lead">{t('portal.calculator.lead')}</p>
			</div>
			<div className="calculator">
				<AddDays />
				<BetweenDays />
			</div>
			<Card title={t('portal.calculator.rules.title')}>
				<ul className="plain">
					{rules.map((rule) => (
						<li key={rule}>{t(`portal.calculator.rules.${rule}`)}</li>
					))}
				</ul>
			</Card>
		</div>
	);
}
