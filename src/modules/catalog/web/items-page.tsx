import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../web/announce.tsx';
import { useSession } from '../../../web/api/session.ts';
import { EmptyState } from '../../../web/ui/empty-state.tsx';
import { ProblemNotice } from '../../../web/ui/problem-notice.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { itemsQuery } from './catalog-queries.ts';
import { ItemCard } from './item-card.tsx';
import { SearchForm } from './search-form.tsx';

/** What can be applied for, found in plain words. */
export default function ItemsPage() {
	const { t } = useTranslation('web');
	const { q = '' } = useSearch({ strict: false }) as { q?: string };
	const found = useQuery(itemsQuery(String(q)));
	const bureau = useSession()?.bureau;
	const total = found.data?.total;
	useEffect(() => {
		if (total !== undefined) announce(t('portal.items.count', { count: total }));
	}, [total, t]);
	return (
		<div className="page">
			<h1>{t('portal.items.title')}</h1>
			<SearchForm key={String(q)} initial={String(q)} />
			{found.error ? <ProblemNotice error={found.error} /> : null}
			{found.isPending ? <Skeleton lines={12} /> : null}
			{total !== undefined ? (
				<p className="row">
					<strong>
						{q ? t('portal.items.countFor', { count: total, q }) : t('portal.items.count', { count: total })}
					</strong>
					{q ? <Link to="/items">{t('portal.items.all')}</Link> : null}
				</p>
			) : null}
			{total === 0 ? (
				<EmptyState title={t('portal.items.none', { q })}>
					<p>{t('portal.items.noneNext')}</p>
					{bureau ? <p>{t('notFound.helper', { hotline: bureau.hotline, hours: bureau.hours })}</p> : null}
					<Link to="/items" className="button secondary">
						{t('portal.items.all')}
					</Link>
				</EmptyState>
			) : null}
			<ul className="item-list">
				{found.data?.items.map((item) => (
					<ItemCard key={item.code} item={item} />
				))}
			</ul>
		</div>
	);
}
