import { useTranslation } from 'react-i18next';
import type { Item } from '../catalog.schema.ts';

/** Statutory against promised limit, as two bars: the saving is seen before it is read. */
export function LimitPicture({ rules }: { rules: Item['rules'] }) {
	const { t } = useTranslation('web');
	const { days, unit } = rules.limit;
	const share = Math.min(1, Math.max(0.04, rules.promiseDays / days));
	const saved = unit === 'WD' ? Math.round((1 - rules.promiseDays / days) * 100) : null;
	const promise = rules.onTheSpot
		? t('portal.items.onTheSpot')
		: t('portal.guide.workingDays', { count: rules.promiseDays });
	return (
		<dl className="limit-picture">
			<div>
				<dt>{t('portal.guide.statutory')}</dt>
				<dd>
					<span className="bar statutory" style={{ inlineSize: '100%' }} aria-hidden="true" />
					{t(unit === 'WD' ? 'portal.guide.workingDays' : 'portal.guide.calendarDays', { count: days })}
				</dd>
			</div>
			<div>
				<dt>{t('portal.guide.promised')}</dt>
				<dd>
					<span className="bar promised" style={{ inlineSize: `${share * 100}%` }} aria-hidden="true" />
					<strong>{promise}</strong>
					{saved ? <span className="saved">{t('portal.guide.saved', { percent: saved })}</span> : null}
				</dd>
			</div>
		</dl>
	);
}
