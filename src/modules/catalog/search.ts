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
 */
export function createSearch(items: readonly Item[]): Search {
	const sieve = createSieve(loadWords());
	const index = buildIndex(items, sieve);
	const rank = createRanking(index);
	const explain = (query: string, limit: number) => rank(readingsOf(query, index, sieve)).slice(0, limit);
	return { explain, find: (query, limit) => explain(query, limit).map(({ code }) => code) };
}
