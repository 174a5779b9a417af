import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../web/announce.tsx';
import { ProblemNotice } from '../../../web/ui/problem-notice.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import { itemsQuery } from './catalog-queries.ts';
import { ItemCard } from './item-card.tsx';
import { NothingFound } from './nothing-found.tsx';
import { SearchForm } from './search-form.tsx';
import { TellUs } from './tell-us.tsx';

/** What can be applied for, found in plain words. */
export default function ItemsPage() {
	const { t } = useTranslation('web');
	const { q = '' } = useSearch({ strict: false }) as { q?: string };
	const words = String(q).trim();
	const found = useQuery(itemsQuery(words));
	const total = found.data?.total;
	useEffect(() => {
		if (total !== undefined) announce(t('portal.items.count', { count: total }));
	}, [total, t]);
	return (
		<div className="page">
			<h1>{t('portal.items.title')}</h1>
			<SearchForm key={words} initial={words} />
			{found.error ? <ProblemNotice error={found.error} /> : null}
			{found.isPending ? <Skeleton lines={12} /> : null}
			{total ? (
				<p className="row">
					<strong>
						{words
							? t('portal.items.countFor', { count: total, q: words })
							: t('portal.items.count', { count: total })}
					</strong>
					{words ? <Link to="/items">{t('portal.items.all')}</Link> : null}
				</p>
			) : null}
			{total === 0 ? <NothingFound q={words} /> : null}
			<ul className="item-list">
				{found.data?.items.map((item) => (
					<ItemCard key={item.code} item={item} />
				))}
			</ul>
			{words && total ? (
				<details className="not-meant">
					<summary>{t('portal.items.notMeant')}</summary>
					<TellUs />
				</details>
			) : null}
		</div>
	);
}
