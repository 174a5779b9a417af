import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Light } from '../../../../../web/ui/light.tsx';
import type { CaseSummary } from '../types.ts';

const COLUMNS = ['number', 'item', 'applicant', 'stage', 'due', 'left', 'waits'] as const;

interface CaseTableProps {
	caption: string;
	cases: CaseSummary[];
	/** Index of the row that the keys stand on. */
	current: number;
	onCurrent: (index: number) => void;
}

/** Cases, one a line; on a narrow screen each line becomes a card. */
export function CaseTable({ caption, cases, current, onCurrent }: CaseTableProps) {
	const { t } = useTranslation('desk');
	return (
		<table className="desk-table">
			<caption className="visually-hidden">{caption}</caption>
			<thead>
				<tr>
					{COLUMNS.map((column) => (
						<th key={column} scope="col" className={`desk-col-${column}`}>
							{t(`list.columns.${column}`)}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{cases.map((one, index) => (
					<CaseRow key={one.id} one={one} current={index === current} onFocus={() => onCurrent(index)} />
				))}
			</tbody>
		</table>
	);
}

function CaseRow({ one, current, onFocus }: { one: CaseSummary; current: boolean; onFocus: () => void }) {
	const { t } = useTranslation('desk');
	const row = useRef<HTMLTableRowElement>(null);
	useEffect(() => {
		if (current) row.current?.scrollIntoView({ block: 'nearest' });
	}, [current]);
	return (
		<tr ref={row} className={current ? 'is-current' : undefined} aria-current={current ? 'true' : undefined}>
			<td className="desk-col-number">
				<Link to={`/desk/cases/${one.id}`} onFocus={onFocus}>
					{one.number}
				</Link>
			</td>
			<td className="desk-col-item">{one.itemName}</td>
			<td className="desk-col-applicant">{one.applicantName}</td>
			<td className="desk-col-stage">
				<span className={`desk-stage desk-stage-${one.waitingFor.toLowerCase()}`}>
					{t(`words.stage.${one.stage}`)}
				</span>
				{one.procedure === 'SOLE' ? (
					<span className="desk-mark">{t('words.procedureShort.SOLE')}</span>
				) : null}
			</td>
			<td className="desk-col-due">
				<Light light={one.light} compact />
				<time dateTime={one.dueOn ?? undefined}>{one.dueOn ?? t('none')}</time>
			</td>
			<td className={`desk-col-left ${one.left !== null && one.left < 0 ? 'is-late' : ''}`}>
				{one.left === null ? t('none') : t('list.daysLeft', { days: one.left })}
			</td>
			<td className="desk-col-waits">{t(`words.waitingFor.${one.waitingFor}`)}</td>
		</tr>
	);
}
