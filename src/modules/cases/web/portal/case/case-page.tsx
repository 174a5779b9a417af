import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../../../web/ui/card.tsx';
import { Notice } from '../../../../../web/ui/notice.tsx';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import { Skeleton } from '../../../../../web/ui/skeleton.tsx';
import { Timeline } from '../../../../../web/ui/timeline.tsx';
import type { CaseView } from '../../../cases.schema.ts';
import { Answers } from '../answers.tsx';
import { caseQuery } from '../cases-queries.ts';
import { FileList } from '../file-list.tsx';
import { Actions } from './actions.tsx';
import { Clocks } from './clocks.tsx';
import { Documents } from './documents.tsx';
import { OwedPapers } from './owed-papers.tsx';
import { Progress } from './progress.tsx';
import { Remedies } from './remedies.tsx';
import { Standing } from './standing.tsx';
import { SupplementTask } from './supplement-task.tsx';
import './case.css';

function Handed({ view }: { view: CaseView }) {
	const { t, i18n } = useTranslation('web');
	return (
		<Card title={t('portal.case.handed')}>
			<details className="faq">
				<summary>{t('portal.case.form')}</summary>
				<Answers form={view.item.form} value={view.form} language={i18n.language} />
			</details>
			<details className="faq">
				<summary>{t('portal.case.files', { count: view.files.length })}</summary>
				<FileList files={view.files} />
			</details>
		</Card>
	);
}

function Case({ view }: { view: CaseView }) {
	const { t } = useTranslation('web');
	const { fresh } = useSearch({ strict: false }) as { fresh?: boolean };
	const moments = view.timeline
		.toReversed()
		.map(({ version, at, title, actor }) => ({ id: String(version), at, title, by: actor.name }));
	return (
		<div className="page">
			<div className="stack">
				<p className="breadcrumb">
					<Link to="/my">{t('portal.my.title')}</Link> › {view.number}
				</p>
				<h1>{view.itemName}</h1>
			</div>
			{fresh ? (
				<Notice tone="success" title={t('portal.case.fresh')}>
					<p>{t('portal.case.freshNext', { number: view.number })}</p>
				</Notice>
			) : null}
			<Standing view={view} />
			<Progress view={view} />
			<SupplementTask view={view} />
			<OwedPapers view={view} />
			<Remedies view={view} />
			<Actions view={view} />
			<div className="case-columns">
				<div className="stack">
					<Documents documents={view.documents} />
					<Clocks clocks={view.clocks} />
					<Handed view={view} />
				</div>
				<Card title={t('portal.case.timeline')}>
					<Timeline label={t('portal.case.timeline')} moments={moments} />
				</Card>
			</div>
		</div>
	);
}

/** One case as its applicant sees it. */
export default function CasePage() {
	const { caseId } = useParams({ strict: false }) as { caseId: string };
	const view = useQuery(caseQuery(caseId));
	if (view.data) return <Case view={view.data} />;
	return (
		<div className="page">{view.error ? <ProblemNotice error={view.error} /> : <Skeleton lines={14} />}</div>
	);
}
