import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { DeskItem } from '../../../../desk/desk.schema.ts';
import { StateTag } from '../state-tag.tsx';
import { useWords } from '../words.ts';

const COLUMNS = ['name', 'theme', 'version', 'upcoming', 'change', 'confirm', 'uses'] as const;
const NUMBERS = new Set(['confirm', 'uses']);

interface ItemTableProps {
	items: readonly DeskItem[];
	/** Index of the row that the keys stand on. */
	current: number;
	onCurrent: (index: number) => void;
}

/** Items, one a line; on a narrow screen each line becomes a card. */
export function ItemTable({ items, current, onCurrent }: ItemTableProps) {
	const { t } = useWords();
	return (
		<table className="desk-table keeper-items">
			<caption className="visually-hidden">{t('list.title')}</caption>
			<thead>
				<tr>
					{COLUMNS.map((column) => (
						<th key={column} scope="col" className={NUMBERS.has(column) ? 'is-number' : undefined}>
							{t(`list.columns.${column}`)}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{items.map((item, index) => (
					<ItemRow key={item.code} item={item} current={index === current} onFocus={() => onCurrent(index)} />
				))}
			</tbody>
		</table>
	);
}

function ItemRow({ item, current, onFocus }: { item: DeskItem; current: boolean; onFocus: () => void }) {
	const { t, text } = useWords();
	const row = useRef<HTMLTableRowElement>(null);
	const { code, name, theme, version, effectiveFrom, upcoming, change, confirm, uses } = item;
	useEffect(() => {
		if (current) row.current?.scrollIntoView({ block: 'nearest' });
	}, [current]);
	return (
		<tr ref={row} className={current ? 'is-current' : undefined} aria-current={current ? 'true' : undefined}>
			<td className="desk-col-item">
				<Link to={`/desk/catalog/${code}`} onFocus={onFocus}>
					{text(name) || code}
				</Link>
			</td>
			<td className="keeper-col-theme">{theme ? t(`web:portal.themes.${theme}`) : t('none')}</td>
			<td className="keeper-col-version">
				{version === null ? t('list.notYet') : t('versionSince', { version, date: effectiveFrom })}
			</td>
			<td className={upcoming ? 'keeper-col-upcoming' : 'is-none'}>
				{upcoming ? t('versionFrom', { version: upcoming.version, date: upcoming.effectiveFrom }) : t('none')}
			</td>
			<td className={change ? 'keeper-col-change' : 'is-none'}>
				{change ? (
					<Link to={`/desk/catalog/changes/${change.id}`} onFocus={onFocus}>
						<StateTag state={change.state} /> {change.author.name}
					</Link>
				) : (
					t('none')
				)}
			</td>
			<td className={confirm > 0 ? 'is-number is-open' : 'is-number'} data-label={t('list.columns.confirm')}>
				{confirm}
			</td>
			<td className="is-number" data-label={t('list.columns.uses')}>
				{uses}
			</td>
		</tr>
	);
}
