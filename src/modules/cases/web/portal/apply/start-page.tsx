import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../../web/api/client.ts';
import { useFormat } from '../../../../../web/format.ts';
import { Button } from '../../../../../web/ui/button.tsx';
import { Card } from '../../../../../web/ui/card.tsx';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import { Skeleton } from '../../../../../web/ui/skeleton.tsx';
import type { Draft } from '../../../cases.schema.ts';
import { draftsQuery } from '../cases-queries.ts';

/** Begins an application; where one was begun before, asks whether to go on with it. */
export default function StartPage() {
	const { code } = useParams({ strict: false }) as { code: string };
	const { t } = useTranslation('web');
	const format = useFormat();
	const navigate = useNavigate();
	const drafts = useQuery(draftsQuery);
	const begin = useMutation({
		mutationFn: () => api.post<Draft>('/api/drafts', { itemCode: code }),
		onSuccess: ({ id }) => navigate({ to: '/apply/$draftId', params: { draftId: id }, replace: true }),
	});
	const begun = drafts.data?.filter((draft) => draft.itemCode === code && !draft.onBehalfOf) ?? [];
	const fresh = drafts.data !== undefined && begun.length === 0;
	const { mutate, isIdle } = begin;
	useEffect(() => {
		if (fresh && isIdle) mutate();
	}, [fresh, isIdle, mutate]);
	return (
		<div className="page narrow">
			<h1>{t('portal.apply.title')}</h1>
			{drafts.error ? <ProblemNotice error={drafts.error} /> : null}
			{begin.error ? <ProblemNotice error={begin.error} /> : null}
			{begun.length > 0 ? (
				<Card title={t('portal.apply.begun')}>
					<ul className="stack">
						{begun.map((draft) => (
							<li key={draft.id}>
								<Link to="/apply/$draftId" params={{ draftId: draft.id }} className="button primary">
									{t('portal.apply.continue', { at: format.instant(draft.updatedAt) })}
								</Link>
							</li>
						))}
						<li>
							<Button busy={begin.isPending} onClick={() => begin.mutate()}>
								{t('portal.apply.anew')}
							</Button>
						</li>
					</ul>
				</Card>
			) : null}
			{(fresh || drafts.isPending) && !begin.error ? <Skeleton lines={8} /> : null}
		</div>
	);
}
