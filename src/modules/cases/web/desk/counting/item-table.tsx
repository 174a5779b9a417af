import { useTranslation } from 'react-i18next';
import type { Opening } from '../../../counting.rules.ts';
import type { Figures, ItemFigures } from '../../../counting.schema.ts';
import { Figure, type Scope } from './figure.tsx';
import { BarLegend, LimitBars } from './limit-bars.tsx';
import { useNumbers } from './numbers.ts';

/** Numbers of cases in the table, by the heads that they stand under. */
const HEADS = {
	visits: ['none', 'one', 'more'],
	online: ['online'],
	notice: ['noticed'],
	time: ['kept', 'late', 'overLimit'],
} as const satisfies Record<string, readonly Opening[]>;
const NUMBERS = Object.values(HEADS).flat();
const DAYS = ['statutory', 'promised', 'spent'] as const;

/** A line for each item with its numbers, and a picture of its times, all on one scale. */
export function ItemTable({ figures, scope }: { figures: Figures; scope: Scope }) {
	const { t } = useTranslation('desk');
	const longest = Math.max(1, ...figures.items.map(({ rates }) => rates.statutory ?? 0));
	return (
		<div className="desk-counting-scroll">
			<table className="desk-table desk-counting is-plain">
				<caption className="visually-hidden">{t('counting.perItem')}</caption>
				<thead>
					<tr>
						<th rowSpan={2} scope="col">
							{t('list.item')}
						</th>
						<th rowSpan={2} scope="col">
							{t('counting.short.decided')}
						</th>
						{Object.entries(HEADS).map(([head, names]) => (
							<th key={head} scope="colgroup" colSpan={names.length}>
								{t(`counting.heads.${head}`)}
							</th>
						))}
						<th scope="colgroup" colSpan={DAYS.length}>
							{t('counting.heads.days')}
						</th>
						<th rowSpan={2} scope="col">
							<BarLegend />
						</th>
					</tr>
					<tr>
						{[...NUMBERS, ...DAYS].map((name) => (
							<th key={name} scope="col">
								{t(`counting.short.${name}`)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{figures.items.map((row) => (
						<ItemRow key={row.code} row={row} scope={{ ...scope, item: row.code }} longest={longest} />
					))}
				</tbody>
			</table>
		</div>
	);
}

function ItemRow({ row, scope, longest }: { row: ItemFigures; scope: Scope; longest: number }) {
	const { t } = useTranslation('desk');
	const { decimal } = useNumbers();
	const cell = (name: Opening) => (
		<td key={name} data-label={t(`counting.numbers.${name}`)}>
			<Figure
				scope={scope}
				opens={name}
				count={row.counts[name]}
				label={t('counting.ofItem', { item: row.name, what: t(`counting.numbers.${name}`) })}
			/>
		</td>
	);
	return (
		<tr>
			<th scope="row">{row.name}</th>
			{cell('decided')}
			{NUMBERS.map(cell)}
			{DAYS.map((name) => (
				<td key={name} className={`is-${name}`} data-label={t(`counting.days.${name}`)}>
					<Figure
						scope={scope}
						opens="timed"
						count={row.counts.timed}
						label={t('counting.ofItem', { item: row.name, what: t(`counting.days.${name}`) })}
					>
						{decimal(row.rates[name])}
					</Figure>
				</td>
			))}
			<td className="desk-bars-cell">
				<LimitBars rates={row.rates} longest={longest} name={row.name} />
			</td>
		</tr>
	);
}
