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
import { ThemeDoors } from './theme-doors.tsx';

/** Longer lists nobody reads: the field and the themes make them shorter. */
const MOST_SHOWN = 100;

/** What can be applied for, found in plain words. */
export default function ItemsPage() {
	const { t } = useTranslation('web');
	const { q = '', theme } = useSearch({ strict: false }) as { q?: string; theme?: string };
	const words = String(q).trim();
	const found = useQuery(itemsQuery(words, MOST_SHOWN, theme));
	const total = found.data?.total;
	useEffect(() => {
		if (total !== undefined) announce(t('portal.items.count', { count: total }));
	}, [total, t]);
	return (
		<div className="page">
			<h1>{t('portal.items.title')}</h1>
			<SearchForm key={words} initial={words} />
			{words ? null : <ThemeDoors current={theme} />}
			{found.error ? <ProblemNotice error={found.error} /> : null}
			{found.isPending ? <Skeleton lines={12} /> : null}
			{total ? (
				<p className="row">
					<strong>
						{words
							? t('portal.items.countFor', { count: total, q: words })
							: t('portal.items.count', { count: total })}
					</strong>
					{words || theme ? <Link to="/items">{t('portal.items.all')}</Link> : null}
				</p>
			) : null}
			{total === 0 ? <NothingFound q={words} /> : null}
			<ul className="item-list">
				{found.data?.items.map((item) => (
					<ItemCard key={item.code} item={item} />
				))}
			</ul>
			{total && total > MOST_SHOWN ? (
				<p className="muted">{t('portal.items.more', { count: MOST_SHOWN })}</p>
			) : null}
			{words && total ? (
				<details className="not-meant">
					<summary>{t('portal.items.notMeant')}</summary>
					<TellUs />
				</details>
			) : null}
		</div>
	);
}
