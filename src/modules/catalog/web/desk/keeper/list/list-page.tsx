import { useNavigate } from '@tanstack/react-router';
import { Button, type InputRef, Skeleton } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useKeys } from '../../../../../../web/ui/keys.ts';
import { ProblemNotice } from '../../../../../../web/ui/problem-notice.tsx';
import { useDeskItems } from '../data.ts';
import { useIsKeeper } from '../who.ts';
import { useWords } from '../words.ts';
import { Exchange } from './exchange.tsx';
import { ItemFilters } from './item-filters.tsx';
import { ItemTable } from './item-table.tsx';
import { NewItem } from './new-item.tsx';
import { filterItems, type ItemFilter, useItemFilter } from './use-item-filter.ts';
import { Waiting } from './waiting.tsx';
import '../keeper.css';
import './list.css';

const ROWS = 100;
const OPEN = 'Enter';

/** All items of the bureau, what is going on with each, and what waits for a second person. */
export default function CataloguePage() {
	const { t, language } = useWords();
	const navigate = useNavigate();
	const list = useDeskItems();
	const isKeeper = useIsKeeper();
	const { filter, change: changeFilter } = useItemFilter();
	const [current, setCurrent] = useState(0);
	const change = (part: Partial<ItemFilter>) => {
		setCurrent(0);
		changeFilter(part);
	};
	const [rows, setRows] = useState(ROWS);
	const search = useRef<InputRef>(null);
	const found = useMemo(
		() => filterItems(list.data?.items ?? [], filter, language),
		[list.data, filter, language],
	);
	const shown = found.slice(0, rows);
	const keys = useMemo(
		() => ({
			j: () => setCurrent((at) => Math.min(at + 1, shown.length - 1)),
			k: () => setCurrent((at) => Math.max(at - 1, 0)),
			'/': () => search.current?.focus(),
			[OPEN]: () => {
				const chosen = shown[current];
				if (chosen) void navigate({ to: `/desk/catalog/${chosen.code}` });
			},
		}),
		[shown, current, navigate],
	);
	useKeys(keys);
	return (
		<div className="keeper" aria-busy={list.isPending}>
			<header className="desk-page-head">
				<h1>{t('list.title')}</h1>
				{list.data ? <span className="desk-total">{t('list.total', { count: list.data.total })}</span> : null}
				<Exchange />
			</header>
			<Waiting />
			<div className="keeper-bar">
				<ItemFilters filter={filter} change={change} searchRef={search} items={list.data?.items ?? []} />
				{isKeeper ? <NewItem taken={list.data?.items.map(({ code }) => code) ?? []} /> : null}
			</div>
			{list.error ? <ProblemNotice error={list.error} /> : null}
			{list.isPending ? <Skeleton active title={false} paragraph={{ rows: 8 }} /> : null}
			{list.data && found.length === 0 ? (
				<div className="desk-empty">
					<p>{t('list.nothing')}</p>
					<Button onClick={() => change({ q: '', theme: undefined, only: undefined })}>
						{t('list.clear')}
					</Button>
				</div>
			) : null}
			{shown.length > 0 ? <ItemTable items={shown} current={current} onCurrent={setCurrent} /> : null}
			{found.length > shown.length ? (
				<div className="desk-pages">
					<Button onClick={() => setRows(rows + ROWS)}>
						{t('list.more', { count: Math.min(found.length - shown.length, ROWS) })}
					</Button>
				</div>
			) : null}
		</div>
	);
}
