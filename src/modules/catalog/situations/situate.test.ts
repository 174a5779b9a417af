import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../catalog.schema.ts';
import { CATALOG_FOLDER, openCatalog } from '../index.ts';
import { leastChoices } from './question-field.ts';
import {
	answerFaults,
	answersThatCount,
	fillFromAnswers,
	questionsFor,
	situate,
	warningsFor,
} from './situate.ts';
import type { Answers, Question } from './situations.schema.ts';

const items = openCatalog(CATALOG_FOLDER).all();
const food = items.find(({ code }) => code === 'food-business') as Item;
const codes = (item: Item) => item.materials.map(({ code }) => code);

/** Answers to some of an item's questions, right and wrong ones. */
function answersTo(questions: readonly Question[]): fc.Arbitrary<Answers> {
	const one = ({ kind, options = [] }: Question): fc.Arbitrary<Answers[string]> => {
		const values = options.map(({ value }) => value);
		if (kind === 'YES_NO') return fc.boolean();
		if (kind === 'NUMBER') return fc.integer({ min: -10, max: 100_000 });
		return kind === 'CHOICE' ? fc.constantFrom(...values, 'NOTHING') : fc.subarray(values);
	};
	const fields = Object.fromEntries(questions.map((question) => [question.code, one(question)]));
	return fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<Answers>;
}

describe('in every item, whatever is answered', () => {
	it.each(items.filter(({ questions }) => questions.length > 0).map((item) => [item.code, item] as const))(
		'%s',
		(_, item) => {
			fc.assert(
				fc.property(answersTo(item.questions), (answers) => {
					const situated = situate(item, answers);
					// Nothing is asked that the item does not have, and what is always asked stays.
					expect(codes(item)).toEqual(expect.arrayContaining(codes(situated)));
					expect(codes(situated)).toEqual(
						expect.arrayContaining(item.materials.filter(({ when }) => !when).map(({ code }) => code)),
					);
					expect(situated.rules.promiseDays).toBeLessThanOrEqual(situated.rules.limit.days);
					// Answers to questions that are not asked change nothing.
					expect(situate(item, answersThatCount(item, answers))).toEqual(situated);
					// Every question that is asked and unanswered is named, once.
					const missing = answerFaults(item, answers).filter(({ code }) => code === 'ANSWER_MISSING');
					const open = questionsFor(item, answers).filter((question) => {
						const answer = answers[question.code];
						return (
							answer === undefined || (Array.isArray(answer) && answer.length < leastChoices(item, question))
						);
					});
					expect(missing.map(({ question }) => question)).toEqual(open.map(({ code }) => code));
				}),
				{ numRuns: 30 },
			);
		},
	);
});

describe('the food licence', () => {
	it('leads somebody who sells pre-packed food only to the filing', () => {
		const answers = { business: 'RETAIL', prepackedOnly: true };
		expect(warningsFor(food, answers)).toMatchObject([{ effect: 'STOP' }]);
		// Nothing more is asked of somebody who needs something else.
		expect(answerFaults(food, answers)).toEqual([]);
		expect(questionsFor(food, answers).at(-1)?.code).toBe('prepackedOnly');
	});

	it('asks for the drawing only of those who make food, and forgets answers that are no longer asked', () => {
		expect(codes(situate(food, { business: 'CATERING', makes: true, online: false }))).toContain(
			'food-layout',
		);
		expect(codes(situate(food, { business: 'RETAIL', makes: true }))).not.toContain('food-layout');
	});

	it('fills in what was answered, and lets the field hold nothing else', () => {
		const answers = { business: 'CANTEEN', makes: false, online: true };
		expect(fillFromAnswers(food, { staff: 3 }, answers)).toEqual({
			staff: 3,
			business: 'CANTEEN',
			online: true,
		});
		const { properties } = situate(food, answers).form.schema as { properties: Record<string, object> };
		expect(properties.business).toMatchObject({ const: 'CANTEEN', readOnly: true });
		expect(properties.staff).not.toHaveProperty('const');
	});

	it.each([
		[{ business: 'BAKERY' }, 'business', 'ANSWER_KIND'],
		[{ business: 5 }, 'business', 'ANSWER_KIND'],
		[{ business: 'RETAIL', prepackedOnly: 'yes' }, 'prepackedOnly', 'ANSWER_KIND'],
		[{ colour: 'RED' }, 'colour', 'ANSWER_UNKNOWN'],
		[{}, 'business', 'ANSWER_MISSING'],
	] as const)('%j: %s %s', (answers, question, code) => {
		expect(answerFaults(food, answers as Answers)).toContainEqual({ question, code });
	});
});
