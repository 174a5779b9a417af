import { useParams } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import { useCase } from '../data.ts';
import { CaseWorkspace } from './case-workspace.tsx';

/** One case on the desk: where it stands, what it consists of, what may be done. */
export default function CasePage() {
	const { caseId } = useParams({ strict: false }) as { caseId: string };
	const one = useCase(caseId);
	if (one.error && !one.data) return <ProblemNotice error={one.error} />;
	if (!one.data) {
		return (
			<div aria-busy="true">
				<Skeleton active paragraph={{ rows: 10 }} />
			</div>
		);
	}
	return <CaseWorkspace view={one.data} />;
}
