import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ItemSummary } from '../catalog.schema.ts';
import { useText } from './catalog-queries.ts';
import './items.css';

/** An item in a list: what it is, how long it takes, how often one must come. */
export function ItemCard({ item }: { item: ItemSummary }) {
	const { t } = useTranslation('web');
	const text = useText();
	return (
		<li className="item-card">
			<p className="item-theme">{t(`portal.themes.${item.theme}`)}</p>
			<h2 className="item-name">
				<Link to="/items/$code" params={{ code: item.code }}>
					{text(item.name)}
				</Link>
			</h2>
			<p className="muted">{text(item.summary)}</p>
			<ul className="item-facts">
				<li>
					{item.onTheSpot
						? t('portal.items.onTheSpot')
						: t('portal.items.promise', { count: item.promiseDays })}
				</li>
				<li>{t(`portal.items.visits.${item.visits}`)}</li>
				<li>{t('portal.items.materials', { count: item.materials })}</li>
				<li>{t(item.free ? 'portal.items.free' : 'portal.items.paid')}</li>
			</ul>
		</li>
	);
}
