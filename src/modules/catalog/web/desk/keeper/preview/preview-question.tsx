import type { Answers, Question } from '../../../../situations/situations.schema.ts';
import { useWords } from '../words.ts';

type Answer = Answers[string];

interface PreviewQuestionProps {
	question: Question;
	answer: Answer | undefined;
	onAnswer: (answer: Answer | undefined) => void;
}

/** A question as an applicant meets it. */
export function PreviewQuestion({ question, answer, onAnswer }: PreviewQuestionProps) {
	const { text } = useWords();
	const { code, help, kind } = question;
	return (
		<fieldset className="keeper-question field" aria-describedby={help ? `preview-${code}-help` : undefined}>
			<legend>{text(question.question)}</legend>
			{help ? (
				<p className="hint" id={`preview-${code}-help`}>
					{text(help)}
				</p>
			) : null}
			{kind === 'NUMBER' ? (
				<label className="keeper-number">
					<span className="visually-hidden">{text(question.question)}</span>
					<input
						type="number"
						step="any"
						value={answer === undefined ? '' : String(answer)}
						onChange={({ target }) => onAnswer(target.value === '' ? undefined : Number(target.value))}
					/>
					<span>{text(question.unit)}</span>
				</label>
			) : (
				<Tiles question={question} answer={answer} onAnswer={onAnswer} />
			)}
		</fieldset>
	);
}

function Tiles({ question, answer, onAnswer }: PreviewQuestionProps) {
	const { t, text } = useWords();
	const { code, kind, options = [] } = question;
	const choices =
		kind === 'YES_NO'
			? [
					{ value: true, title: t('yes') },
					{ value: false, title: t('no') },
				]
			: options.map(({ value, title }) => ({ value, title: text(title) }));
	const chosen = Array.isArray(answer) ? answer : [answer];
	const choose = (value: string | boolean, on: boolean) => {
		if (kind !== 'CHOICES') return onAnswer(value);
		const others = options.map((option) => option.value);
		onAnswer(others.filter((each) => (each === value ? on : chosen.includes(each))));
	};
	return (
		<div className="keeper-tiles">
			{choices.map(({ value, title }) => (
				<label key={String(value)}>
					<input
						type={kind === 'CHOICES' ? 'checkbox' : 'radio'}
						name={`preview-${code}`}
						checked={(chosen as unknown[]).includes(value)}
						onChange={({ target }) => choose(value, target.checked)}
					/>
					<span>{title}</span>
				</label>
			))}
		</div>
	);
}
