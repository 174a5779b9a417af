import type { Answers, Question } from '../../situations/situations.schema.ts';

/**
 * The questions to show: those that are answered, and the first that is not. While the situation is that of earlier
 * answers nobody knows what comes next, so nothing does.
 */
export function openQuestions(questions: Question[], answers: Answers, stale: boolean): Question[] {
	const first = questions.findIndex(({ code }) => answers[code] === undefined);
	if (first < 0) return questions;
	return questions.slice(0, stale ? first : first + 1);
}
