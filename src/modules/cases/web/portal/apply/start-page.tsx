import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../../web/api/client.ts';
import { useFormat } from '../../../../../web/format.ts';
import { Button } from '../../../../../web/ui/button.tsx';
import { Card } from '../../../../../web/ui/card.tsx';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import { Skeleton } from '../../../../../web/ui/skeleton.tsx';
import { type Answers, type Item, situationQuery } from '../../../../catalog/web/index.ts';
import type { Draft } from '../../../cases.schema.ts';
import { draftsQuery } from '../cases-queries.ts';
import { ApplicationHead } from './application-head.tsx';
import { QuestionsStep } from './questions-step.tsx';
import { Stations, stationsOf } from './stations.tsx';
import { useAnswersInAddress } from './use-answers-in-address.ts';

function useBegin(code: string) {
	const navigate = useNavigate();
	return useMutation({
		mutationFn: (answers: Answers) => api.post<Draft>('/api/drafts', { itemCode: code, answers }),
		onSuccess: ({ id }) => navigate({ to: '/apply/$draftId', params: { draftId: id }, replace: true }),
	});
}

/** An item with questions: they are asked before anything is kept. */
function Questioned({ item }: { item: Item }) {
	const { t } = useTranslation('web');
	const navigate = useNavigate();
	const begin = useBegin(item.code);
	const [answers, setAnswers] = useAnswersInAddress();
	return (
		<div className="page narrow">
			<ApplicationHead item={item} />
			<Stations stations={stationsOf(item)} current="questions" />
			<QuestionsStep
				code={item.code}
				answers={answers}
				busy={begin.isPending}
				onward={t('portal.apply.toForm')}
				onAnswers={setAnswers}
				onNext={() => begin.mutate(answers)}
				onInstead={(code) => void navigate({ to: '/apply/start/$code', params: { code } })}
			/>
			{begin.error ? <ProblemNotice error={begin.error} /> : null}
		</div>
	);
}

/** An item that asks nothing goes straight to its form. */
function Straight({ code }: { code: string }) {
	const { t } = useTranslation('web');
	const { mutate, isIdle, error } = useBegin(code);
	useEffect(() => {
		if (isIdle) mutate({});
	}, [isIdle, mutate]);
	return (
		<div className="page narrow">
			<h1>{t('portal.apply.title')}</h1>
			{error ? <ProblemNotice error={error} /> : <Skeleton lines={8} />}
		</div>
	);
}

/** Some of these were begun before: goes on with one, or begins anew. */
function Begun({ drafts, onAnew }: { drafts: Draft[]; onAnew: () => void }) {
	const { t } = useTranslation('web');
	const format = useFormat();
	return (
		<div className="page narrow">
			<h1>{t('portal.apply.title')}</h1>
			<Card title={t('portal.apply.begun')}>
				<ul className="stack">
					{drafts.map((draft) => (
						<li key={draft.id}>
							<Link to="/apply/$draftId" params={{ draftId: draft.id }} className="button primary">
								{t('portal.apply.continue', { at: format.instant(draft.updatedAt) })}
							</Link>
						</li>
					))}
					<li>
						<Button onClick={onAnew}>{t('portal.apply.anew')}</Button>
					</li>
				</ul>
			</Card>
		</div>
	);
}

function Start({ code }: { code: string }) {
	const [anew, setAnew] = useState(false);
	const { answers } = useSearch({ strict: false }) as { answers?: unknown };
	const drafts = useQuery(draftsQuery);
	const situation = useQuery(situationQuery(code, {}));
	const error = situation.error ?? drafts.error;
	if (error || !drafts.data || !situation.data) {
		return (
			<div className="page narrow">{error ? <ProblemNotice error={error} /> : <Skeleton lines={8} />}</div>
		);
	}
	const begun = drafts.data.filter((draft) => draft.itemCode === code && !draft.onBehalfOf);
	if (begun.length > 0 && !anew && answers === undefined) {
		return <Begun drafts={begun} onAnew={() => setAnew(true)} />;
	}
	const { item } = situation.data;
	return item.questions.length > 0 ? <Questioned item={item} /> : <Straight code={code} />;
}

/** Begins an application; where one was begun before, asks whether to go on with it. */
export default function StartPage() {
	const { code } = useParams({ strict: false }) as { code: string };
	return <Start key={code} code={code} />;
}
