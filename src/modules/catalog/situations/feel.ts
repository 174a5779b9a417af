/**
 * Conditions in FEEL, kept to what a condition needs: comparisons of answers. Nothing here can loop, call out or reach
 * anything but the answers that it is given.
 */
import { evaluate, type FeelFunction, isFunction, parseExpression } from 'feelin';
import type { Answers, Question } from './situations.schema.ts';

/** What is wrong with a condition; words: `catalog.definitions.<code>`. */
export interface FeelFault {
	code:
		| 'FEEL_SYNTAX'
		| 'FEEL_CONSTRUCT'
		| 'FEEL_FUNCTION'
		| 'FEEL_NAME'
		| 'FEEL_OPTION'
		| 'FEEL_KIND'
		| 'FEEL_CONSTANT';
	params: Record<string, string>;
}

/** Constructs of the language that a condition may use; the parser's names. Loops, functions of one's own and paths are not among them. */
const ALLOWED = new Set([
	'Expression',
	'Conjunction',
	'Disjunction',
	'Comparison',
	'CompareOp',
	'ArithmeticExpression',
	'ArithOp',
	'ParenthesizedExpression',
	'FunctionInvocation',
	'PositionalParameters',
	'PositiveUnaryTests',
	'PositiveUnaryTest',
	'VariableName',
	'Identifier',
	'NumericLiteral',
	'StringLiteral',
	'BooleanLiteral',
]);
const FUNCTIONS = new Set(['not', 'list contains', 'count']);

/** Words of the language besides those that its parser knows by itself. */
const RESERVED = new Set(['not', 'count', 'list', 'contains']);

/** Whether a question may have this name: a word of the language would mean something else in a condition. */
export function isFreeName(name: string): boolean {
	const [node, ...others] = parseFeel(name)?.children ?? [];
	return node?.name === 'VariableName' && others.length === 0 && !RESERVED.has(name) && !(name in {});
}

/** A part of a parsed condition. */
export interface FeelNode {
	name: string;
	text: string;
	children: FeelNode[];
}

type Cursor = ReturnType<ReturnType<typeof parseExpression>['cursor']>;

const trees = new Map<string, FeelNode | undefined>();
/** Trees that are kept: one condition is looked at from many sides. */
const MOST_TREES = 1000;

/** The condition as a tree, without punctuation; undefined where it cannot be read. */
export function parseFeel(expression: string): FeelNode | undefined {
	if (trees.has(expression)) return trees.get(expression);
	const tree = readTree(expression);
	if (trees.size >= MOST_TREES) trees.clear();
	trees.set(expression, tree);
	return tree;
}

function readTree(expression: string): FeelNode | undefined {
	try {
		return toNode(parseExpression(expression, {}, undefined).cursor(), expression);
	} catch {
		return undefined;
	}
}

function toNode(cursor: Cursor, source: string): FeelNode | undefined {
	if (cursor.type.isError) throw new SyntaxError(source);
	const { name, from, to } = cursor;
	const children: FeelNode[] = [];
	if (cursor.firstChild()) {
		do {
			const child = toNode(cursor, source);
			if (child && /^\p{Lu}/u.test(child.name)) children.push(child);
		} while (cursor.nextSibling());
		cursor.parent();
	}
	return { name, text: source.slice(from, to), children };
}

/** Everything that is wrong with a condition over these questions. */
export function checkFeel(expression: string, questions: readonly Question[]): FeelFault[] {
	const tree = parseFeel(expression);
	if (!tree) return [{ code: 'FEEL_SYNTAX', params: { expression } }];
	const names = new Map(questions.map((question) => [question.code, question]));
	const faults: FeelFault[] = [];
	const visit = (node: FeelNode) => {
		if (!ALLOWED.has(node.name)) faults.push({ code: 'FEEL_CONSTRUCT', params: { text: node.text } });
		else if (node.name === 'FunctionInvocation') callFaults(node, faults);
		else if (node.name === 'VariableName') nameFaults(node, names, faults);
		for (const child of argumentsOf(node)) visit(child);
	};
	visit(tree);
	if (faults.length > 0) return faults;
	if (namesIn(tree).length === 0) return [{ code: 'FEEL_CONSTANT', params: { expression } }];
	return kindFaults(tree, names);
}

/** The parts to look at: of a call, its arguments, not the function's name. */
function argumentsOf(node: FeelNode): FeelNode[] {
	return node.name === 'FunctionInvocation' ? node.children.slice(1) : node.children;
}

function callFaults(node: FeelNode, faults: FeelFault[]): void {
	const name = node.children[0]?.text ?? '';
	if (!FUNCTIONS.has(name)) {
		faults.push({ code: 'FEEL_FUNCTION', params: { name, allowed: [...FUNCTIONS].join(', ') } });
	}
}

function nameFaults(node: FeelNode, names: ReadonlyMap<string, Question>, faults: FeelFault[]): void {
	if (names.has(node.text)) return;
	faults.push({ code: 'FEEL_NAME', params: { name: node.text, known: [...names.keys()].join(', ') } });
}

/** Names of answers that a condition looks at, each once. */
export function namesIn(tree: FeelNode): string[] {
	const own = tree.name === 'VariableName' ? [tree.text] : [];
	return [...new Set([...own, ...argumentsOf(tree).flatMap(namesIn)])];
}

/** The text of a string literal without its quotes. */
const unquoted = (node: FeelNode): string => node.text.slice(1, -1);

/** Comparisons with what the question cannot answer: a word that is no option, a number where yes or no is asked. */
function kindFaults(node: FeelNode, names: ReadonlyMap<string, Question>): FeelFault[] {
	const below = argumentsOf(node).flatMap((child) => kindFaults(child, names));
	const isComparison = node.name === 'Comparison' || node.name === 'FunctionInvocation';
	const question = isComparison ? questionIn(node, names) : undefined;
	if (!question) return below;
	return [...below, ...literalsIn(node).flatMap((literal) => literalFaults(literal, question, node))];
}

function questionIn(node: FeelNode, names: ReadonlyMap<string, Question>): Question | undefined {
	const [variable] = argumentsOf(node).flatMap((child) =>
		child.name === 'PositionalParameters' ? child.children : [child],
	);
	return variable?.name === 'VariableName' ? names.get(variable.text) : undefined;
}

function literalsIn(node: FeelNode): FeelNode[] {
	if (/^(Numeric|String|Boolean)Literal$/.test(node.name)) return [node];
	return argumentsOf(node).flatMap(literalsIn);
}

const LITERALS = {
	YES_NO: 'BooleanLiteral',
	CHOICE: 'StringLiteral',
	CHOICES: 'StringLiteral',
	NUMBER: 'NumericLiteral',
};

function literalFaults(literal: FeelNode, question: Question, comparison: FeelNode): FeelFault[] {
	const counted = comparison.children[0]?.text === 'count';
	if (!counted && literal.name !== LITERALS[question.kind]) {
		return [{ code: 'FEEL_KIND', params: { name: question.code, kind: question.kind, text: literal.text } }];
	}
	const options = question.options?.map(({ value }) => value) ?? [];
	if (literal.name !== 'StringLiteral' || options.includes(unquoted(literal))) return [];
	return [
		{
			code: 'FEEL_OPTION',
			params: { name: question.code, text: unquoted(literal), options: options.join(', ') },
		},
	];
}

/** A condition that has been read once, for many answers. */
interface Ready {
	names: readonly string[];
	call: FeelFunction;
	uses: number;
}
const ready = new Map<string, Ready>();
/** Conditions kept ready; to read one takes a thousand times as long as to ask it. */
const MOST_READY = 1000;
/** The interpreter notes each missing answer with the condition: now and then it is read anew, so that the notes go. */
const MOST_USES = 2000;

/** Whether a condition holds for these answers. Without an answer that it needs it does not. */
export function holds(expression: string, answers: Answers): boolean {
	const { names, call } = readyFor(expression);
	return (
		call.invoke(names.map((name) => (Object.hasOwn(answers, name) ? answers[name] : undefined))) === true
	);
}

function readyFor(expression: string): Ready {
	const known = ready.get(expression);
	if (known && known.uses < MOST_USES) {
		known.uses += 1;
		return known;
	}
	const made = makeReady(expression);
	const [oldest] = ready.keys();
	if (ready.size >= MOST_READY && oldest !== undefined) ready.delete(oldest);
	ready.set(expression, made);
	return made;
}

/** @throws SyntaxError for what cannot be read */
function makeReady(expression: string): Ready {
	const tree = parseFeel(expression);
	if (!tree) throw new SyntaxError(expression);
	const names = namesIn(tree);
	const { value } = evaluate(`function(${names.join(', ')}) (${expression}\n)`, {});
	if (!isFunction(value)) throw new SyntaxError(expression);
	return { names, call: value, uses: 1 };
}
