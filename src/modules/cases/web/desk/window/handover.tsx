import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../../../web/announce.tsx';
import { api } from '../../../../../web/api/client.ts';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import { Skeleton } from '../../../../../web/ui/skeleton.tsx';
import type { Item } from '../../../../catalog/web/index.ts';
import type { Draft } from '../../../cases.schema.ts';
import { FaultList } from '../../portal/apply/fault-list.tsx';
import { precheckQuery } from '../../portal/cases-queries.ts';
import type { CaseView } from '../types.ts';

interface HandoverProps {
	draft: Draft;
	item: Item;
	/** The server has every word. */
	ready: boolean;
	done: (view: CaseView) => void;
	go: (step: 'questions' | 'form' | 'papers') => void;
}

/** The pre-check, then receipt. What is missing does not turn anybody away: it is named at acceptance, once. */
export function Handover({ draft, item, ready, done, go }: HandoverProps) {
	const { t } = useTranslation('desk');
	const client = useQueryClient();
	const precheck = useQuery({ ...precheckQuery(draft), enabled: ready });
	const submit = useMutation({
		mutationFn: () => api.post<CaseView>(`/api/drafts/${draft.id}/submit`),
		onSuccess: (view) => {
			client.setQueryData(['case', view.id], view);
			void client.invalidateQueries({ queryKey: ['drafts'] });
			void client.invalidateQueries({ queryKey: ['cases'] });
			announce(t('window.receivedText', { number: view.number }));
			done(view);
		},
	});
	if (precheck.error) return <ProblemNotice error={precheck.error} />;
	if (!precheck.data) return <Skeleton lines={6} />;
	return (
		<div className="stack">
			<FaultList faults={precheck.data.faults} schema={item.form.schema} onGo={go} />
			{submit.error ? <ProblemNotice error={submit.error} /> : null}
			<div className="desk-form-buttons">
				<Button type="primary" loading={submit.isPending} onClick={() => submit.mutate()}>
					{t(precheck.data.ok ? 'window.submit' : 'window.submitAnyway')}
				</Button>
				<Button onClick={() => go('papers')}>{t('window.back')}</Button>
			</div>
		</div>
	);
}
