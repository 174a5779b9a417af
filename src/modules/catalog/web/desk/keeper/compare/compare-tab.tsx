import { Skeleton } from 'antd';
import { ProblemNotice } from '../../../../../../web/ui/problem-notice.tsx';
import type { Change } from '../../../../desk/desk.schema.ts';
import type { Draft } from '../change/use-draft.ts';
import { useDeskItems, useDifferences } from '../data.ts';
import { useWords } from '../words.ts';
import { Comparison } from './comparison.tsx';

/** The change against the version in effect; where none is in effect, everything is new. */
export function CompareTab({ change, draft }: { change: Change; draft: Draft }) {
	const { t } = useWords();
	const items = useDeskItems();
	const line = items.data?.items.find(({ code }) => code === change.code);
	const known = line?.version ?? line?.upcoming?.version ?? null;
	// Once it is in effect itself, it is held against the version before it.
	const from = known !== null && known >= change.version ? change.version - 1 || null : known;
	const isSaved = draft.save.kind === 'SAVED';
	const to = change.state === 'PUBLISHED' ? String(change.version) : 'change';
	const found = useDifferences(change.code, isSaved ? from : null, to, draft.rowVersion.current);
	if (items.data && from === null) return <p className="desk-empty">{t('compare.nothingBefore')}</p>;
	if (!isSaved) return <p className="desk-empty">{t('compare.saving')}</p>;
	if (found.error) return <ProblemNotice error={found.error} />;
	if (!found.data) {
		return (
			<div aria-busy="true">
				<Skeleton active paragraph={{ rows: 6 }} />
			</div>
		);
	}
	return (
		<Comparison
			differences={found.data.differences}
			source={draft.text.source ?? undefined}
			before={t('compare.inEffect', { version: from })}
			after={t('compare.thisChange', { version: change.version })}
		/>
	);
}
