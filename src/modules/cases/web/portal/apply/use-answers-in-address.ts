import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Answers } from '../../../../catalog/web/index.ts';

const isAnswers = (value: unknown): value is Answers =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Answers before there is a draft: in the address, so that reload, back and sign-in lose none. */
export function useAnswersInAddress(): [Answers, (answers: Answers) => void] {
	const navigate = useNavigate();
	const { answers } = useSearch({ strict: false }) as { answers?: unknown };
	const change = (next: Answers) =>
		void navigate({
			to: '.',
			search: (before: object) => ({ ...before, answers: next }) as never,
			replace: true,
			resetScroll: false,
		});
	return [isAnswers(answers) ? answers : {}, change];
}
