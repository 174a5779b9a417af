import type { Item } from './catalog.schema.ts';
import { buildIndex } from './search/phrase-index.ts';
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
}

/**
 * Index over names and people's own words in Chinese and English, with pinyin and initials of the Chinese.
 * A whole phrase comes before a beginning, and that before a part; equals are in the order of codes.
 * The index is made when it is first asked: of thousands of items it takes as long as reading them.
 */
export function createSearch(items: readonly Item[]): Search {
	const sieve = createSieve(loadWords());
	let ready: ((query: string) => Hit[]) | undefined;
	const open = () => {
		const index = buildIndex(items, sieve);
		const rank = createRanking(index);
		return (query: string) => rank(readingsOf(query, index, sieve));
	};
	const explain = (query: string, limit: number) => {
		ready ??= open();
		return ready(query).slice(0, limit);
	};
	return { explain, find: (query, limit) => explain(query, limit).map(({ code }) => code) };
}
