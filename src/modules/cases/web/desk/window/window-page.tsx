import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import type { Answers } from '../../../../catalog/web/index.ts';
import { draftQuery } from '../../portal/cases-queries.ts';
import type { CaseView } from '../types.ts';
import { AskedFirst } from './asked-first.tsx';
import { FindItem } from './find-item.tsx';
import { Intake } from './intake.tsx';
import { OpenIntakes } from './open-intakes.tsx';
import { Received } from './received.tsx';
import { Visitor } from './visitor.tsx';

/** Where the intake stands; in the address, so that reload and sign-in return to it. */
interface Place {
	item?: string;
	answers?: Answers;
	/** The questions are answered: now the person. */
	asked?: boolean;
	draft?: string;
}

/** The walk-in intake: item, person, form, papers, receipt, and the acceptance at once. */
export default function WindowPage() {
	const { t } = useTranslation('desk');
	const navigate = useNavigate();
	const { item, answers = {}, asked = false, draft } = useSearch({ strict: false }) as Place;
	const [received, setReceived] = useState<CaseView | null>(null);
	const go = (place: Place, replace = false) =>
		void navigate({ to: '/desk/window', search: place as never, replace, resetScroll: !replace });
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
			{!received && draft ? (
				<OpenIntake id={draft} done={setReceived} instead={(code) => go({ item: code })} />
			) : null}
			{!received && !draft && item && !asked ? (
				<AskedFirst
					key={item}
					itemCode={item}
					answers={answers}
					onAnswers={(next) => go({ item, answers: next }, true)}
					onNext={() => go({ item, answers, asked: true }, true)}
					onInstead={(code) => go({ item: code })}
					back={() => go({})}
				/>
			) : null}
			{!received && !draft && item && asked ? (
				<Visitor itemCode={item} answers={answers} back={() => go({})} begun={(id) => go({ draft: id })} />
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

function OpenIntake({ id, ...rest }: { id: string } & Omit<Parameters<typeof Intake>[0], 'draft'>) {
	const draft = useQuery(draftQuery(id));
	if (draft.error) return <ProblemNotice error={draft.error} />;
	if (!draft.data) return <Skeleton active paragraph={{ rows: 10 }} />;
	return <Intake key={id} draft={draft.data} {...rest} />;
}
