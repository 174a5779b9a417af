import { Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
	const [tab, setTab] = useState('application');
	return (
		<article className="desk-case">
			<CaseHeader view={view} />
			<ClocksPanel view={view} />
			<div className="desk-case-body">
				<Tabs
					className="desk-case-tabs"
					activeKey={tab}
					onChange={setTab}
					items={[
						{ key: 'application', label: t('case.application'), children: <ApplicationPanel view={view} /> },
						{
							key: 'timeline',
							label: t('case.timeline', { count: view.timeline.length }),
							children: <TimelinePanel view={view} />,
						},
						{
							key: 'documents',
							label: t('case.documents', { count: view.documents.length }),
							children: <DocumentsPanel view={view} />,
						},
						{ key: 'audit', label: t('case.audit'), children: <AuditPanel view={view} /> },
					]}
				/>
				<aside className="desk-case-side">
					<ActionPanel key={view.id} view={view} />
				</aside>
			</div>
		</article>
	);
}
