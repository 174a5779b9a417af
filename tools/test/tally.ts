/** Results of a step, or of all of them together. */
export interface Tally {
	passed: number;
	failed: number;
	skipped: number;
}

/** The sum of several. */
export function sum(tallies: Tally[]): Tally {
	const add = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
	return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') };
}

/** A step that is one check: it holds or it does not. */
export function single(ok: boolean): Tally {
	return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** `12 passed, 0 failed`, and `, 3 skipped` when some were. */
export function sentence({ passed, failed, skipped }: Tally): string {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** The last such sentence that a program printed on a line alone; undefined when there is none. */
export function readSentence(output: string): Tally | undefined {
	const found = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
	return found && { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3] ?? 0) };
}

/** What Vitest's JSON report says, of which only this is used. */
export interface VitestReport {
	testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** Counts tests; a file that failed without a failed test (it could not be loaded, say) counts as one. */
export function tallyVitest(report: VitestReport): Tally {
	return sum(
		report.testResults.map(({ status, assertionResults }) => {
			const count = (...states: string[]) =>
				assertionResults.filter((result) => states.includes(result.status)).length;
			const failed = count('failed');
			return {
				passed: count('passed'),
				failed: status === 'failed' ? Math.max(failed, 1) : failed,
				skipped: count('skipped', 'pending', 'todo', 'disabled'),
			};
		}),
	);
}

/** A program that ends badly has failed, whatever it counted; so has one that counted nothing. */
export function withExitCode(tally: Tally | undefined, ok: boolean): Tally {
	if (!tally) return single(false);
	return !ok && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
