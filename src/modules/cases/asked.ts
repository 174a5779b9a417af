import {
	type Answers,
	answersThatCount,
	declaredFields,
	type Item,
	isNode,
	type JsonSchema,
} from '../catalog/index.ts';
import type { FileMeta } from './cases.schema.ts';

/** What somebody has written and uploaded, whether or not it is asked for. */
interface Written {
	answers: Answers;
	form: Record<string, unknown>;
	files: FileMeta[];
}

/**
 * Of what was written, only what the item asks for in this situation: nothing unrelated is checked or handed in
 * (Art. 31). What no version of the form knows stays, so that the check can name it.
 */
export function askedFor<W extends Written>(whole: Item, situated: Item, written: W): W {
	return {
		...written,
		answers: knownAnswers(whole, written.answers),
		form: askedFields(whole.form.schema, situated.form.schema, written.form),
		files: written.files.filter((file) => isAsked(situated, file)),
	};
}

/** Whether the paper belongs to a material that is asked for. */
export function isAsked(situated: Item, file: FileMeta): boolean {
	return situated.materials.some(({ code }) => code === file.material);
}

/** Less the answers to questions that this situation does not ask. */
function knownAnswers(item: Item, answers: Answers): Answers {
	const isQuestion = (code: string) => item.questions.some((question) => question.code === code);
	const unknown = Object.entries(answers).filter(([code]) => !isQuestion(code));
	return { ...answersThatCount(item, answers), ...Object.fromEntries(unknown) };
}

function askedFields(
	whole: JsonSchema,
	situated: JsonSchema,
	form: Record<string, unknown>,
): Record<string, unknown> {
	const known = declaredFields(whole);
	const asked = declaredFields(situated);
	const kept = Object.entries(form).filter(([name]) => asked.has(name) || !known.has(name));
	return Object.fromEntries(
		kept.map(([name, value]) => {
			const [outer, inner] = [known.get(name), asked.get(name)];
			return [name, outer && inner && isNode(value) ? askedFields(outer, inner, value) : value];
		}),
	);
}
