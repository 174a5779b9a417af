import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import { Skeleton } from '../../../../../web/ui/skeleton.tsx';
import { type Answers, situationQuery, useText } from '../../../../catalog/web/index.ts';
import { QuestionsStep } from '../../portal/apply/questions-step.tsx';

interface AskedFirstProps {
	itemCode: string;
	answers: Answers;
	onAnswers: (answers: Answers) => void;
	onNext: () => void;
	onInstead: (code: string) => void;
	back: () => void;
}

/** The applicant's situation, asked before anything personal is written down; an item without questions is passed by. */
export function AskedFirst({ itemCode, answers, onAnswers, onNext, onInstead, back }: AskedFirstProps) {
	const { t } = useTranslation('desk');
	const text = useText();
	const { data, error } = useQuery(situationQuery(itemCode, answers));
	const asksNothing = data?.item.questions.length === 0;
	useEffect(() => {
		if (asksNothing) onNext();
	}, [asksNothing, onNext]);
	if (error) return <ProblemNotice error={error} />;
	if (!data || asksNothing) return <Skeleton lines={8} />;
	return (
		<section className="desk-panel desk-intake">
			<div className="desk-form-buttons">
				<h2>{text(data.item.name)}</h2>
				<Button onClick={back}>{t('window.change')}</Button>
			</div>
			<QuestionsStep
				code={itemCode}
				answers={answers}
				atWindow
				onward={t('window.next')}
				onAnswers={onAnswers}
				onNext={onNext}
				onInstead={onInstead}
			/>
		</section>
	);
}
