import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../web/api/client.ts';
import { useFormat } from '../../../../web/format.ts';
import { Button, ButtonLink } from '../../../../web/ui/button.tsx';
import { Card } from '../../../../web/ui/card.tsx';
import { DueDate } from '../../../../web/ui/due-date.tsx';
import { EmptyState } from '../../../../web/ui/empty-state.tsx';
import { ProblemNotice } from '../../../../web/ui/problem-notice.tsx';
import { Skeleton } from '../../../../web/ui/skeleton.tsx';
import { itemQuery, useText } from '../../../catalog/web/index.ts';
import type { CaseSummary, Draft } from '../../cases.schema.ts';
import { draftsQuery, myCasesQuery } from './cases-queries.ts';
import './my-cases.css';

function DraftRow({ draft }: { draft: Draft }) {
	const { t } = useTranslation('web');
	const format = useFormat();
	const text = useText();
	const client = useQueryClient();
	const item = useQuery(itemQuery(draft.itemCode)).data;
	const remove = useMutation({
		mutationFn: () => api.delete(`/api/drafts/${draft.id}`),
		onSuccess: () => client.invalidateQueries({ queryKey: ['drafts'] }),
	});
	return (
		<li className="case-row">
			<div>
				<h3>
					<Link to="/apply/$draftId" params={{ draftId: draft.id }}>
						{item ? text(item.name) : draft.itemCode}
					</Link>
				</h3>
				<p className="hint">{t('portal.my.savedAt', { at: format.instant(draft.updatedAt) })}</p>
				{remove.error ? <ProblemNotice error={remove.error} /> : null}
			</div>
			<Button look="quiet" busy={remove.isPending} onClick={() => remove.mutate()}>
				{t('portal.my.deleteDraft')}
			</Button>
		</li>
	);
}

function CaseRow({ summary }: { summary: CaseSummary }) {
	const { t } = useTranslation('web');
	const format = useFormat();
	return (
		<li className="case-row">
			<div>
				<h3>
					<Link to="/cases/$caseId" params={{ caseId: summary.id }}>
						{summary.itemName}
					</Link>
				</h3>
				<p className="hint">
					{summary.number} · {t('portal.my.submittedOn', { date: format.date(summary.submittedOn) })}
				</p>
			</div>
			<div className="case-row-state">
				<strong className={summary.waitingFor === 'APPLICANT' ? 'yours' : undefined}>
					{t(`portal.standing.${summary.stage}.short`)}
				</strong>
				{summary.dueOn ? <DueDate date={summary.dueOn} light={summary.light} /> : null}
			</div>
		</li>
	);
}

/** Everything that the signed-in person has begun or handed in. */
export default function MyCasesPage() {
	const { t } = useTranslation('web');
	const [cursors, setCursors] = useState<string[]>([]);
	const drafts = useQuery(draftsQuery);
	const cases = useQuery(myCasesQuery(cursors.at(-1)));
	const isEmpty = cases.data?.total === 0 && drafts.data?.length === 0;
	return (
		<div className="page">
			<h1>{t('portal.my.title')}</h1>
			{drafts.error ? <ProblemNotice error={drafts.error} /> : null}
			{cases.error ? <ProblemNotice error={cases.error} /> : null}
			{cases.isPending || drafts.isPending ? <Skeleton lines={10} /> : null}
			{isEmpty ? (
				<EmptyState title={t('portal.my.none')}>
					<p>{t('portal.my.noneNext')}</p>
					<ButtonLink to="/items" look="primary">
						{t('nav.items')}
					</ButtonLink>
				</EmptyState>
			) : null}
			{drafts.data && drafts.data.length > 0 ? (
				<Card title={t('portal.my.drafts', { count: drafts.data.length })}>
					<ul className="case-rows">
						{drafts.data.map((draft) => (
							<DraftRow key={draft.id} draft={draft} />
						))}
					</ul>
				</Card>
			) : null}
			{cases.data && cases.data.total > 0 ? (
				<Card title={t('portal.my.cases', { count: cases.data.total })}>
					<ul className="case-rows">
						{cases.data.cases.map((summary) => (
							<CaseRow key={summary.id} summary={summary} />
						))}
					</ul>
					{cursors.length > 0 || cases.data.next ? (
						<div className="row">
							{cursors.length > 0 ? (
								<Button onClick={() => setCursors(cursors.slice(0, -1))}>{t('portal.my.newer')}</Button>
							) : null}
							{cases.data.next ? (
								<Button onClick={() => setCursors([...cursors, cases.data.next ?? ''])}>
									{t('portal.my.older')}
								</Button>
							) : null}
						</div>
					) : null}
				</Card>
			) : null}
		</div>
	);
}
