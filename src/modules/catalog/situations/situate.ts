import type { Item } from '../catalog.schema.ts';
import type { JsonSchema } from '../form/form.ts';
import { holds } from './feel.ts';
import { isWhole, leastChoices } from './question-field.ts';
import type { Answers, Question, Warning } from './situations.schema.ts';

export const ANSWER_FAULTS = ['ANSWER_MISSING', 'ANSWER_KIND', 'ANSWER_RANGE', 'ANSWER_UNKNOWN'] as const;

/** Something wrong with an answer; words: `catalog.faults.<code>`. */
export interface AnswerFault {
	question: string;
	code: (typeof ANSWER_FAULTS)[number];
}

/** What asking goes by: the questions, and the warnings that end it. */
type Asking = Pick<Item, 'questions'> & { warnings: readonly Warning[] };

/** The questions to ask, given the answers so far, in their order. Who needs another item is asked no further. */
export function questionsFor({ questions, warnings }: Asking, answers: Answers): Question[] {
	const asked: Question[] = [];
	for (const question of questions) {
		const known = answersTo(asked, answers);
		if (warnings.some(({ effect, when }) => effect === 'STOP' && holds(when, known))) break;
		if (question.when === undefined || holds(question.when, known)) asked.push(question);
	}
	return asked;
}

/** The answers to these questions only: what was answered before and is no longer asked says nothing. */
function answersTo(questions: readonly Question[], answers: Answers): Answers {
	const known = questions.flatMap(({ code }) => {
		const answer = answers[code];
		return answer === undefined ? [] : [[code, answer] as const];
	});
	return Object.fromEntries(known);
}

/** The answers that count: those to questions which are asked. */
export function answersThatCount(item: Asking, answers: Answers): Answers {
	return answersTo(questionsFor(item, answers), answers);
}

/** Everything that is missing or wrong in the answers. */
export function answerFaults(item: Asking & Pick<Item, 'form'>, answers: Answers): AnswerFault[] {
	const known = new Set(item.questions.map(({ code }) => code));
	const unknown = Object.keys(answers).filter((code) => !known.has(code));
	return [
		...questionsFor(item, answers).flatMap((question) => faultOf(question, answers[question.code], item)),
		...unknown.map((question): AnswerFault => ({ question, code: 'ANSWER_UNKNOWN' })),
	];
}

function faultOf(
	question: Question,
	answer: Answers[string] | undefined,
	item: Pick<Item, 'form'>,
): AnswerFault[] {
	const { code, kind, options = [], minimum, maximum } = question;
	if (answer === undefined || (Array.isArray(answer) && answer.length < leastChoices(item, question)))
		return [{ question: code, code: 'ANSWER_MISSING' }];
	if (isWhole(item, question) && !Number.isInteger(answer)) return [{ question: code, code: 'ANSWER_KIND' }];
	const right = isOfKind(answer, kind, options);
	if (!right) return [{ question: code, code: 'ANSWER_KIND' }];
	const number = kind === 'NUMBER' ? Number(answer) : 0;
	const isOut = number < (minimum ?? number) || number > (maximum ?? number);
	return isOut ? [{ question: code, code: 'ANSWER_RANGE' }] : [];
}

function isOfKind(
	answer: Answers[string],
	kind: Question['kind'],
	options: NonNullable<Question['options']>,
): boolean {
	const isOption = (value: unknown) => options.some((option) => option.value === value);
	switch (kind) {
		case 'YES_NO':
			return typeof answer === 'boolean';
		case 'CHOICE':
			return isOption(answer);
		case 'CHOICES':
			return Array.isArray(answer) && new Set(answer).size === answer.length && answer.every(isOption);
		case 'NUMBER':
			return typeof answer === 'number' && Number.isFinite(answer);
	}
}

/** What is to be said to somebody in this situation. */
export function warningsFor(item: Pick<Item, 'questions' | 'warnings'>, answers: Answers): Item['warnings'] {
	const counting = answersThatCount(item, answers);
	return item.warnings.filter(({ when }) => holds(when, counting));
}

/**
 * The item as it applies in a situation: only the papers and fields that it needs, and its own limits. Fields that an
 * answer fills in can hold nothing else. An item without questions is itself.
 */
export function situate(item: Item, answers: Answers): Item {
	if (item.questions.length === 0) return item;
	const counting = answersThatCount(item, answers);
	const applies = (when: string | undefined) => when === undefined || holds(when, counting);
	const limits = item.limits.find(({ when }) => applies(when));
	return {
		...item,
		rules: limits
			? { ...item.rules, promiseDays: limits.promiseDays, limit: limits.limit ?? item.rules.limit }
			: item.rules,
		materials: item.materials.filter(({ when }) => applies(when)),
		form: { ...item.form, schema: situatedSchema(item, counting, applies) },
	};
}

function situatedSchema(item: Item, answers: Answers, applies: (when: string) => boolean): JsonSchema {
	let schema = item.form.schema as JsonSchema;
	for (const [way, when] of Object.entries(item.form.when ?? {})) {
		if (!applies(when)) schema = changeField(schema, way.split('.'), () => undefined);
	}
	for (const { code, field } of item.questions) {
		const answer = answers[code];
		if (!field || answer === undefined) continue;
		schema = changeField(schema, field.split('.'), (old) => ({
			...old,
			const: answer,
			default: answer,
			readOnly: true,
		}));
	}
	return schema;
}

/** The schema with one field changed, or gone where `change` gives nothing. */
function changeField(
	schema: JsonSchema,
	[name = '', ...rest]: string[],
	change: (field: JsonSchema) => JsonSchema | undefined,
): JsonSchema {
	const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
	const field = properties[name];
	if (!field) return schema;
	const changed = rest.length > 0 ? changeField(field, rest, change) : change(field);
	if (changed) return { ...schema, properties: { ...properties, [name]: changed } };
	const { [name]: _gone, ...others } = properties;
	const required = ((schema.required ?? []) as string[]).filter((each) => each !== name);
	return { ...schema, properties: others, required };
}

/** The form with the values that answers give, so that nobody writes them twice. */
export function fillFromAnswers(
	item: Asking,
	form: Record<string, unknown>,
	answers: Answers,
): Record<string, unknown> {
	const counting = answersThatCount(item, answers);
	return item.questions.reduce((filled, { code, field }) => {
		const answer = counting[code];
		return field && answer !== undefined ? withValue(filled, field.split('.'), answer) : filled;
	}, form);
}

function withValue(
	form: Record<string, unknown>,
	[name = '', ...rest]: string[],
	value: unknown,
): Record<string, unknown> {
	if (rest.length === 0) return { ...form, [name]: value };
	const group = form[name];
	const inner = typeof group === 'object' && group !== null ? (group as Record<string, unknown>) : {};
	return { ...form, [name]: withValue(inner, rest, value) };
}
