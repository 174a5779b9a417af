import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../../../web/announce.tsx';
import { api } from '../../../../../web/api/client.ts';
import { Button } from '../../../../../web/ui/button.tsx';
import { Card } from '../../../../../web/ui/card.tsx';
import { Notice } from '../../../../../web/ui/notice.tsx';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import { Skeleton } from '../../../../../web/ui/skeleton.tsx';
import type { Item } from '../../../../catalog/web/index.ts';
import type { CaseView, Draft } from '../../../cases.schema.ts';
import { Answers } from '../answers.tsx';
import { caseQuery, precheckQuery } from '../cases-queries.ts';
import type { Form } from './draft-state.ts';
import { FaultList } from './fault-list.tsx';
import type { Station } from './stations.tsx';

interface CheckStepProps {
	draft: Draft;
	item: Item;
	form: Form;
	/** The server has every word. */
	ready: boolean;
	onFaults: () => void;
	onGo: (step: Station, place?: string) => void;
}

/** The pre-check: everything that is missing at once; then confirm and hand in. */
export function CheckStep({ draft, item, form, ready, onFaults, onGo }: CheckStepProps) {
	const { t, i18n } = useTranslation('web');
	const client = useQueryClient();
	const navigate = useNavigate();
	const [confirmed, setConfirmed] = useState(false);
	const precheck = useQuery({ ...precheckQuery(draft), enabled: ready });
	const faults = precheck.data?.faults ?? [];
	const errors = faults.filter((fault) => fault.severity === 'error');
	/** We think that something else is needed; who disagrees gets our reasons in writing (Art. 32 ¶1(1)). */
	const otherItem = errors.some((fault) => fault.path.startsWith('situation:'));
	const title = otherItem
		? 'portal.check.otherItem'
		: errors.length > 0
			? 'portal.check.allTheSame'
			: 'portal.check.confirm';
	const declaration = otherItem
		? 'portal.check.declareOtherItem'
		: errors.length > 0
			? 'portal.check.declareAllTheSame'
			: 'portal.check.declare';
	const submit = useMutation({
		mutationFn: () =>
			api.post<CaseView>(`/api/drafts/${draft.id}/submit`, errors.length > 0 ? { allTheSame: true } : {}),
		onSuccess: async (view) => {
			client.setQueryData(caseQuery(view.id).queryKey, view);
			void client.invalidateQueries({ queryKey: ['drafts'] });
			void client.invalidateQueries({ queryKey: ['cases'] });
			announce(t('portal.check.submitted', { number: view.number }));
			await navigate({ to: '/cases/$caseId', params: { caseId: view.id }, search: { fresh: true } });
		},
	});
	useEffect(() => {
		if (precheck.data && !precheck.data.ok) onFaults();
	}, [precheck.data, onFaults]);
	if (precheck.error) return <ProblemNotice error={precheck.error} />;
	if (!precheck.data) return <Skeleton lines={10} />;
	return (
		<div className="stack">
			<FaultList faults={faults} schema={item.form.schema} onGo={onGo} />
			{precheck.data.mayHandIn ? (
				<Card title={t(title)}>
					{otherItem ? <p>{t('portal.check.otherItemHint')}</p> : null}
					{errors.length > 0 && !otherItem ? <p>{t('portal.check.allTheSameHint')}</p> : null}
					<Answers form={item.form} value={form} language={i18n.language} />
					<Notice>{t('portal.check.truth')}</Notice>
					<label className="choice">
						<input
							type="checkbox"
							checked={confirmed}
							onChange={(event) => setConfirmed(event.target.checked)}
						/>
						<span>{t(declaration)}</span>
					</label>
					{submit.error ? <ProblemNotice error={submit.error} /> : null}
					<div className="row">
						<Button onClick={() => onGo('papers')}>{t('portal.apply.back')}</Button>
						<Button
							look="primary"
							busy={submit.isPending}
							disabled={!confirmed}
							onClick={() => submit.mutate()}
						>
							{t(errors.length > 0 ? 'portal.check.submitAllTheSame' : 'portal.check.submit')}
						</Button>
					</div>
				</Card>
			) : (
				<div className="row">
					<Button onClick={() => onGo('form')}>{t('portal.check.toForm')}</Button>
					<Button onClick={() => onGo('papers')}>{t('portal.check.toPapers')}</Button>
				</div>
			)}
		</div>
	);
}
