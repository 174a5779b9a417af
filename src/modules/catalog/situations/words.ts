import en from '../locales/en.json' with { type: 'json' };
import zh from '../locales/zh-CN.json' with { type: 'json' };
import type { Text } from '../text.schema.ts';
import { type FeelNode, parseFeel } from './feel.ts';
import type { Question } from './situations.schema.ts';

type Language = 'zh-CN' | 'en';

const WORDS = { 'zh-CN': zh.conditions, en: en.conditions };
const OPERATORS: Record<string, keyof typeof en.conditions.operators> = {
	'!=': 'NOT_EQUAL',
	'>': 'MORE',
	'>=': 'AT_LEAST',
	'<': 'LESS',
	'<=': 'AT_MOST',
};

/**
 * A condition as people read it: `cooking = true` becomes “现场做菜吗：是”. What has no simple words stays as it is
 * written, which is still better than nothing.
 */
export function conditionText(expression: string, questions: readonly Question[]): Text {
	const tree = parseFeel(expression);
	const say = (language: Language) => (tree && words(tree, { questions, language })) ?? expression;
	return { 'zh-CN': say('zh-CN'), en: say('en') };
}

interface Reader {
	questions: readonly Question[];
	language: Language;
}

function words(node: FeelNode, reader: Reader): string | undefined {
	const [first, second] = node.children;
	switch (node.name) {
		case 'Expression':
		case 'ParenthesizedExpression':
			return first && words(first, reader);
		case 'Conjunction':
		case 'Disjunction': {
			const parts = node.children
				.filter(({ name }) => name !== 'Identifier')
				.map((child) => words(child, reader));
			return parts.includes(undefined) ? undefined : parts.join(WORDS[reader.language][node.name]);
		}
		case 'Comparison':
			return comparison(node, reader);
		case 'VariableName':
			return said(node.text, ['true'], reader);
		case 'FunctionInvocation':
			return call(first?.text, second?.children ?? [], reader);
		default:
			return undefined;
	}
}

function comparison({ children: [left, ...rest] }: FeelNode, reader: Reader): string | undefined {
	if (left?.name !== 'VariableName') return undefined;
	const [operator, right] = rest;
	if (operator?.name === 'CompareOp') return right && said(left.text, [right.text], reader, operator.text);
	const values = rest.map(literals);
	return values.includes(undefined) ? undefined : said(left.text, (values as string[][]).flat(), reader);
}

function literals(node: FeelNode): string[] | undefined {
	if (/Literal$/.test(node.name)) return [node.text];
	const below = node.children.map(literals);
	return below.length === 0 || below.includes(undefined) ? undefined : (below as string[][]).flat();
}

function call(name: string | undefined, parameters: FeelNode[], reader: Reader): string | undefined {
	const [first, second] = parameters;
	if (name === 'list contains' && first && second) return said(first.text, [second.text], reader);
	if (name === 'not' && first?.name === 'VariableName') return said(first.text, ['false'], reader);
	return undefined;
}

/** “question: answer”, with several answers as alternatives. */
function said(
	code: string,
	literals: readonly string[],
	{ questions, language }: Reader,
	operator = '=',
): string | undefined {
	const question = questions.find((each) => each.code === code);
	const relation = OPERATORS[operator];
	if (!question || (operator !== '=' && !relation)) return undefined;
	const words = WORDS[language];
	const asked = question.question[language].replace(/[？?：:]\s*$/, '');
	const answers = literals.map((each) => answerWords(each, question, language)).join(words.or);
	return asked + words.colon + (relation ? words.operators[relation] : '') + answers;
}

function answerWords(literal: string, { options = [], unit }: Question, language: Language): string {
	if (literal === 'true') return WORDS[language].yes;
	if (literal === 'false') return WORDS[language].no;
	if (!literal.startsWith('"')) return unit ? `${literal} ${unit[language]}` : literal;
	const value = literal.slice(1, -1);
	return options.find((option) => option.value === value)?.title[language] ?? value;
}
