/** What is wrong with the questions of an item and with the conditions over their answers. */
import type { Definition, Fault, Path } from '../../../platform/definitions/index.ts';
import type { Item, ItemFile } from '../catalog.schema.ts';
import type { JsonSchema } from '../form/form.ts';
import { type Behaviour, behaviourOf, MOST_EVALUATIONS } from './analysis.ts';
import { checkFeel, isFreeName, namesIn, parseFeel } from './feel.ts';
import type { Question } from './situations.schema.ts';

/** Characters of all conditions of an item together; real items have a fifth of it. */
const LONGEST_CONDITIONS = 5000;

/** Conditions that together take too long to be read by anybody, whether person or programme. */
export function conditionFloodFaults({ value, fault }: Definition<ItemFile>): Fault[] {
	const { materials, warnings = [], limits = [], questions = [], form } = value;
	const conditions = [
		...[...materials, ...warnings, ...limits, ...questions].map(({ when = '' }) => when),
		...Object.values(form.when ?? {}),
	];
	const length = conditions.reduce((sum, each) => sum + each.length, 0);
	return length > LONGEST_CONDITIONS ? [fault([], 'CONDITIONS_FLOOD', { limit: LONGEST_CONDITIONS })] : [];
}

/** A condition of the item and where it stands. `name` is what it selects, where that has one. */
interface Condition {
	path: Path;
	expression: string;
	name?: string;
}

/** Everything in which the situations of an item contradict themselves or select nothing. */
export function situationFaults(definition: Definition<ItemFile>, item: Item): Fault[] {
	const own = questionFaults(definition, item);
	const conditions = conditionsOf(item);
	const unreadable = [...conditions, ...questionConditions(item)].flatMap(({ path, expression }) =>
		checkFeel(expression, item.questions).map(({ code, params }) => definition.fault(path, code, params)),
	);
	if (own.length + unreadable.length > 0) return [...own, ...unreadable];
	return [...orderFaults(definition, item), ...behaviourFaults(definition, item, conditions)];
}

function conditionsOf(item: Item): Condition[] {
	const materials = item.materials.flatMap(({ when, code }, index) =>
		when === undefined ? [] : [{ path: ['materials', index, 'when'], expression: when, name: code }],
	);
	const fields = Object.entries(item.form.when ?? {}).map(([name, expression]) => ({
		path: ['form', 'when', name],
		expression,
		name,
	}));
	const list = (key: 'warnings' | 'limits') =>
		item[key].map(({ when }, index) => ({ path: [key, index, 'when'], expression: when }));
	return [...materials, ...fields, ...list('warnings'), ...list('limits')];
}

function questionConditions(item: Item): Condition[] {
	return item.questions.flatMap(({ when, code }, index) =>
		when === undefined ? [] : [{ path: ['questions', index, 'when'], expression: when, name: code }],
	);
}

function questionFaults({ fault }: Definition<ItemFile>, item: Item): Fault[] {
	const faults: Fault[] = [];
	const seen = new Set<string>();
	item.questions.forEach((question, index) => {
		const { code, kind, options, field } = question;
		const at = (key: string): Path => ['questions', index, key];
		if (seen.has(code)) faults.push(fault(at('code'), 'QUESTION_TWICE', { name: code }));
		seen.add(code);
		if (!isFreeName(code)) faults.push(fault(at('code'), 'QUESTION_NAME', { name: code }));
		const needsOptions = kind === 'CHOICE' || kind === 'CHOICES';
		if (needsOptions !== (options !== undefined))
			faults.push(fault(at('options'), 'QUESTION_OPTIONS', { name: code, kind }));
		if (field && !canHold(fieldAt(item.form.schema, field), question))
			faults.push(fault(at('field'), 'QUESTION_FIELD', { name: code, field }));
	});
	for (const name of Object.keys(item.form.when ?? {})) {
		if (!fieldAt(item.form.schema, name))
			faults.push(fault(['form', 'when', name], 'FIELD_NOWHERE', { name }));
	}
	return faults;
}

function fieldAt(schema: JsonSchema, way: string): JsonSchema | undefined {
	return way.split('.').reduce<JsonSchema | undefined>((node, name) => {
		const properties = (node?.properties ?? {}) as Record<string, JsonSchema>;
		return properties[name];
	}, schema);
}

/** Whether every answer is a value that the field takes. */
function canHold(field: JsonSchema | undefined, { kind, options = [] }: Question): boolean {
	if (!field) return false;
	if (kind === 'YES_NO') return field.type === 'boolean';
	if (kind === 'NUMBER') return field.type === 'number' || field.type === 'integer';
	const one = kind === 'CHOICES' ? (field.items as JsonSchema | undefined) : field;
	const takes = ((one?.oneOf ?? []) as JsonSchema[]).map((choice) => choice.const);
	return options.every(({ value }) => takes.includes(value));
}

/** A question may depend only on those before it. */
function orderFaults({ fault }: Definition<ItemFile>, { questions }: Item): Fault[] {
	const order = questions.map(({ code }) => code);
	return questions.flatMap(({ when }, index) => {
		const tree = when === undefined ? undefined : parseFeel(when);
		const later = tree ? namesIn(tree).filter((name) => order.indexOf(name) >= index) : [];
		return later.map((name) => fault(['questions', index, 'when'], 'FEEL_LATER', { name }));
	});
}

function behaviourFaults(
	{ fault }: Definition<ItemFile>,
	item: Item,
	conditions: readonly Condition[],
): Fault[] {
	const faults: Fault[] = [];
	const turned = new Set(item.questions.flatMap(({ code, field }) => (field ? [code] : [])));
	const judge = ({ path, expression, name }: Condition, behaviour: Behaviour | undefined) => {
		if (!behaviour) faults.push(fault(path, 'TOO_TANGLED', { expression }));
		else if (!behaviour.canHold)
			faults.push(fault(path, name ? 'NEVER_ASKED' : 'NEVER_TRUE', { expression, name: name ?? '' }));
		else if (!behaviour.canFail) faults.push(fault(path, 'ALWAYS_TRUE', { expression }));
	};
	let left = MOST_EVALUATIONS;
	for (const condition of [...conditions, ...questionConditions(item)]) {
		const behaviour = behaviourOf(condition.expression, item.questions, left);
		left -= behaviour?.evaluations ?? 0;
		judge(condition, behaviour);
		for (const code of behaviour?.turnedBy ?? []) turned.add(code);
	}
	item.questions.forEach(({ code }, index) => {
		if (!turned.has(code)) faults.push(fault(['questions', index], 'SELECTS_NOTHING', { name: code }));
	});
	return faults;
}
