import { useTranslation } from 'react-i18next';
import { Tabs } from '../../../../../web/ui/tabs.tsx';
import { ActionPanel } from '../commands/action-panel.tsx';
import type { CaseView } from '../types.ts';
import { ApplicationPanel } from './application-panel.tsx';
import { AuditPanel } from './audit-panel.tsx';
import { CaseHeader } from './case-header.tsx';
import { ClocksPanel } from './clocks-panel.tsx';
import { DocumentsPanel } from './documents-panel.tsx';
import { TimelinePanel } from './timeline-panel.tsx';

/** Everything about one case on one screen; the case page and the sole approver's screen show it alike. */
export function CaseWorkspace({ view }: { view: CaseView }) {
	const { t } = useTranslation('desk');
	const tabs = [
		{ key: 'application', label: t('case.application'), content: <ApplicationPanel view={view} /> },
		{
			key: 'timeline',
			label: t('case.timeline', { count: view.timeline.length }),
			content: <TimelinePanel view={view} />,
		},
		{
			key: 'documents',
			label: t('case.documents', { count: view.documents.length }),
			content: <DocumentsPanel view={view} />,
		},
		{ key: 'audit', label: t('case.audit'), content: <AuditPanel view={view} /> },
	];
	return (
		<article className="desk-case">
			<CaseHeader view={view} />
			<ClocksPanel view={view} />
			<div className="desk-case-body">
				<Tabs key={view.id} tabs={tabs} label={t('case.parts')} />
				<aside className="desk-case-side">
					<ActionPanel key={view.id} view={view} />
				</aside>
			</div>
		</article>
	);
}
