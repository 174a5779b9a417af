import { useTranslation } from 'react-i18next';
import { Card } from '../../../web/ui/card.tsx';
import { Steps } from '../../../web/ui/steps.tsx';
import type { Item } from '../catalog.schema.ts';
import { useText } from './catalog-queries.ts';

/** How the bureau goes about it, what else may be needed, and what comes out. */
export function Procedure({ item }: { item: Item }) {
	const { t } = useTranslation('web');
	const text = useText();
	const { rules } = item;
	const way = rules.soleApproval
		? ['SUBMIT', 'SOLE', 'RECEIVE']
		: ['SUBMIT', 'ACCEPT', 'REVIEW', 'DECIDE', 'RECEIVE'];
	const also = [
		rules.siteVisit ? t('portal.guide.siteVisit') : '',
		rules.hearing === 'NONE' ? '' : t(`portal.guide.hearing.${rules.hearing}`),
		rules.technicalInspection ? t('portal.guide.technicalInspection') : '',
		...rules.specialProcedures.map(({ kind, basis }) =>
			t('portal.guide.special', { kind: t(`portal.special.${kind}`), basis }),
		),
		rules.commitment ? t('portal.guide.commitmentPossible') : '',
		rules.soleApproval ? t('portal.guide.sole') : '',
	].filter(Boolean);
	return (
		<Card title={t('portal.guide.procedure')}>
			<Steps
				label={t('portal.guide.procedure')}
				steps={way.map((id) => ({ id, label: t(`portal.guide.way.${id}`), state: 'AHEAD' }))}
			/>
			{also.length > 0 ? (
				<ul className="plain">
					{also.map((each) => (
						<li key={each}>{each}</li>
					))}
				</ul>
			) : null}
			<dl className="fact-grid">
				<div>
					<dt>{t('portal.guide.result')}</dt>
					<dd>{text(item.result.name)}</dd>
				</div>
				<div>
					<dt>{t('portal.guide.validity')}</dt>
					<dd>
						{rules.validityMonths === null
							? t('portal.guide.noEnd')
							: t('portal.guide.months', { count: rules.validityMonths })}
					</dd>
				</div>
				<div>
					<dt>{t('portal.guide.organ')}</dt>
					<dd>{text(item.organ.name)}</dd>
				</div>
			</dl>
			{item.result.note ? <p className="muted">{text(item.result.note)}</p> : null}
		</Card>
	);
}
