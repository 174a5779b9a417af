import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../../../web/api/problem.ts';
import { Button } from '../../../../../web/ui/button.tsx';
import { Notice } from '../../../../../web/ui/notice.tsx';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import type { DraftEvent, DraftState } from './draft-state.ts';
import './apply.css';

interface SaveStateProps {
	state: DraftState;
	dispatch: (event: DraftEvent) => void;
	onRetry: () => Promise<void>;
}

/** Whether the words are safe, and the choice when another window saved other words. */
export function SaveState({ state, dispatch, onRetry }: SaveStateProps) {
	const { t } = useTranslation('web');
	if (state.phase === 'CONFLICT') {
		return (
			<div role="alert">
				<Notice tone="warning" title={t('portal.save.conflict')}>
					<p>{t('portal.save.conflictWhy')}</p>
					<div className="row">
						<Button look="primary" onClick={() => dispatch({ type: 'KEEP_MINE' })}>
							{t('portal.save.keepMine')}
						</Button>
						<Button onClick={() => dispatch({ type: 'TAKE_THEIRS' })}>{t('portal.save.takeTheirs')}</Button>
					</div>
				</Notice>
			</div>
		);
	}
	const isRefused =
		state.error instanceof ApiProblem && state.error.status >= 400 && state.error.status < 500;
	return (
		<div className="save-state">
			<p role="status" className={`save-line ${state.phase.toLowerCase()}`}>
				{t(`portal.save.${state.phase}`)}
			</p>
			{state.phase === 'WAITING' ? (
				<Button look="quiet" onClick={() => void onRetry()}>
					{t('portal.save.retry')}
				</Button>
			) : null}
			{state.phase === 'WAITING' && isRefused ? <ProblemNotice error={state.error} /> : null}
		</div>
	);
}
