import type { Item } from '../catalog.schema.ts';
import { answersThatMatter, numbersIn } from './analysis.ts';
import { holds } from './feel.ts';
import { fieldOf, leastChoices } from './question-field.ts';
import { situate, warningsFor } from './situate.ts';
import type { Answers, Question } from './situations.schema.ts';

type Answer = Answers[string];

/** A situation that somebody can be in. `isStopped`: there the item is not what that person needs. */
export interface SampleSituation {
	answers: Answers;
	isStopped: boolean;
}

/** Ends of the search for one answer: beyond them it is given up, which trials of the catalogue then tell. */
const MOST_ENDS = 400;

/**
 * Situations in which every question is asked and every answer that can make a difference is given at least once,
 * where it can be without a STOP: for trials of every item and for samples. An item without questions has one.
 * @throws Error for an answer that nobody can be found to give
 */
export function sampleSituations(item: Item): SampleSituation[] {
	const domains = new Map(item.questions.map((question) => [question.code, domainOf(item, question)]));
	const found: SampleSituation[] = [];
	const covered = new Set<string>();
	for (const { code } of item.questions) {
		for (const value of domains.get(code) ?? []) {
			if (covered.has(keyOf(code, value))) continue;
			const search = { item, domains, covered, target: { code, value } };
			const situation = findSituation(search, false) ?? findSituation(search, true);
			if (!situation) throw new Error(`${item.code}: nobody answers ${code} with ${JSON.stringify(value)}`);
			found.push(situation);
			for (const [name, answer] of Object.entries(situation.answers)) covered.add(keyOf(name, answer));
		}
	}
	return found.length > 0 ? found : [{ answers: {}, isStopped: false }];
}

/** The answers of a plausible applicant: of the situations to try, the first that asks for most papers. */
export function sampleAnswers(item: Item): Answers {
	const open = sampleSituations(item).filter(({ isStopped }) => !isStopped);
	const papers = ({ answers }: SampleSituation) => situate(item, answers).materials.length;
	return open.reduce((most, each) => (papers(each) > papers(most) ? each : most), open[0] ?? NOBODY).answers;
}

const NOBODY: SampleSituation = { answers: {}, isStopped: false };

const keyOf = (code: string, value: Answer): string => `${code} ${JSON.stringify(value)}`;

interface Search {
	item: Item;
	domains: ReadonlyMap<string, Answer[]>;
	covered: ReadonlySet<string>;
	target: { code: string; value: Answer };
}

/** The first situation with the answer looked for; answers not given yet are tried first. */
function findSituation(search: Search, isStopped: boolean): SampleSituation | undefined {
	let ends = 0;
	const { item, target } = search;
	const go = (index: number, answers: Answers): SampleSituation | undefined => {
		const question = item.questions[index];
		if (!question) {
			ends++;
			const stops = warningsFor(item, answers).some(({ effect }) => effect === 'STOP');
			return stops === isStopped ? { answers, isStopped } : undefined;
		}
		const isAsked = question.when === undefined || holds(question.when, answers);
		if (!isAsked) return question.code === target.code ? undefined : go(index + 1, answers);
		for (const value of valuesFor(search, question)) {
			const found = go(index + 1, { ...answers, [question.code]: value });
			if (found || ends > MOST_ENDS) return found;
		}
		return undefined;
	};
	return go(0, {});
}

function valuesFor({ domains, covered, target }: Search, { code }: Question): Answer[] {
	if (code === target.code) return [target.value];
	const values = domains.get(code) ?? [];
	const isNew = (value: Answer) => !covered.has(keyOf(code, value));
	return [...values.filter(isNew), ...values.filter((value) => !isNew(value))];
}

/** Answers that can make a difference, and that the field which they fill in can hold. */
function domainOf(item: Item, question: Question): Answer[] {
	if (question.kind !== 'NUMBER') {
		const least = leastChoices(item, question);
		return answersThatMatter(question, []).filter((value) => !Array.isArray(value) || value.length >= least);
	}
	const conditions = [
		...item.questions.map(({ when }) => when),
		...item.materials.map(({ when }) => when),
		...Object.values(item.form.when ?? {}),
		...item.warnings.map(({ when }) => when),
		...item.limits.map(({ when }) => when),
	].filter((when) => when !== undefined && new RegExp(`\\b${question.code}\\b`).test(when));
	const field = fieldOf(item, question);
	const numbers = numbersIn(conditions as string[]).flatMap((number) => [number - 1, number, number + 1]);
	const candidates = [...numbers, question.minimum ?? 1, question.maximum ?? 10];
	const fitting = [...new Set(candidates)].filter(
		(number) => fits(number, question) && fits(number, field ?? {}),
	);
	return fitting.length > 0 ? fitting : [question.minimum ?? 1];
}

function fits(number: number, limits: { [keyword: string]: unknown }): boolean {
	const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, type } = limits as Record<
		string,
		number | undefined
	> & {
		type?: unknown;
	};
	return (
		number >= (minimum ?? number) &&
		number <= (maximum ?? number) &&
		number > (exclusiveMinimum ?? number - 1) &&
		number < (exclusiveMaximum ?? number + 1) &&
		(type !== 'integer' || Number.isInteger(number))
	);
}
