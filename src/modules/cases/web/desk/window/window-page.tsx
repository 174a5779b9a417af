import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import { itemQuery } from '../../../../catalog/web/index.ts';
import { draftQuery } from '../../portal/cases-queries.ts';
import type { CaseView } from '../types.ts';
import { FindItem } from './find-item.tsx';
import { Intake } from './intake.tsx';
import { OpenIntakes } from './open-intakes.tsx';
import { Received } from './received.tsx';
import { Visitor } from './visitor.tsx';

/** Where the intake stands; in the address, so that reload and sign-in return to it. */
interface Place {
	item?: string;
	draft?: string;
}

/** The walk-in intake: item, person, form, papers, receipt, and the acceptance at once. */
export default function WindowPage() {
	const { t } = useTranslation('desk');
	const navigate = useNavigate();
	const { item, draft } = useSearch({ strict: false }) as Place;
	const [received, setReceived] = useState<CaseView | null>(null);
	const go = (place: Place) => void navigate({ to: '/desk/window', search: place as never });
	return (
		<div className="desk-window">
			<header className="desk-page-head">
				<h1>{t('nav.window')}</h1>
				<span className="desk-total">{t('window.hint')}</span>
			</header>
			{received ? (
				<Received
					id={received.id}
					another={() => {
						setReceived(null);
						go({});
					}}
				/>
			) : null}
			{!received && draft ? <OpenIntake id={draft} done={setReceived} /> : null}
			{!received && !draft && item ? (
				<Visitor itemCode={item} back={() => go({})} begun={(id) => go({ draft: id })} />
			) : null}
			{!received && !draft && !item ? (
				<>
					<FindItem choose={(code) => go({ item: code })} />
					<OpenIntakes resume={(id) => go({ draft: id })} />
				</>
			) : null}
		</div>
	);
}

function OpenIntake({ id, done }: { id: string; done: (view: CaseView) => void }) {
	const draft = useQuery(draftQuery(id));
	const item = useQuery({ ...itemQuery(draft.data?.itemCode ?? ''), enabled: draft.data !== undefined });
	const error = draft.error ?? item.error;
	if (error) return <ProblemNotice error={error} />;
	if (!draft.data || !item.data) return <Skeleton active paragraph={{ rows: 10 }} />;
	return <Intake key={id} draft={draft.data} item={item.data} done={done} />;
}
