import { useParams } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useSession } from '../../../../../../web/api/session.ts';
import { ProblemNotice } from '../../../../../../web/ui/problem-notice.tsx';
import { useChange } from '../data.ts';
import { ChangeWorkspace } from './change-workspace.tsx';
import '../keeper.css';
import './change.css';

/** A change of an item: written by its author, judged by somebody else. */
export default function ChangePage() {
	const { changeId } = useParams({ strict: false }) as { changeId: string };
	const me = useSession()?.principal;
	const change = useChange(changeId);
	if (change.error && !change.data) return <ProblemNotice error={change.error} />;
	// What is remembered may be older than what another tab saved: one writes on what is there now.
	if (!change.data || !change.isFetchedAfterMount || !me) {
		return (
			<div aria-busy="true">
				<Skeleton active paragraph={{ rows: 10 }} />
			</div>
		);
	}
	// Each state is a page of its own: what was proposed is read anew, not written on.
	return <ChangeWorkspace key={`${changeId} ${change.data.state}`} change={change.data} me={me} />;
}
