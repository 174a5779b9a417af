import { Link } from '@tanstack/react-router';
import { Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useFormat } from '../../../../../../web/format.ts';
import { ProblemNotice } from '../../../../../../web/ui/problem-notice.tsx';
import { useMisses } from '../data.ts';
import { useWords } from '../words.ts';
import '../keeper.css';
import './list.css';

const SPANS = [7, 30, 90];

/** Words that people searched for and that found nothing: what to add to an item's aliases. */
export default function MissesPage() {
	const { t } = useWords();
	const format = useFormat();
	const [days, setDays] = useState(30);
	const misses = useMisses(days);
	return (
		<div className="keeper" aria-busy={misses.isPending}>
			<p className="breadcrumb">
				<Link to="/desk/catalog">{t('list.title')}</Link>
			</p>
			<header className="desk-page-head">
				<h1>{t('misses.title')}</h1>
				{misses.data ? (
					<span className="desk-total">
						{t('misses.total', { searches: misses.data.searches, missed: misses.data.missed })}
					</span>
				) : null}
			</header>
			<p className="desk-hint">{t('misses.hint')}</p>
			<Segmented
				aria-label={t('misses.span')}
				value={days}
				onChange={setDays}
				options={SPANS.map((span) => ({ value: span, label: t('misses.days', { count: span }) }))}
			/>
			{misses.error ? <ProblemNotice error={misses.error} /> : null}
			{misses.isPending ? <Skeleton active title={false} paragraph={{ rows: 5 }} /> : null}
			{misses.data?.misses.length === 0 ? (
				<p className="desk-empty">{t(misses.data.searches > 0 ? 'misses.none' : 'misses.quiet')}</p>
			) : null}
			{misses.data && misses.data.misses.length > 0 ? (
				<table className="desk-table is-plain keeper-misses">
					<caption className="visually-hidden">{t('misses.title')}</caption>
					<thead>
						<tr>
							<th scope="col">{t('misses.words')}</th>
							<th scope="col" className="is-number">
								{t('misses.times')}
							</th>
							<th scope="col">{t('misses.last')}</th>
						</tr>
					</thead>
					<tbody>
						{misses.data.misses.map(({ query, times, last }) => (
							<tr key={query}>
								<td>{query}</td>
								<td className="is-number">{times}</td>
								<td>{format.instant(last)}</td>
							</tr>
						))}
					</tbody>
				</table>
			) : null}
		</div>
	);
}
