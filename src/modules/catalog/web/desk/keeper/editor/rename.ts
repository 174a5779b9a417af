/** Renaming what conditions and questions refer to, everywhere at once. Pure. */
import type { ItemFile } from '../../../../catalog.schema.ts';

/** The expression with one name replaced; what stands in quotes is not a name. */
export function renameIn(expression: string, from: string, to: string): string {
	if (from === '') return expression;
	return expression
		.split(/("(?:[^"\\]|\\.)*")/)
		.map((part, index) => (index % 2 === 1 ? part : part.replaceAll(new RegExp(`\\b${from}\\b`, 'g'), to)))
		.join('');
}

function inConditions(node: unknown, change: (expression: string) => string, inWhen = false): unknown {
	if (typeof node === 'string') return inWhen ? change(node) : node;
	if (Array.isArray(node)) return node.map((each) => inConditions(each, change));
	if (typeof node !== 'object' || node === null) return node;
	return Object.fromEntries(
		Object.entries(node).map(([key, value]) => [key, inConditions(value, change, inWhen || key === 'when')]),
	);
}

/** Gives a question another name; conditions that use the old one follow, unless another question has it, too. */
export function renameQuestion(source: ItemFile, index: number, to: string): ItemFile {
	const questions = source.questions ?? [];
	const from = questions[index]?.code ?? '';
	const isAlone = questions.filter(({ code }) => code === from).length === 1;
	const isFree = !questions.some(({ code }) => code === to);
	const renamed: ItemFile = {
		...source,
		questions: questions.map((question, each) => (each === index ? { ...question, code: to } : question)),
	};
	if (!isAlone || !isFree || !/^\w+$/.test(from)) return renamed;
	return inConditions(renamed, (expression) => renameIn(expression, from, to)) as ItemFile;
}

/** Questions that fill in a field follow it to its new name. */
export function renameField(source: ItemFile, from: string, to: string): ItemFile {
	if (!source.questions) return source;
	return {
		...source,
		questions: source.questions.map((question) =>
			question.field === from ? { ...question, field: to } : question,
		),
	};
}
