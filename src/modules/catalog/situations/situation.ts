import Type, { type Static } from 'typebox';
import { Item } from '../catalog.schema.ts';
import { ANSWER_FAULTS, answerFaults, questionsFor, situate, warningsFor } from './situate.ts';
import { type Answers, Question, Warning } from './situations.schema.ts';

const AnswerFault = Type.Object({ question: Type.String(), code: Type.Enum(ANSWER_FAULTS) });

/** What somebody in a situation is asked next, and exactly what that person needs. */
export const Situation = Type.Object({
	/** The questions to ask now, in their order: those that depend on others come when these are answered. */
	questions: Type.Array(Question),
	/** What is missing or wrong in the answers. */
	faults: Type.Array(AnswerFault),
	/** Every question is answered. */
	complete: Type.Boolean(),
	warnings: Type.Array(Warning),
	/** The item with the papers, fields and limits of this situation. */
	item: Item,
});
export type Situation = Static<typeof Situation>;

/** Everything that these answers to the questions of an item say. */
export function situationOf(item: Item, answers: Answers): Situation {
	const faults = answerFaults(item, answers);
	return {
		questions: questionsFor(item, answers),
		faults,
		complete: faults.length === 0,
		warnings: warningsFor(item, answers),
		item: situate(item, answers),
	};
}
