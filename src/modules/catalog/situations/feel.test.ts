import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLocales } from '../../../platform/locales.ts';
import { behaviourOf } from './analysis.ts';
import { checkFeel, holds, isFreeName } from './feel.ts';
import type { Question } from './situations.schema.ts';
import { conditionText } from './words.ts';

const text = (words: string) => ({ 'zh-CN': words, en: words });
const option = (value: string) => ({ value, title: text(value.toLowerCase()) });
const questions: Question[] = [
	{ code: 'trade', question: text('Trade?'), kind: 'CHOICE', options: ['BAKERY', 'BAR'].map(option) },
	{ code: 'extras', question: text('Extras?'), kind: 'CHOICES', options: ['MUSIC', 'POOL'].map(option) },
	{ code: 'area', question: text('Area?'), kind: 'NUMBER', unit: text('m²'), minimum: 1, maximum: 1000 },
	{ code: 'late', question: text('Late?'), kind: 'YES_NO', when: 'trade = "BAR"' },
];

describe('checkFeel', () => {
	it.each([
		'trade = "BAR"',
		'trade != "BAR" and area > 50',
		'trade in ("BAR", "BAKERY") or late = true',
		'list contains(extras, "POOL")',
		'count(extras) > 1',
		'not(late)',
		'late',
		'(area + 10) * 2 >= 120',
	])('lets through: %s', (expression) => {
		expect(checkFeel(expression, questions)).toEqual([]);
	});

	it.each([
		['trade = ', 'FEEL_SYNTAX'],
		['trade == "BAR"', 'FEEL_CONSTRUCT'],
		['for i in 1..100000000 return i', 'FEEL_CONSTRUCT'],
		['some x in extras satisfies x = "POOL"', 'FEEL_CONSTRUCT'],
		['every x in extras satisfies x = "POOL"', 'FEEL_CONSTRUCT'],
		['function(x) x', 'FEEL_CONSTRUCT'],
		['(function(x) x(x))(function(x) x(x))', 'FEEL_CONSTRUCT'],
		['{a: 1}.a = 1', 'FEEL_CONSTRUCT'],
		['extras[1] = "POOL"', 'FEEL_CONSTRUCT'],
		['trade.constructor = 1', 'FEEL_CONSTRUCT'],
		['if late then true else false', 'FEEL_CONSTRUCT'],
		['now() > area', 'FEEL_FUNCTION'],
		['replace(trade, "(a+)+$", "") = "x"', 'FEEL_FUNCTION'],
		['matches(trade, "(a+)+$")', 'FEEL_FUNCTION'],
		['string join(extras) = "x"', 'FEEL_FUNCTION'],
		['colour = "RED"', 'FEEL_NAME'],
		['trade = "BARR"', 'FEEL_OPTION'],
		['list contains(extras, "SAUNA")', 'FEEL_OPTION'],
		['trade = 5', 'FEEL_KIND'],
		['area > "50"', 'FEEL_KIND'],
		['late = "yes"', 'FEEL_KIND'],
		['1 = 1', 'FEEL_CONSTANT'],
		['true', 'FEEL_CONSTANT'],
	])('refuses: %s', (expression, code) => {
		expect(checkFeel(expression, questions).map((fault) => fault.code)).toContain(code);
	});

	it('has words for every fault, in both languages', () => {
		const { find } = loadLocales();
		for (const code of ['SYNTAX', 'CONSTRUCT', 'FUNCTION', 'NAME', 'OPTION', 'KIND', 'CONSTANT', 'LATER']) {
			for (const language of ['zh-CN', 'en'] as const)
				expect(find(language, [`catalog.definitions.FEEL_${code}.remedy`])).toBeTruthy();
		}
	});

	it('never throws and never takes long, whatever is written', () => {
		const pieces = fc.constantFrom(
			'trade',
			'=',
			'"BAR"',
			'and',
			'(',
			')',
			'for',
			'in',
			'1',
			'..',
			'not(',
			'[',
			',',
			'{',
			'"',
		);
		const anything = fc.oneof(
			fc.string({ maxLength: 500 }),
			fc.array(pieces, { maxLength: 40 }).map((each) => each.join(' ')),
		);
		fc.assert(fc.property(anything, (expression) => Array.isArray(checkFeel(expression, questions))));
	});
});

describe('holds', () => {
	it('is false without the answer that it needs, never an error', () => {
		for (const expression of ['area > 50', 'trade = "BAR"', 'list contains(extras, "POOL")', 'late'])
			expect(holds(expression, {})).toBe(false);
	});

	it('sees nothing but the answers', () => {
		for (const name of ['process', 'globalThis', 'constructor', 'toString', '__proto__'])
			expect(checkFeel(`${name} = true`, questions)[0]?.code).toMatch(/^FEEL_/);
	});
});

describe('what would take long', () => {
	const asked = (count: number, when: (index: number) => string): Question[] =>
		Array.from({ length: count }, (_, index) => ({
			code: `q${index}`,
			kind: 'YES_NO',
			question: { 'zh-CN': '问', en: 'q' },
			...(index > 0 && { when: when(index) }),
		}));

	it('is refused before it is tried', () => {
		const tangled = asked(13, (index) => `q${index - 1} = true or q${index - 1} = false`);
		const began = performance.now();
		expect(behaviourOf(tangled.map(({ code }) => code).join(' or '), tangled)).toBeUndefined();
		expect(performance.now() - began).toBeLessThan(100);
	});

	it('is read once however often it is asked', () => {
		const long = `${'a or b or '.repeat(49)}a`;
		holds(long, {});
		const began = performance.now();
		for (let turn = 0; turn < 1000; turn += 1)
			expect(holds(long, { a: false, b: turn % 2 === 0 })).toBe(turn % 2 === 0);
		// Reading it each time took eight seconds.
		expect(performance.now() - began).toBeLessThan(1000);
	});

	it.each(['not', 'count', 'true', 'null', 'and', 'in', 'if', 'constructor', 'toString', 'valueOf'])(
		'no question is called %s',
		(name) => expect(isFreeName(name)).toBe(false),
	);

	it('answers that nobody gave are none, whatever objects inherit', () => {
		expect(holds('constructor != null', {})).toBe(false);
		expect(isFreeName('cooking')).toBe(true);
	});
});

describe('behaviourOf', () => {
	it.each([
		['area > 50', { canHold: true, canFail: true }, ['area']],
		['area > 1000', { canHold: false, canFail: true }, []],
		['area >= 1', { canHold: true, canFail: false }, []],
		['late = true and trade = "BAKERY"', { canHold: false, canFail: true }, []],
		['late = true or late = false', { canHold: true, canFail: true }, ['trade']],
		['count(extras) > 1', { canHold: true, canFail: true }, ['extras']],
	])('%s', (expression, can, turnedBy) => {
		const {
			turnedBy: turned,
			evaluations: _,
			...rest
		} = behaviourOf(expression, questions) ?? {
			turnedBy: new Set(),
			evaluations: 0,
		};
		expect(rest).toEqual(can);
		expect([...turned]).toEqual(turnedBy);
	});

	it('gives up on what is too tangled to look through', () => {
		const many = Array.from(
			{ length: 16 },
			(_, index): Question => ({ code: `q${index}`, question: text('?'), kind: 'YES_NO' }),
		);
		expect(behaviourOf(many.map(({ code }) => code).join(' and '), many)).toBeUndefined();
	});
});

describe('conditionText', () => {
	it.each([
		['late = true', 'Late: yes'],
		['not(late)', 'Late: no'],
		['trade in ("BAR", "BAKERY")', 'Trade: bar or bakery'],
		['area > 50 and list contains(extras, "POOL")', 'Area: more than 50 m², and Extras: pool'],
		['count(extras) > 1', 'count(extras) > 1'],
	])('%s', (expression, words) => {
		expect(conditionText(expression, questions).en).toBe(words);
	});
});
