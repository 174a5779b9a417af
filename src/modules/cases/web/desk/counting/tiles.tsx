import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opening } from '../../../counting.rules.ts';
import type { Figures } from '../../../counting.schema.ts';
import { Figure, type Scope } from './figure.tsx';
import { useNumbers } from './numbers.ts';

/** The bureau as a whole: what was decided, on line, in how many visits, in time, and how much faster than the law asks. */
export function Tiles({ total: { counts, rates }, scope }: { total: Figures['total']; scope: Scope }) {
	const { t } = useTranslation('desk');
	const { decimal, share } = useNumbers();
	const figure = (opens: Opening, children?: ReactNode) => (
		<Figure scope={scope} opens={opens} count={counts[opens]} label={t(`counting.numbers.${opens}`)}>
			{children ?? counts[opens]}
		</Figure>
	);
	const parts = (...names: Opening[]) => (
		<dl>
			{names.map((name) => (
				<div key={name}>
					<dt>{t(`counting.numbers.${name}`)}</dt>
					<dd>{figure(name)}</dd>
				</div>
			))}
		</dl>
	);
	return (
		<ul className="desk-tiles">
			<Tile title={t('counting.numbers.decided')} value={figure('decided')}>
				{parts('noticed')}
			</Tile>
			<Tile title={t('counting.rates.online')} value={figure('online', share(rates.online))}>
				{parts('online')}
			</Tile>
			<Tile title={t('counting.rates.visits')} value={figure('decided', decimal(rates.visits, 2))}>
				{parts('none', 'one', 'more')}
			</Tile>
			<Tile title={t('counting.rates.kept')} value={figure('kept', share(rates.kept))}>
				{parts('kept', 'late', 'overLimit')}
			</Tile>
			<Tile title={t('counting.rates.spent')} value={figure('timed', decimal(rates.spent))}>
				<p>
					{t('counting.against', { statutory: decimal(rates.statutory), promised: decimal(rates.promised) })}
				</p>
				<p>{t('counting.saved', { share: share(rates.saved), days: counts.statutory - counts.spent })}</p>
			</Tile>
		</ul>
	);
}

function Tile({ title, value, children }: { title: string; value: ReactNode; children: ReactNode }) {
	return (
		<li className="desk-panel desk-tile">
			<h2>{title}</h2>
			<p className="desk-tile-value">{value}</p>
			{children}
		</li>
	);
}
