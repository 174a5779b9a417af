import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../../web/ui/button.tsx';
import { Card } from '../../../../../web/ui/card.tsx';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import { Skeleton } from '../../../../../web/ui/skeleton.tsx';
import { Steps } from '../../../../../web/ui/steps.tsx';
import { type Item, ItemForm, itemQuery, useText } from '../../../../catalog/web/index.ts';
import type { Draft } from '../../../cases.schema.ts';
import { draftQuery } from '../cases-queries.ts';
import { CheckStep } from './check-step.tsx';
import { focusPlace } from './focus-place.ts';
import { PapersStep } from './papers-step.tsx';
import { SaveState } from './save-state.tsx';
import { useDraft } from './use-draft.ts';
import './apply.css';

const STEPS = ['form', 'papers', 'check'] as const;
type StepId = (typeof STEPS)[number];

/** The step in the address, so that reload, back and sign-in return to it. */
function useStep(): [StepId, (step: StepId, place?: string) => void] {
	const navigate = useNavigate();
	const { step } = useSearch({ strict: false }) as { step?: string };
	const { draftId } = useParams({ strict: false }) as { draftId: string };
	const current = STEPS.find((each) => each === step) ?? 'form';
	const go = (next: StepId, place?: string) => {
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

function Application({ draft, item }: { draft: Draft; item: Item }) {
	const { t } = useTranslation('web');
	const text = useText();
	const { state, edit, dispatch, save } = useDraft(draft);
	const [step, go] = useStep();
	const [checked, setChecked] = useState(false);
	const { hash } = useLocation();
	// biome-ignore lint/correctness/useExhaustiveDependencies: the same place is looked for again in another step
	useEffect(() => (hash ? focusPlace(hash) : undefined), [hash, step]);
	const at = STEPS.indexOf(step);
	const forward = async (next: StepId) => {
		if (state.phase === 'DIRTY' || state.phase === 'WAITING') await save();
		go(next);
	};
	return (
		<div className="page narrow">
			<div className="stack">
				<p className="breadcrumb">
					<Link to="/items/$code" params={{ code: item.code }}>
						{t('portal.apply.guide')}
					</Link>
				</p>
				<h1>{t('portal.apply.of', { item: text(item.name) })}</h1>
			</div>
			<Steps
				label={t('portal.apply.steps')}
				steps={STEPS.map((id, index) => ({
					id,
					label: t(`portal.apply.step.${id}`),
					state: index < at ? 'DONE' : index === at ? 'CURRENT' : 'AHEAD',
				}))}
			/>
			<SaveState state={state} dispatch={dispatch} onRetry={save} />
			{step === 'form' ? (
				<Card>
					<p className="hint">{t('portal.apply.formHint')}</p>
					<Suspense fallback={<Skeleton lines={14} />}>
						<ItemForm item={item} value={state.form} showAll={checked} onChange={edit} />
					</Suspense>
					<div className="row">
						<Button look="primary" onClick={() => void forward('papers')}>
							{t('portal.apply.toPapers')}
						</Button>
					</div>
				</Card>
			) : null}
			{step === 'papers' ? (
				<PapersStep
					draft={draft}
					item={item}
					onVersion={(version) => dispatch({ type: 'VERSION', version })}
					onBack={() => go('form')}
					onNext={() => void forward('check')}
				/>
			) : null}
			{step === 'check' ? (
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
	const draft = useQuery(draftQuery(draftId));
	const item = useQuery({ ...itemQuery(draft.data?.itemCode ?? ''), enabled: draft.data !== undefined });
	const error = draft.error ?? item.error;
	if (draft.data && item.data) return <Application key={draftId} draft={draft.data} item={item.data} />;
	return <div className="page">{error ? <ProblemNotice error={error} /> : <Skeleton lines={14} />}</div>;
}
