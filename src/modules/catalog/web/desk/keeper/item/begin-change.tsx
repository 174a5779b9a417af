import { Link, useNavigate } from '@tanstack/react-router';
import { ExplainedButton } from '../../../../../../web/ui/explained-button.tsx';
import { ProblemNotice } from '../../../../../../web/ui/problem-notice.tsx';
import type { ItemHistory } from '../../../../desk/desk.schema.ts';
import { useBegin } from '../data.ts';
import { StateTag } from '../state-tag.tsx';
import { useIsKeeper } from '../who.ts';
import { useWords } from '../words.ts';

/** The open change of the item, or the button that begins one. */
export function BeginChange({ history }: { history: ItemHistory }) {
	const { t } = useWords();
	const navigate = useNavigate();
	const begin = useBegin();
	const isKeeper = useIsKeeper();
	const { change, code, versions } = history;
	if (change) {
		return (
			<p className="keeper-open-change">
				<StateTag state={change.state} />
				<Link to={`/desk/catalog/changes/${change.id}`}>
					{t('item.openChange', { version: change.version, name: change.author.name })}
				</Link>
			</p>
		);
	}
	return (
		<div className="keeper-actions">
			<ExplainedButton
				look="primary"
				busy={begin.isPending}
				refusal={
					isKeeper
						? null
						: { text: t('refusals.notKeeper.text'), signposts: [{ text: t('refusals.notKeeper.next') }] }
				}
				onClick={() =>
					begin.mutate(
						{ code },
						{ onSuccess: ({ id }) => void navigate({ to: `/desk/catalog/changes/${id}` }) },
					)
				}
			>
				{t(versions.length > 0 ? 'item.newVersion' : 'item.write')}
			</ExplainedButton>
			{begin.error ? <ProblemNotice error={begin.error} /> : null}
		</div>
	);
}
