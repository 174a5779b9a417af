import { useFormat } from '../../../../../../web/format.ts';
import { Notice } from '../../../../../../web/ui/notice.tsx';
import { ProblemNotice } from '../../../../../../web/ui/problem-notice.tsx';
import { useWords } from '../words.ts';
import type { Draft } from './use-draft.ts';

/** Whether what is on the screen is kept. */
export function SaveStatus({ draft }: { draft: Draft }) {
	const { t } = useWords();
	const { kind } = draft.save;
	return (
		<span className={`keeper-save is-${kind.toLowerCase()}`} role="status" data-save={kind}>
			{t(`save.${kind}`)}
		</span>
	);
}

/** Somebody saved first, or nothing could be saved: what to do, with both texts kept. */
export function Conflict({ draft }: { draft: Draft }) {
	const { t } = useWords();
	const format = useFormat();
	const { save, aside } = draft;
	return (
		<>
			{save.kind === 'FAILED' ? (
				<div className="keeper-failed">
					<ProblemNotice error={save.error} />
					<button type="button" className="button secondary" onClick={draft.retry}>
						{t('save.retry')}
					</button>
				</div>
			) : null}
			{save.kind === 'CONFLICT' ? (
				<Notice
					tone="warning"
					title={t('conflict.title', {
						name: lastHand(save.theirs),
						time: format.instant(save.theirs.updatedAt),
					})}
				>
					<p>{t('conflict.text')}</p>
					<div className="keeper-buttons">
						<button type="button" className="button secondary" onClick={() => draft.takeTheirs(save.theirs)}>
							{t('conflict.reload')}
						</button>
						<button type="button" className="button secondary" onClick={() => draft.keepMine(save.theirs)}>
							{t('conflict.keep')}
						</button>
					</div>
				</Notice>
			) : null}
			{aside ? (
				<Notice title={t('conflict.aside')}>
					<button type="button" className="button secondary" onClick={draft.restore}>
						{t('conflict.restore')}
					</button>
				</Notice>
			) : null}
		</>
	);
}

/** Only its author writes a change; whoever acted on it last may have been somebody else. */
const lastHand = (change: { state: string; author: { name: string }; record: { by: { name: string } }[] }) =>
	change.state === 'DRAFT' ? change.author.name : (change.record.at(-1)?.by.name ?? change.author.name);
