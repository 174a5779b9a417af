import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Steps } from 'antd';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import { Skeleton } from '../../../../../web/ui/skeleton.tsx';
import { ItemForm, type Situation, situationQuery, useText } from '../../../../catalog/web/index.ts';
import type { Draft } from '../../../cases.schema.ts';
import { DraftRemarks } from '../../portal/apply/draft-remarks.tsx';
import { keepFocus } from '../../portal/apply/focus-place.ts';
import { PapersStep } from '../../portal/apply/papers-step.tsx';
import { QuestionsStep } from '../../portal/apply/questions-step.tsx';
import { SaveState } from '../../portal/apply/save-state.tsx';
import { useDraft } from '../../portal/apply/use-draft.ts';
import { YourSituation } from '../../portal/apply/your-situation.tsx';
import type { CaseView } from '../types.ts';
import { Handover } from './handover.tsx';

const STEPS = ['questions', 'form', 'papers', 'submit'] as const;
type Step = (typeof STEPS)[number];

interface IntakeProps {
	draft: Draft;
	done: (view: CaseView) => void;
	/** Another item is what this person needs. */
	instead: (code: string) => void;
}

/** The step in the address, so that reload, going back and signing in again return to it. */
function useStep(draft: string): [Step, (step: Step) => void] {
	const navigate = useNavigate();
	const { step } = useSearch({ strict: false }) as { step?: string };
	const go = (next: Step) => void navigate({ to: '/desk/window', search: { draft, step: next } as never });
	return [STEPS.find((each) => each === step) ?? 'form', go];
}

/** A new step is reached by the next Tab, not after all the links above it. The questions take the focus themselves. */
function useFocusAtStep(step: Step) {
	const top = useRef<HTMLElement>(null);
	useEffect(() => {
		if (step !== 'questions') top.current?.focus();
	}, [step]);
	return top;
}

/** Form, papers and pre-check on somebody's behalf: the portal's own parts, so that nobody gets another form. */
export function Intake({ draft, ...rest }: IntakeProps) {
	const words = useDraft(draft);
	const { answers } = words.state;
	const { data, error } = useQuery(situationQuery(draft.itemCode, answers, draft.itemVersion));
	if (data) return <Written draft={draft} situation={data} words={words} {...rest} />;
	return error ? <ProblemNotice error={error} /> : <Skeleton lines={12} />;
}

type WrittenProps = IntakeProps & { situation: Situation; words: ReturnType<typeof useDraft> };

function Written({ draft, situation, words, done, instead }: WrittenProps) {
	const { t } = useTranslation('desk');
	const text = useText();
	const { state, edit, answer, dispatch, save } = words;
	const { item } = situation;
	const steps = STEPS.filter((id) => id !== 'questions' || item.questions.length > 0);
	const [step, setStep] = useStep(draft.id);
	const [showAll, setShowAll] = useState(false);
	const top = useFocusAtStep(step);
	const go = async (next: Step) => {
		if (state.phase === 'DIRTY' || state.phase === 'WAITING') await save();
		setStep(next);
	};
	return (
		<section ref={top} tabIndex={-1} className="desk-panel desk-intake">
			<h2>{`${text(item.name)} · ${draft.onBehalfOf?.name ?? ''}`}</h2>
			<Steps
				size="small"
				current={steps.indexOf(step)}
				items={steps.map((id) => ({ title: t(`window.steps.${id}`) }))}
			/>
			<DraftRemarks draft={draft} />
			<SaveState state={state} dispatch={dispatch} onRetry={save} />
			{step === 'questions' ? (
				<QuestionsStep
					code={draft.itemCode}
					version={draft.itemVersion}
					answers={state.answers}
					atWindow
					onward={t('window.next')}
					onAnswers={answer}
					onNext={() => void go('form')}
					onInstead={instead}
				/>
			) : (
				<YourSituation
					questions={situation.questions}
					answers={state.answers}
					onChange={() => void go('questions')}
				/>
			)}
			{step === 'form' ? (
				<>
					<Suspense fallback={<Skeleton lines={12} />}>
						<ItemForm item={item} value={state.form} showAll={showAll} onChange={edit} />
					</Suspense>
					<div className="desk-form-buttons">
						<Button type="primary" onMouseDown={keepFocus} onClick={() => void go('papers')}>
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
					item={item}
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
