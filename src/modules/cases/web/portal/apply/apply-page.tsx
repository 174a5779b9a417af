import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../../web/ui/button.tsx';
import { Card } from '../../../../../web/ui/card.tsx';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import { Skeleton } from '../../../../../web/ui/skeleton.tsx';
import { ItemForm, type Situation, situationQuery } from '../../../../catalog/web/index.ts';
import type { Draft } from '../../../cases.schema.ts';
import { draftQuery } from '../cases-queries.ts';
import { ApplicationHead } from './application-head.tsx';
import { CheckStep } from './check-step.tsx';
import { DraftRemarks } from './draft-remarks.tsx';
import { focusPlace, keepFocus } from './focus-place.ts';
import { PapersStep } from './papers-step.tsx';
import { QuestionsStep } from './questions-step.tsx';
import { SaveState } from './save-state.tsx';
import { type Station, Stations, stationsOf } from './stations.tsx';
import { useDraft } from './use-draft.ts';
import { YourSituation } from './your-situation.tsx';

/** The station in the address, so that reload, back and sign-in return to it. */
function useStation(stations: Station[], first: Station): [Station, (next: Station, place?: string) => void] {
	const navigate = useNavigate();
	const { step } = useSearch({ strict: false }) as { step?: string };
	const { draftId } = useParams({ strict: false }) as { draftId: string };
	const current = stations.find((each) => each === step) ?? first;
	const go = (next: Station, place?: string) => {
		void navigate({
			to: '/apply/$draftId',
			params: { draftId },
			search: { step: next },
			...(place ? { hash: place } : {}),
			resetScroll: !place,
		});
	};
	return [current, go];
}

function Application({ draft }: { draft: Draft }) {
	const words = useDraft(draft);
	const { answers } = words.state;
	const { data, error } = useQuery(situationQuery(draft.itemCode, answers, draft.itemVersion));
	if (data) return <Written draft={draft} situation={data} words={words} />;
	return <div className="page">{error ? <ProblemNotice error={error} /> : <Skeleton lines={14} />}</div>;
}

interface WrittenProps {
	draft: Draft;
	situation: Situation;
	words: ReturnType<typeof useDraft>;
}

/** What was written so far, at one of its stations. */
function Written({ draft, situation, words: { state, edit, answer, dispatch, save } }: WrittenProps) {
	const { t } = useTranslation('web');
	const navigate = useNavigate();
	const { item } = situation;
	const stations = stationsOf(item);
	const [station, go] = useStation(
		stations,
		stations[0] === 'questions' && situation.complete ? 'form' : stations[0],
	);
	const [checked, setChecked] = useState(false);
	const { hash } = useLocation();
	// biome-ignore lint/correctness/useExhaustiveDependencies: the same place is looked for again at another station
	useEffect(() => (hash ? focusPlace(hash) : undefined), [hash, station]);
	const forward = async (next: Station) => {
		if (state.phase === 'DIRTY' || state.phase === 'WAITING') await save();
		go(next);
	};
	return (
		<div className="page narrow">
			<ApplicationHead item={item} />
			<Stations stations={stations} current={station} />
			<DraftRemarks draft={draft} />
			<SaveState state={state} dispatch={dispatch} onRetry={save} />
			{station === 'questions' ? (
				<QuestionsStep
					code={draft.itemCode}
					version={draft.itemVersion}
					answers={state.answers}
					onward={t('portal.apply.toForm')}
					onAnswers={answer}
					onNext={() => void forward('form')}
					onInstead={(code) => void navigate({ to: '/apply/start/$code', params: { code } })}
				/>
			) : (
				<YourSituation
					questions={situation.questions}
					answers={state.answers}
					onChange={() => go('questions')}
				/>
			)}
			{station === 'form' ? (
				<Card>
					<p className="hint">{t('portal.apply.formHint')}</p>
					<Suspense fallback={<Skeleton lines={14} />}>
						<ItemForm item={item} value={state.form} showAll={checked} onChange={edit} />
					</Suspense>
					<div className="row">
						<Button look="primary" onMouseDown={keepFocus} onClick={() => void forward('papers')}>
							{t('portal.apply.toPapers')}
						</Button>
					</div>
				</Card>
			) : null}
			{station === 'papers' ? (
				<PapersStep
					draft={draft}
					item={item}
					onVersion={(version) => dispatch({ type: 'VERSION', version })}
					onBack={() => go('form')}
					onNext={() => void forward('check')}
				/>
			) : null}
			{station === 'check' ? (
				<CheckStep
					draft={draft}
					item={item}
					form={state.form}
					ready={state.phase === 'CLEAN'}
					onFaults={() => setChecked(true)}
					onGo={go}
				/>
			) : null}
		</div>
	);
}

/** An application from the first question to handing it in. */
export default function ApplyPage() {
	const { draftId } = useParams({ strict: false }) as { draftId: string };
	const { data, error } = useQuery(draftQuery(draftId));
	if (data) return <Application key={draftId} draft={data} />;
	return <div className="page">{error ? <ProblemNotice error={error} /> : <Skeleton lines={14} />}</div>;
}
