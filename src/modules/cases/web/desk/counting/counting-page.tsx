import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../../web/api/client.ts';
import { useSession } from '../../../../../web/api/session.ts';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import type { Figures } from '../../../counting.schema.ts';
import { useMayRead } from './figure.tsx';
import { ItemTable } from './item-table.tsx';
import { type Period, periodOf } from './period.ts';
import { PeriodChooser } from './period-chooser.tsx';
import { Tiles } from './tiles.tsx';
import './counting.css';

/** Visits, online rate and time saved over the cases decided in a period; each number opens into its cases. */
export default function CountingPage() {
	const { t } = useTranslation('desk');
	const today = useSession()?.today ?? '';
	const { period, choose } = usePeriod(today);
	const mayRead = useMayRead();
	const figures = useQuery({
		queryKey: ['counting', period],
		queryFn: () => api.get<Figures>('/api/counting', { ...period }),
		placeholderData: keepPreviousData,
	});
	const shown = figures.error ? undefined : figures.data;
	return (
		<div className="desk-counting-page" aria-busy={figures.isPending}>
			<header className="desk-page-head">
				<h1>{t('counting.title')}</h1>
				<span className="desk-total">{t(mayRead ? 'counting.what' : 'counting.whatOnly')}</span>
			</header>
			<PeriodChooser period={period} today={today} choose={choose} />
			{figures.error ? <ProblemNotice error={figures.error} /> : null}
			{figures.isPending ? <Skeleton active paragraph={{ rows: 10 }} /> : null}
			{shown?.total.counts.decided === 0 ? (
				<div className="desk-empty">
					<p>{t('counting.empty', { ...period })}</p>
					<p>
						<Button onClick={() => choose(periodOf('lastYear', today))}>
							{t('counting.presets.lastYear')}
						</Button>{' '}
						{mayRead ? <Link to="/desk/all">{t('nav.all')}</Link> : null}
					</p>
				</div>
			) : null}
			{shown && shown.total.counts.decided > 0 ? (
				<>
					<Tiles total={shown.total} scope={period} />
					<ItemTable figures={shown} scope={period} />
					<Definitions />
				</>
			) : null}
		</div>
	);
}

/** How each figure is counted: a number that nobody can check is a claim. */
function Definitions() {
	const { t } = useTranslation('desk');
	return (
		<details className="desk-definitions">
			<summary>{t('counting.how')}</summary>
			<dl>
				{(['decided', 'visits', 'online', 'days', 'late'] as const).map((term) => (
					<div key={term}>
						<dt>{t(`counting.definitions.${term}.term`)}</dt>
						<dd>{t(`counting.definitions.${term}.text`)}</dd>
					</div>
				))}
			</dl>
		</details>
	);
}

/** The period of the address; this year where it names none. */
function usePeriod(today: string): { period: Period; choose: (period: Period) => void } {
	const search = useSearch({ strict: false }) as Partial<Record<keyof Period, unknown>>;
	const navigate = useNavigate();
	const year = periodOf('thisYear', today);
	return {
		period: { from: String(search.from ?? year.from), to: String(search.to ?? year.to) },
		choose: (period) => void navigate({ to: '.', search: period as never, replace: true }),
	};
}
