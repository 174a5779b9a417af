import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { announce } from '../../../../../../web/announce.tsx';
import { Button } from '../../../../../../web/ui/button.tsx';
import { ExplainedButton } from '../../../../../../web/ui/explained-button.tsx';
import { ProblemNotice } from '../../../../../../web/ui/problem-notice.tsx';
import type { Change, SourceFault } from '../../../../desk/desk.schema.ts';
import { type ChangeStep, useDiscard, useStep } from '../data.ts';
import { useIsHead } from '../who.ts';
import { useWords } from '../words.ts';
import type { Draft } from './use-draft.ts';
import { WordsForm } from './words-form.tsx';

interface ChangeActionsProps {
	change: Change;
	draft: Draft;
	faults: readonly SourceFault[];
	isAuthor: boolean;
}

/** What can be done with the change now; what cannot says why, and who can. */
export function ChangeActions({ change, draft, faults, isAuthor }: ChangeActionsProps) {
	const { t } = useWords();
	const navigate = useNavigate();
	const step = useStep(change.id);
	const discard = useDiscard();
	const isHead = useIsHead();
	const [asking, setAsking] = useState<'propose' | 'return' | 'discard' | null>(null);
	const expectedVersion = () => draft.rowVersion.current;
	const take = (name: ChangeStep, words: { note?: string; reason?: string } = {}) =>
		step.mutate(
			{ step: name, ...words, expectedVersion: expectedVersion() },
			{ onSuccess: () => announce(t(`steps.done.${name}`)) },
		);
	const drop = () =>
		discard.mutate(change.id, {
			onSuccess: () =>
				void navigate({ to: change.version > 1 ? `/desk/catalog/${change.code}` : '/desk/catalog' }),
		});
	const refusal = (key: string, params = {}) => ({
		text: t(`refusals.${key}.text`, params),
		signposts: [{ text: t(`refusals.${key}.next`) }],
	});
	const open = change.state === 'DRAFT' || change.state === 'PROPOSED';
	return (
		<div className="keeper-actions">
			<div className="keeper-buttons">
				{change.state === 'DRAFT' && isAuthor ? (
					<ExplainedButton
						look="primary"
						refusal={proposeRefusal(draft, faults, refusal)}
						onClick={() => setAsking('propose')}
					>
						{t('steps.propose')}
					</ExplainedButton>
				) : null}
				{change.state === 'DRAFT' && (isAuthor || isHead) ? (
					<Button look="quiet" onClick={() => setAsking('discard')}>
						{t('steps.discard')}
					</Button>
				) : null}
				{change.state === 'PROPOSED' ? (
					<ExplainedButton
						look="primary"
						busy={step.isPending}
						refusal={isAuthor ? refusal('ownChange') : null}
						onClick={() => take('publish')}
					>
						{t('steps.publish')}
					</ExplainedButton>
				) : null}
				{change.state === 'PROPOSED' && !isAuthor ? (
					<Button onClick={() => setAsking('return')}>{t('steps.return')}</Button>
				) : null}
				{change.state === 'PROPOSED' && isAuthor ? (
					<Button busy={step.isPending} onClick={() => take('withdraw-proposal')}>
						{t('steps.withdraw-proposal')}
					</Button>
				) : null}
			</div>
			{!open ? <p className="keeper-soft">{t(`closed.${change.state}`)}</p> : null}
			{asking === 'propose' || asking === 'return' ? (
				<WordsForm
					key={asking}
					kind={asking}
					busy={step.isPending}
					onCancel={() => setAsking(null)}
					onSubmit={(words) => take(asking, asking === 'propose' ? { note: words } : { reason: words })}
				/>
			) : null}
			{asking === 'discard' ? (
				<div className="keeper-ask">
					<p>{t('steps.discardAsk')}</p>
					<div className="keeper-buttons">
						<Button look="danger" busy={discard.isPending} onClick={drop}>
							{t('steps.discardYes')}
						</Button>
						<Button onClick={() => setAsking(null)}>{t('cancel')}</Button>
					</div>
				</div>
			) : null}
			{(step.error ?? discard.error) ? <ProblemNotice error={step.error ?? discard.error} /> : null}
		</div>
	);
}

/** Why the change cannot be proposed yet. */
function proposeRefusal<Refusal>(
	{ save }: Draft,
	faults: readonly SourceFault[],
	refusal: (key: string, params?: object) => Refusal,
): Refusal | null {
	if (faults.length > 0) return refusal('faults', { count: faults.length });
	return save.kind === 'SAVED' ? null : refusal('unsaved');
}
