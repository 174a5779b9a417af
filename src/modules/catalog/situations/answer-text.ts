import { textIn } from '../form/form.ts';
import type { Answers, Question } from './situations.schema.ts';

/**
 * An answer as people read it: “yes”, the titles of the chosen options, a number with its unit. `say` gives the words
 * of `catalog.conditions`. Runs in browser and server alike.
 */
export function answerText(
	{ options = [], unit }: Question,
	answer: Answers[string],
	language: string,
	say: (word: 'yes' | 'no' | 'none' | 'comma') => string,
): string {
	const title = (value: string) => {
		const option = options.find((each) => each.value === value);
		return option ? textIn(option.title, language) : value;
	};
	if (typeof answer === 'boolean') return say(answer ? 'yes' : 'no');
	if (typeof answer === 'number') return unit ? `${answer} ${textIn(unit, language)}` : String(answer);
	if (typeof answer === 'string') return title(answer);
	return answer.length === 0 ? say('none') : answer.map(title).join(say('comma'));
}
