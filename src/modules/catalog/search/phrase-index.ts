import type { Item } from '../catalog.schema.ts';
import { type Place, phrasesOf, type ReadPhrase, readPhrase } from './phrases.ts';
import { isHan, type Sieve } from './said.ts';
import type { Term } from './terms.ts';

/** Phrases that hold a term, and how telling it is: few items have it, or many. */
export interface Posting {
	phrases: number[];
	rarity: number;
}

/**
 * All phrases of all items, by number. What is found is a phrase, and an item is as good as its best phrase: so it
 * can be said why an item was found. Built once, never changed.
 */
export interface PhraseIndex {
	codes: string[];
	texts: string[];
	places: Place[];
	/** Position of the item of each phrase. */
	itemOf: number[];
	postings: ReadonlyMap<string, Posting>;
	/** Rarity of a term that one item alone has. */
	rarest: number;
	/** What the terms of each phrase weigh together; the same for its sounds. */
	weights: Float64Array;
	soundWeights: Float64Array;
	/** Phrases by their keys, and the keys in order, for beginnings. */
	keys: ReadonlyMap<string, number[]>;
	sortedKeys: string[];
	/** Words of other scripts than Chinese in names and aliases, in order. */
	words: string[];
	syllables: ReadonlySet<string>;
}

export function buildIndex(items: readonly Item[], sieve: Sieve): PhraseIndex {
	const texts: string[] = [];
	const places: Place[] = [];
	const itemOf: number[] = [];
	const read: ReadPhrase[] = [];
	for (const [item, source] of items.entries()) {
		for (const [text, place] of phrasesOf(source)) {
			texts.push(text);
			places.push(place);
			itemOf.push(item);
			read.push(readPhrase(text, place, sieve));
		}
	}
	const { postings, keys, syllables } = collect(read, new Set(sieve.idleSounds));
	const rarest = rateTerms(postings, itemOf, items.length);
	const rarity = (key: string) => postings.get(key)?.rarity ?? 0;
	const sum = (terms: Iterable<Term>) => {
		let total = 0;
		for (const { key, weight } of terms) total += rarity(key) * weight;
		return total;
	};
	return {
		codes: items.map(({ code }) => code),
		texts,
		places,
		itemOf,
		postings,
		rarest,
		weights: Float64Array.from(read, ({ terms }) => sum(terms)),
		soundWeights: Float64Array.from(read, ({ sounds }) => sum(sounds.map((key) => ({ key, weight: 1 })))),
		keys,
		sortedKeys: [...keys.keys()].sort(),
		words: wordsOf(read, places),
		syllables,
	};
}

function collect(read: readonly ReadPhrase[], syllables: Set<string>) {
	const postings = new Map<string, Posting>();
	const keys = new Map<string, number[]>();
	const post = (key: string, phrase: number) => {
		const posting = postings.get(key);
		if (!posting) postings.set(key, { phrases: [phrase], rarity: 0 });
		else if (posting.phrases.at(-1) !== phrase) posting.phrases.push(phrase);
	};
	for (const [phrase, each] of read.entries()) {
		for (const { key } of each.terms) post(key, phrase);
		for (const key of each.skips) post(key, phrase);
		for (const key of each.sounds) post(key, phrase);
		for (const syllable of each.syllables) syllables.add(syllable);
		for (const key of each.keys) {
			const found = keys.get(key);
			if (found) found.push(phrase);
			else keys.set(key, [phrase]);
		}
	}
	return { postings, keys, syllables };
}

/** Rates every term by the number of items that have it; answers the rate of a term that one item has. */
function rateTerms(postings: ReadonlyMap<string, Posting>, itemOf: readonly number[], items: number): number {
	for (const posting of postings.values()) {
		let having = 0;
		let last = -1;
		for (const phrase of posting.phrases) {
			const item = itemOf[phrase] ?? -1;
			if (item !== last) having += 1;
			last = item;
		}
		posting.rarity = Math.log(1 + items / having);
	}
	return Math.log(1 + items);
}

function wordsOf(read: readonly ReadPhrase[], places: readonly Place[]): string[] {
	const words = new Set<string>();
	for (const [phrase, { terms }] of read.entries()) {
		if (places[phrase] === 'TEXT') continue;
		for (const { key } of terms) if (!isHan(key)) words.add(key);
	}
	return [...words].sort();
}
