import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../../web/announce.tsx';
import type { Item } from '../../catalog.schema.ts';
import { leastChoices } from '../../situations/question-field.ts';
import type { Answers, Question } from '../../situations/situations.schema.ts';
import { useText } from '../catalog-queries.ts';
import { openQuestions } from './open-questions.ts';
import { QuestionField, questionId, toggled } from './question-field.tsx';
import './questions.css';

/** What is to be asked next, and what is wrong with the answers so far. */
interface Asked {
	questions: Question[];
	faults: { question: string; code: string }[];
	item: Pick<Item, 'form'>;
}

interface QuestionsProps {
	situation: Asked;
	/** The situation belongs to earlier answers; the one to these is on its way. */
	stale: boolean;
	answers: Answers;
	onAnswers: (answers: Answers) => void;
	/** At the window digits choose, and the next question takes the focus. */
	keys?: boolean;
}

/**
 * The questions, one after another on one screen: the next appears below when those before it are answered, so nothing
 * moves under the finger.
 */
export function Questions({ situation, stale, answers, onAnswers, keys = false }: QuestionsProps) {
	const { t } = useTranslation('web');
	const { t: say } = useTranslation('catalog');
	const text = useText();
	const shown = openQuestions(situation.questions, answers, stale);
	const faults = new Map(
		situation.faults
			.filter(({ code }) => code !== 'ANSWER_MISSING')
			.map(({ question, code }) => [question, code]),
	);
	const answer = (question: Question, given: Answers[string] | undefined) => {
		const { [question.code]: _before, ...others } = answers;
		onAnswers(given === undefined ? others : { ...others, [question.code]: given });
	};
	const last = shown.at(-1);
	const waits = last && answers[last.code] === undefined && !stale ? last.code : null;
	const before = useRef(waits);
	// biome-ignore lint/correctness/useExhaustiveDependencies: only a new question is news
	useEffect(() => {
		if (waits === before.current) return;
		before.current = waits;
		if (waits && last) announce(t('portal.situation.next', { question: text(last.question) }));
		if (keys && !isTyping()) focusQuestion(waits);
	}, [waits]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: once, when the questions are opened
	useEffect(() => {
		if (keys) focusQuestion(waits);
	}, []);
	const press = (event: KeyboardEvent<HTMLDivElement>) => {
		if (event.key === 'Enter') {
			event.preventDefault();
			if (waits === null && !stale) document.querySelector<HTMLElement>('.questions-on')?.click();
			else focusQuestion(waits);
			return;
		}
		const question = shown.find(({ code }) => code === questionOf(event.target));
		const pressed = question && answerOfKey(question, event.key, answers[question.code]);
		if (!pressed) return;
		event.preventDefault();
		answer(question, pressed.answer);
	};
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: the keys shorten what the controls inside do anyway
		<div className="questions" id="questions" tabIndex={-1} onKeyDown={keys ? press : undefined}>
			{shown.map((question) => {
				const code = answers[question.code] === undefined ? undefined : faults.get(question.code);
				return (
					<QuestionField
						key={question.code}
						question={question}
						answer={answers[question.code]}
						fault={code && say(`faults.${code}`)}
						mayBeNone={leastChoices(situation.item, question) === 0}
						keys={keys}
						onAnswer={(given) => answer(question, given)}
					/>
				);
			})}
		</div>
	);
}

function questionOf(target: EventTarget): string | undefined {
	if (!(target instanceof HTMLElement)) return undefined;
	return target.closest<HTMLElement>('[data-question]')?.dataset['question'];
}

/** A number has more than one digit: its field keeps the focus until Enter. */
const isTyping = (): boolean => document.activeElement?.getAttribute('inputmode') === 'decimal';

/** To the question that waits, or, when none does, to the button that goes on. */
function focusQuestion(code: string | null): void {
	const place = code === null ? '.questions-on' : `#${questionId(code)} input`;
	document.querySelector<HTMLElement>(place)?.focus();
}

/** What a digit answers; undefined where it answers nothing. */
function answerOfKey(
	{ kind, options = [] }: Question,
	key: string,
	before: Answers[string] | undefined,
): { answer: Answers[string] | undefined } | undefined {
	if (kind === 'NUMBER' || !/^\d$/.test(key)) return undefined;
	if (kind === 'CHOICES' && key === '0') return { answer: [] };
	const values = kind === 'YES_NO' ? [true, false] : options.map(({ value }) => value);
	const value = values[Number(key) - 1];
	if (value === undefined) return undefined;
	if (kind !== 'CHOICES') return { answer: value };
	return { answer: toggled(options, Array.isArray(before) ? before : [], String(value)) };
}
