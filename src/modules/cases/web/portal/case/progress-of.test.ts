import { expect, test } from 'vitest';
import { type CaseState, EMPTY_CASE, plainDate } from '../../../../../law/index.ts';
import { progressOf } from './progress-of.ts';

const received: CaseState = { ...EMPTY_CASE, stage: 'SUBMITTED', receivedOn: plainDate('2026-09-18') };
const words = (law: CaseState) => progressOf(law).map(({ id, state }) => `${id} ${state}`);

test('a case that was just handed in waits for acceptance', () => {
	expect(words(received)).toEqual(['SUBMITTED DONE', 'ACCEPTED CURRENT', 'DECIDED AHEAD', 'DELIVERED AHEAD']);
});

test('a supplement is a station of its own', () => {
	const law = {
		...received,
		supplement: { on: plainDate('2026-09-21'), outstanding: ['a'], completeOn: null },
	};
	expect(words(law)).toEqual([
		'SUBMITTED DONE',
		'SUPPLEMENT CURRENT',
		'ACCEPTED AHEAD',
		'DECIDED AHEAD',
		'DELIVERED AHEAD',
	]);
});

test('a refusal has nothing to receive', () => {
	const law: CaseState = {
		...received,
		stage: 'REFUSED',
		acceptance: { on: plainDate('2026-09-21'), deemed: false, procedure: 'THREE_STEP' },
		decision: { on: plainDate('2026-09-28'), outcome: 'REFUSED', onTheSpot: false },
	};
	expect(words(law)).toEqual(['SUBMITTED DONE', 'ACCEPTED DONE', 'DECIDED DONE']);
});

test('a case that was withdrawn ends there', () => {
	const law: CaseState = { ...received, stage: 'WITHDRAWN', endedOn: plainDate('2026-09-19') };
	expect(words(law)).toEqual(['SUBMITTED DONE', 'ENDED DONE']);
});
