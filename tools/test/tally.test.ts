import { expect, test } from 'vitest';
import { readSentence, sentence, single, sum, tallyVitest, withExitCode } from './tally.ts';

test('adds up and says it in one line', () => {
	const total = sum([single(true), single(false), { passed: 10, failed: 0, skipped: 2 }]);
	expect(sentence(total)).toBe('11 passed, 1 failed, 2 skipped');
	expect(sentence(single(true))).toBe('1 passed, 0 failed');
});

test('reads the last such line of a program, and only whole lines', () => {
	expect(
		readSentence('stories: 9 passed, 9 failed\n1 passed, 0 failed\n4 passed, 1 failed, 2 skipped\n'),
	).toEqual({
		passed: 4,
		failed: 1,
		skipped: 2,
	});
	expect(readSentence('stories: 9 passed, 9 failed\n')).toBeUndefined();
});

test('counts a test file that could not be loaded', () => {
	const results = (...states: string[]) => states.map((status) => ({ status }));
	const report = {
		testResults: [
			{ status: 'passed', assertionResults: results('passed', 'passed', 'skipped') },
			{ status: 'failed', assertionResults: results('passed', 'failed', 'failed') },
			{ status: 'failed', assertionResults: [] },
		],
	};
	expect(tallyVitest(report)).toEqual({ passed: 3, failed: 3, skipped: 1 });
});

test('does not believe a program that counts no failure and ends badly, or counts nothing', () => {
	expect(withExitCode({ passed: 5, failed: 0, skipped: 0 }, false).failed).toBe(1);
	expect(withExitCode({ passed: 5, failed: 2, skipped: 0 }, false).failed).toBe(2);
	expect(withExitCode({ passed: 5, failed: 0, skipped: 0 }, true).failed).toBe(0);
	expect(withExitCode(undefined, true).failed).toBe(1);
});
