import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Steps } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../../../../web/ui/skeleton.tsx';
import { type Item, ItemForm, useText } from '../../../../catalog/web/index.ts';
import type { Draft } from '../../../cases.schema.ts';
import { PapersStep } from '../../portal/apply/papers-step.tsx';
import { SaveState } from '../../portal/apply/save-state.tsx';
import { useDraft } from '../../portal/apply/use-draft.ts';
import type { CaseView } from '../types.ts';
import { Handover } from './handover.tsx';

const STEPS = ['form', 'papers', 'submit'] as const;
type Step = (typeof STEPS)[number];

/** The step in the address, so that reload, going back and signing in again return to it. */
function useStep(draft: string): [Step, (step: Step) => void] {
	const navigate = useNavigate();
	const { step } = useSearch({ strict: false }) as { step?: string };
	const go = (next: Step) => void navigate({ to: '/desk/window', search: { draft, step: next } as never });
	return [STEPS.find((each) => each === step) ?? 'form', go];
}

/** Form, papers and pre-check on somebody's behalf: the portal's own parts, so that nobody gets another form. */
export function Intake({ draft, item, done }: { draft: Draft; item: Item; done: (view: CaseView) => void }) {
	const { t } = useTranslation('desk');
	const text = useText();
	const { state, edit, dispatch, save } = useDraft(draft);
	const [step, setStep] = useStep(draft.id);
	const [showAll, setShowAll] = useState(false);
	const go = async (next: Step) => {
		if (state.phase === 'DIRTY' || state.phase === 'WAITING') await save();
		setStep(next);
	};
	return (
		<section className="desk-panel desk-intake">
			<h2>{`${text(item.name)} · ${draft.onBehalfOf?.name ?? ''}`}</h2>
			<Steps
				size="small"
				current={STEPS.indexOf(step)}
				items={STEPS.map((id) => ({ title: t(`window.steps.${id}`) }))}
			/>
			<SaveState state={state} dispatch={dispatch} onRetry={save} />
			{step === 'form' ? (
				<>
					<Suspense fallback={<Skeleton lines={12} />}>
						<ItemForm item={item} value={state.form} showAll={showAll} onChange={edit} />
					</Suspense>
					<div className="desk-form-buttons">
						<Button type="primary" onClick={() => void go('papers')}>
							{t('window.next')}
						</Button>
					</div>
				</>
			) : null}
			{step === 'papers' ? (
				<PapersStep
					draft={draft}
					item={item}
					onVersion={(version) => dispatch({ type: 'VERSION', version })}
					onBack={() => void go('form')}
					onNext={() => void go('submit')}
				/>
			) : null}
			{step === 'submit' ? (
				<Handover
					draft={draft}
					ready={state.phase === 'CLEAN'}
					done={done}
					go={(next) => {
						setShowAll(true);
						void go(next);
					}}
				/>
			) : null}
		</section>
	);
}
