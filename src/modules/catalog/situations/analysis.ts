import { type FeelNode, holds, namesIn, parseFeel } from './feel.ts';
import { answersThatCount } from './situate.ts';
import type { Answers, Question } from './situations.schema.ts';

/** Evaluations beyond which an item is too tangled to be looked through while somebody waits; real ones need a tenth of it. */
export const MOST_EVALUATIONS = 15_000;
/** A condition of this length counts twice. */
const SHORT = 100;

/** How a condition behaves over all situations that people can be in. */
export interface Behaviour {
	/** Whether some situation makes it true, and whether some situation makes it false. */
	canHold: boolean;
	canFail: boolean;
	/** Questions whose answer alone can turn it over. */
	turnedBy: Set<string>;
	/** What it took to find out. */
	evaluations: number;
}

/** Looks through every situation; undefined when that takes more than `most`. The condition must be free of faults. */
export function behaviourOf(
	expression: string,
	questions: readonly Question[],
	most = MOST_EVALUATIONS,
): Behaviour | undefined {
	const tree = parseFeel(expression);
	if (!tree) return undefined;
	const relevant = questionsBehind(namesIn(tree), questions);
	const numbers = numbersIn([expression, ...relevant.flatMap(({ when }) => when ?? [])]);
	const domains = relevant.map((question) => answersThatMatter(question, numbers));
	const asked = [expression, ...relevant.map(({ when = '' }) => when)];
	const each = asked.reduce((sum, { length }) => sum + 1 + length / SHORT, 0);
	const evaluations = domains.reduce((product, values) => product * values.length, each);
	if (evaluations > most) return undefined;
	const behaviour: Behaviour = { canHold: false, canFail: false, turnedBy: new Set(), evaluations };
	const seen = new Map<string, boolean>();
	for (const answers of combinations(relevant, domains)) {
		const value = holds(expression, answersThatCount({ questions: relevant, warnings: [] }, answers));
		if (value) behaviour.canHold = true;
		else behaviour.canFail = true;
		for (const { code } of relevant) {
			const others = JSON.stringify({ ...answers, [code]: code });
			const before = seen.get(`${code} ${others}`);
			if (before !== undefined && before !== value) behaviour.turnedBy.add(code);
			seen.set(`${code} ${others}`, value);
		}
	}
	return behaviour;
}

/** The questions that a condition names, and those on which it depends whether they are asked, in their order. */
function questionsBehind(names: readonly string[], questions: readonly Question[]): Question[] {
	const needed = new Set(names);
	for (const question of [...questions].reverse()) {
		const tree = needed.has(question.code) && question.when ? parseFeel(question.when) : undefined;
		for (const name of tree ? namesIn(tree) : []) needed.add(name);
	}
	return questions.filter(({ code }) => needed.has(code));
}

/** The numbers that conditions compare with. */
export function numbersIn(expressions: readonly string[]): number[] {
	const collect = (node: FeelNode): number[] =>
		node.name === 'NumericLiteral' ? [Number(node.text)] : node.children.flatMap(collect);
	return expressions.flatMap((expression) => {
		const tree = parseFeel(expression);
		return tree ? collect(tree) : [];
	});
}

/** Answers that can make a difference: every option; for numbers, what lies on and around each limit. */
export function answersThatMatter(
	{ kind, options = [], minimum, maximum }: Question,
	numbers: readonly number[],
): Answers[string][] {
	const values = options.map(({ value }) => value);
	switch (kind) {
		case 'YES_NO':
			return [true, false];
		case 'CHOICE':
			return values;
		case 'CHOICES':
			return [[], ...values.map((value) => [value]), values];
		case 'NUMBER':
			return [
				...new Set([
					minimum ?? 0,
					...numbers.flatMap((number) => [number - 0.5, number, number + 0.5]),
					maximum ?? 0,
				]),
			].filter((number) => number >= (minimum ?? number) && number <= (maximum ?? number));
	}
}

function* combinations(questions: readonly Question[], domains: Answers[string][][]): Generator<Answers> {
	const [first, ...rest] = questions;
	const [values, ...others] = domains;
	if (!first || !values) {
		yield {};
		return;
	}
	for (const answers of combinations(rest, others)) {
		for (const value of values) yield { [first.code]: value, ...answers };
	}
}
