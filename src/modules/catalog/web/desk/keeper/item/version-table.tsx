import { useState } from 'react';
import { useSession } from '../../../../../../web/api/session.ts';
import { useFormat } from '../../../../../../web/format.ts';
import { Button } from '../../../../../../web/ui/button.tsx';
import { ExplainedButton } from '../../../../../../web/ui/explained-button.tsx';
import { ProblemNotice } from '../../../../../../web/ui/problem-notice.tsx';
import type { VersionLine } from '../../../../desk/desk.schema.ts';
import { useWithdraw } from '../data.ts';
import { useWords } from '../words.ts';
import { standingOf } from './standing.ts';

const COLUMNS = ['version', 'standing', 'from', 'origin', 'author', 'approver', 'uses'] as const;

interface VersionTableProps {
	code: string;
	/** Newest first. */
	versions: readonly VersionLine[];
}

/** Every version that the item has had, newest first. */
export function VersionTable({ code, versions }: VersionTableProps) {
	const { t } = useWords();
	const withdraw = useWithdraw(code);
	const [asked, setAsked] = useState<number | null>(null);
	const today = useSession()?.today ?? '';
	if (versions.length === 0) return <p className="desk-empty">{t('item.noVersion')}</p>;
	return (
		<section aria-labelledby="keeper-versions">
			<h2 id="keeper-versions">{t('item.versions')}</h2>
			{withdraw.error ? <ProblemNotice error={withdraw.error} /> : null}
			<div className="desk-scroll">
				<table className="desk-table is-plain keeper-versions">
					<thead>
						<tr>
							{COLUMNS.map((column) => (
								<th key={column} scope="col" className={column === 'uses' ? 'is-number' : undefined}>
									{t(`item.columns.${column}`)}
								</th>
							))}
							<th scope="col">
								<span className="visually-hidden">{t('item.columns.act')}</span>
							</th>
						</tr>
					</thead>
					<tbody>
						{versions.map((line) => (
							<VersionRow
								key={line.version}
								line={line}
								standing={standingOf(line, versions, today)}
								asked={asked === line.version}
								ask={(on) => setAsked(on ? line.version : null)}
								withdraw={() => {
									setAsked(null);
									withdraw.mutate(line.version);
								}}
								busy={withdraw.isPending}
							/>
						))}
					</tbody>
				</table>
			</div>
		</section>
	);
}

interface VersionRowProps {
	line: VersionLine;
	standing: ReturnType<typeof standingOf>;
	asked: boolean;
	ask: (on: boolean) => void;
	withdraw: () => void;
	busy: boolean;
}

function VersionRow({ line, standing, asked, ask, withdraw, busy }: VersionRowProps) {
	const { t } = useWords();
	const format = useFormat();
	const { version, effectiveFrom, origin, author, approver, uses, canWithdraw } = line;
	return (
		<tr>
			<th scope="row">{t('version', { version })}</th>
			<td>
				<span className={`desk-stage keeper-standing is-${standing.toLowerCase()}`}>
					{t(`item.standing.${standing}`)}
				</span>
			</td>
			<td className="desk-nowrap">{format.date(effectiveFrom)}</td>
			<td>{t(`item.origin.${origin}`)}</td>
			<td>{author?.name ?? t('none')}</td>
			<td>{approver?.name ?? t('none')}</td>
			<td className="is-number">{uses}</td>
			<td className="keeper-col-act">
				{standing === 'WITHDRAWN' ? null : asked ? (
					<div className="keeper-buttons">
						<Button look="danger" busy={busy} onClick={withdraw}>
							{t('item.withdrawYes', { version })}
						</Button>
						<Button onClick={() => ask(false)}>{t('cancel')}</Button>
					</div>
				) : (
					<ExplainedButton
						look="quiet"
						refusal={
							canWithdraw
								? null
								: {
										text: t(`item.inUse.${standing === 'FUTURE' ? 'used' : 'begun'}`, {
											version,
											count: uses,
										}),
										signposts: [{ text: t('item.inUse.next') }],
									}
						}
						onClick={() => ask(true)}
					>
						{t('item.withdraw')}
					</ExplainedButton>
				)}
			</td>
		</tr>
	);
}
