/** Which values of a group make sense beside its other values; the editor shows those only. Pure. */

type Values = Record<string, unknown>;

const isChoice = ({ kind }: Values) => kind === 'CHOICE' || kind === 'CHOICES';
const isNumber = ({ kind }: Values) => kind === 'NUMBER';

const RULES: Record<string, (values: Values) => boolean> = {
	'questions.options': isChoice,
	'questions.unit': isNumber,
	'questions.minimum': isNumber,
	'questions.maximum': isNumber,
	'materials.use': () => false,
	'materials.toleranceDays': ({ necessity }) => necessity === undefined || necessity === 'TOLERABLE',
	'materials.commitment': ({ necessity }) => necessity === undefined || necessity === 'BY_PROMISE',
};

/** Whether a value belongs here. What is there is always shown, so that it can be taken out. */
export function belongs(key: string, values: Values): boolean {
	const name = key.slice(key.lastIndexOf('.') + 1);
	const rule = RULES[key];
	return rule === undefined || rule(values) || (name !== 'use' && values[name] !== undefined);
}
