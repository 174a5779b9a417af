import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answers, Question } from '../../situations/situations.schema.ts';
import { useText } from '../catalog-queries.ts';

type Answer = Answers[string];

interface QuestionProps {
	question: Question;
	answer: Answer | undefined;
	/** That none of the options applies is an answer. */
	mayBeNone: boolean;
	/** The answer is wrong, not only missing. */
	fault?: string | undefined;
	/** Show the digits that choose the options. */
	keys: boolean;
	onAnswer: (answer: Answer | undefined) => void;
}

/** Element id of a question, for links to it. */
export const questionId = (code: string): string => `question-${code}`;

function Tile({
	type,
	name,
	checked,
	digit,
	onChange,
	children,
}: {
	type: 'radio' | 'checkbox';
	name: string;
	checked: boolean;
	digit: number | null;
	onChange: () => void;
	children: ReactNode;
}) {
	return (
		<label className="tile">
			<input type={type} name={name} checked={checked} onChange={onChange} />
			<span>{children}</span>
			{digit === null ? null : <em aria-hidden="true">{digit}</em>}
		</label>
	);
}

/** One of several: yes or no, or an option. */
function OneOf({ question, answer, keys, onAnswer }: QuestionProps) {
	const { t } = useTranslation('catalog');
	const text = useText();
	const choices =
		question.kind === 'YES_NO'
			? [
					{ value: true, title: t('conditions.yes') },
					{ value: false, title: t('conditions.no') },
				]
			: (question.options ?? []).map(({ value, title }) => ({ value, title: text(title) }));
	return (
		<div className={question.kind === 'YES_NO' ? 'tiles pair' : 'tiles'}>
			{choices.map(({ value, title }, index) => (
				<Tile
					key={String(value)}
					type="radio"
					name={questionId(question.code)}
					checked={answer === value}
					digit={keys ? index + 1 : null}
					onChange={() => onAnswer(value)}
				>
					{title}
				</Tile>
			))}
		</div>
	);
}

/** The options chosen after one was taken or left, in their order; no answer when none is left. */
export function toggled(
	options: NonNullable<Question['options']>,
	chosen: string[],
	value: string,
): string[] | undefined {
	const left = options
		.map((option) => option.value)
		.filter((each) => (each === value ? !chosen.includes(each) : chosen.includes(each)));
	return left.length > 0 ? left : undefined;
}

/** Any of several. */
function AnyOf({ question, answer, mayBeNone, keys, onAnswer }: QuestionProps) {
	const { t } = useTranslation('catalog');
	const text = useText();
	const { code, options = [] } = question;
	const chosen = Array.isArray(answer) ? answer : [];
	const toggle = (value: string) => onAnswer(toggled(options, chosen, value));
	return (
		<div className="tiles">
			{options.map(({ value, title }, index) => (
				<Tile
					key={value}
					type="checkbox"
					name={questionId(code)}
					checked={chosen.includes(value)}
					digit={keys ? index + 1 : null}
					onChange={() => toggle(value)}
				>
					{text(title)}
				</Tile>
			))}
			{mayBeNone ? (
				<Tile
					type="checkbox"
					name={questionId(code)}
					checked={Array.isArray(answer) && answer.length === 0}
					digit={keys ? 0 : null}
					onChange={() => onAnswer([])}
				>
					{t('conditions.none')}
				</Tile>
			) : null}
		</div>
	);
}

/** Full-width digits and a comma for the decimal point are numbers, too. */
const readNumber = (text: string): number | undefined => {
	const plain = text.normalize('NFKC').trim().replace(/,/g, '.');
	const number = Number(plain);
	return plain !== '' && Number.isFinite(number) ? number : undefined;
};

function NumberField({ question, answer, fault, onAnswer }: QuestionProps) {
	const text = useText();
	const { code, unit } = question;
	const [typed, setTyped] = useState(answer === undefined ? '' : String(answer));
	useEffect(() => {
		setTyped((before) =>
			readNumber(before) === answer ? before : answer === undefined ? before : String(answer),
		);
	}, [answer]);
	return (
		<div className="number-answer">
			<input
				inputMode="decimal"
				autoComplete="off"
				aria-labelledby={`${questionId(code)}-title`}
				aria-describedby={fault ? `${questionId(code)}-fault` : undefined}
				aria-invalid={fault ? true : undefined}
				value={typed}
				onChange={({ target }) => {
					setTyped(target.value);
					onAnswer(readNumber(target.value));
				}}
			/>
			{unit ? <span>{text(unit)}</span> : null}
		</div>
	);
}

const CONTROLS = { YES_NO: OneOf, CHOICE: OneOf, CHOICES: AnyOf, NUMBER: NumberField };

/** A question about the applicant's situation, with why it is asked. */
export function QuestionField(props: QuestionProps) {
	const { question, fault } = props;
	const text = useText();
	const id = questionId(question.code);
	const Control = CONTROLS[question.kind];
	return (
		<fieldset
			className={fault ? 'question field faulty' : 'question field'}
			id={id}
			data-question={question.code}
			tabIndex={-1}
			aria-describedby={question.help ? `${id}-help` : undefined}
		>
			<legend id={`${id}-title`}>{text(question.question)}</legend>
			{question.help ? (
				<p className="hint" id={`${id}-help`}>
					{text(question.help)}
				</p>
			) : null}
			<Control {...props} />
			{fault ? (
				<p className="fault" id={`${id}-fault`}>
					{fault}
				</p>
			) : null}
		</fieldset>
	);
}
