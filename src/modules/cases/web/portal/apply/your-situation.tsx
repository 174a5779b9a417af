import { useTranslation } from 'react-i18next';
import { Button } from '../../../../../web/ui/button.tsx';
import { type Answers, answerText, type Situation, useText } from '../../../../catalog/web/index.ts';
import './apply.css';

/** What was answered before the form, with the way to change it. */
export function YourSituation({
	questions,
	answers,
	onChange,
}: {
	questions: Situation['questions'];
	answers: Answers;
	onChange: () => void;
}) {
	const { t, i18n } = useTranslation(['web', 'catalog']);
	const text = useText();
	const given = questions.flatMap((question) => {
		const answer = answers[question.code];
		if (answer === undefined) return [];
		const say = (word: string) => t(`catalog:conditions.${word}`);
		return [{ question, words: answerText(question, answer, i18n.language, say) }];
	});
	if (given.length === 0) return null;
	return (
		<section className="your-situation" aria-label={t('portal.situation.yours')}>
			<dl>
				{given.map(({ question, words }) => (
					<div key={question.code}>
						<dt>{text(question.question)}</dt>
						<dd>{words}</dd>
					</div>
				))}
			</dl>
			<Button look="quiet" onClick={onChange}>
				{t('portal.situation.change')}
			</Button>
		</section>
	);
}
