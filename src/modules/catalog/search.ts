import { setImmediate as others } from 'node:timers/promises';
import type { Item } from './catalog.schema.ts';
import { indexSteps } from './search/phrase-index.ts';
import { readingsOf } from './search/query.ts';
import { createRanking, type Hit } from './search/rank.ts';
import { createSieve } from './search/said.ts';
import { loadWords } from './search/words.ts';

export type { Hit } from './search/rank.ts';

export interface Search {
	/** Codes, best first; nothing for what no item answers to. */
	find(query: string, limit: number): string[];
	/** The same with the reason: which phrase of the item answers, and how. */
	explain(query: string, limit: number): Hit[];
	/** Makes the index ready before anybody asks, without keeping others waiting. */
	prepare(): Promise<void>;
}

/** How long the index is worked on before others have their turn, in milliseconds. */
const SLICE = 10;

/**
 * Index over names and people's own words in Chinese and English, with pinyin and initials of the Chinese.
 * A whole phrase comes before a beginning, and that before a part; equals are in the order of codes.
 * Whoever asks before the index is ready waits until it is.
 */
export function createSearch(items: readonly Item[]): Search {
	const steps = openIndex(items);
	let ready: Answer | undefined;
	/** Goes on with the index until it is ready, or until the time has come. */
	const work = (until: number) => {
		while (!ready) {
			const step = steps.next();
			if (step.done) ready = step.value;
			else if (performance.now() > until) return undefined;
		}
		return ready;
	};
	const explain = (query: string, limit: number) =>
		work(Number.POSITIVE_INFINITY)?.(query).slice(0, limit) ?? [];
	return {
		explain,
		find: (query, limit) => explain(query, limit).map(({ code }) => code),
		async prepare() {
			while (!work(performance.now() + SLICE)) await others();
		},
	};
}

type Answer = (query: string) => Hit[];

/** From the first word that is read to the first query that can be answered, in steps. */
function* openIndex(items: readonly Item[]): Generator<undefined, Answer> {
	const sieve = createSieve(loadWords());
	const index = yield* indexSteps(items, sieve);
	const rank = createRanking(index);
	return (query) => rank(readingsOf(query, index, sieve));
}
