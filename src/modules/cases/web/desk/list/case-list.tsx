import { useNavigate } from '@tanstack/react-router';
import { Button, type InputRef, Skeleton } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../../../../web/ui/keys.ts';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import { useCases } from '../data.ts';
import { CaseTable } from './case-table.tsx';
import { CountedChips } from './counted-chips.tsx';
import { Filters } from './filters.tsx';
import { useFilter } from './use-filter.ts';

const PAGE_SIZE = 25;
const OPEN = 'Enter';

/** A list page of the desk: filters, table, pages; all of it by key. */
export function CaseListPage({ scope }: { scope: 'todo' | 'all' }) {
	const { t } = useTranslation('desk');
	const navigate = useNavigate();
	const { filter, change, clear, cursor, page, forward, back } = useFilter();
	const list = useCases({ scope, ...filter, cursor, limit: PAGE_SIZE });
	const [current, setCurrent] = useState(0);
	const search = useRef<InputRef>(null);
	const cases = list.data?.cases ?? [];
	const next = list.data?.next ?? null;
	const keys = useMemo(
		() => ({
			j: () => setCurrent((at) => Math.min(at + 1, cases.length - 1)),
			k: () => setCurrent((at) => Math.max(at - 1, 0)),
			n: () => next && forward(next),
			p: () => back(),
			'/': () => search.current?.focus(),
			[OPEN]: () => {
				const chosen = cases[current];
				if (chosen) void navigate({ to: `/desk/cases/${chosen.id}` });
			},
		}),
		[cases, current, next, forward, back, navigate],
	);
	useKeys(keys);
	const filtered = Object.values(filter).some((value) => value !== undefined);
	return (
		<div className="desk-list" aria-busy={list.isPending}>
			<header className="desk-page-head">
				<h1>{t(`nav.${scope}`)}</h1>
				{list.data ? <span className="desk-total">{t('list.total', { count: list.data.total })}</span> : null}
			</header>
			<Filters filter={filter} change={change} counts={list.data?.counts} searchRef={search} />
			<CountedChips filter={filter} change={change} />
			{list.error ? <ProblemNotice error={list.error} /> : null}
			{list.isPending ? <Skeleton active title={false} paragraph={{ rows: 8 }} /> : null}
			{list.data && cases.length === 0 ? <Empty scope={scope} filtered={filtered} clear={clear} /> : null}
			{cases.length > 0 ? (
				<CaseTable caption={t(`nav.${scope}`)} cases={cases} current={current} onCurrent={setCurrent} />
			) : null}
			{page > 0 || next ? (
				<nav className="desk-pages" aria-label={t('list.pages')}>
					<Button disabled={page === 0} onClick={back}>
						{t('list.previous')} <kbd>p</kbd>
					</Button>
					<span>{t('list.page', { page: page + 1 })}</span>
					<Button disabled={next === null} onClick={() => next && forward(next)}>
						{t('list.next')} <kbd>n</kbd>
					</Button>
				</nav>
			) : null}
		</div>
	);
}

/** Says truly why nothing is here: nothing to do, or nothing that fits the filter. */
function Empty({ scope, filtered, clear }: { scope: 'todo' | 'all'; filtered: boolean; clear: () => void }) {
	const { t } = useTranslation('desk');
	return (
		<div className="desk-empty">
			<p>{filtered ? t('list.emptyFiltered') : t(`list.empty.${scope}`)}</p>
			{filtered ? <Button onClick={clear}>{t('list.clear')}</Button> : null}
		</div>
	);
}
