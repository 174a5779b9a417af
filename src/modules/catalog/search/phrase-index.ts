import type { Item } from '../catalog.schema.ts';
import { createKeys, type Keys } from './keys.ts';
import { type Place, phrasesOf, type ReadPhrase, readPhrase } from './phrases.ts';
import { createRows, type Rows } from './rows.ts';
import { isHan, type Sieve } from './said.ts';

/**
 * All phrases of all items, by number. What is found is a phrase, and an item is as good as its best phrase: so it
 * can be said why an item was found. Built once, never changed.
 */
export interface PhraseIndex {
	codes: string[];
	texts: string[];
	places: Place[];
	/** Position of the item of each phrase. */
	itemOf: Int32Array;
	/** Phrases that hold a term. */
	terms: Rows;
	/** How telling each term is: few items have it, or many. */
	rarities: Float64Array;
	/** Rarity of a term that one item alone has. */
	rarest: number;
	/** What the terms of each phrase weigh together; the same for its sounds. */
	weights: Float64Array;
	soundWeights: Float64Array;
	keys: Keys;
	/** Words of other scripts than Chinese in names and aliases, in order. */
	words: string[];
	syllables: ReadonlySet<string>;
}

/** Makes the index in steps, an item each: thousands take seconds, and others want the processor meanwhile. */
export function* indexSteps(items: readonly Item[], sieve: Sieve): Generator<undefined, PhraseIndex> {
	const texts: string[] = [];
	const places: Place[] = [];
	const ofPhrase: number[] = [];
	const collected = createCollection(sieve.idleSounds);
	for (const [item, source] of items.entries()) {
		for (const [text, place] of phrasesOf(source)) {
			collected.add(texts.length, readPhrase(text, place, sieve), place);
			texts.push(text);
			places.push(place);
			ofPhrase.push(item);
		}
		yield;
	}
	const itemOf = Int32Array.from(ofPhrase);
	const terms = collected.terms.finish();
	const rarities = rateTerms(terms, itemOf, items.length);
	return {
		codes: items.map(({ code }) => code),
		texts,
		places,
		itemOf,
		terms,
		rarities,
		rarest: Math.log(1 + items.length),
		weights: collected.written.weigh(texts.length, rarities),
		soundWeights: collected.sounds.weigh(texts.length, rarities),
		keys: collected.keys.finish(),
		words: [...collected.words].sort(),
		syllables: collected.syllables,
	};
}

function createCollection(idleSounds: readonly string[]) {
	const terms = createRows();
	const keys = createKeys();
	const words = new Set<string>();
	const syllables = new Set(idleSounds);
	const written = createLedger();
	const sounds = createLedger();
	const add = (phrase: number, read: ReadPhrase, place: Place) => {
		for (const { key, weight } of read.terms) {
			written.enter(phrase, terms.add(key, phrase), weight);
			if (place !== 'TEXT' && !isHan(key)) words.add(key);
		}
		for (const key of read.skips) terms.add(key, phrase);
		for (const key of read.sounds) sounds.enter(phrase, terms.add(key, phrase), 1);
		for (const syllable of read.syllables) syllables.add(syllable);
		for (const key of read.keys) keys.add(key, phrase);
	};
	return { terms, keys, words, syllables, written, sounds, add };
}

/** Which terms a phrase has, kept flat until it is known how rare they are. */
function createLedger() {
	const phrases: number[] = [];
	const rows: number[] = [];
	const weights: number[] = [];
	return {
		enter(phrase: number, row: number, weight: number): void {
			phrases.push(phrase);
			rows.push(row);
			weights.push(weight);
		},
		weigh(count: number, rarities: Float64Array): Float64Array {
			const totals = new Float64Array(count);
			for (const [at, phrase] of phrases.entries()) {
				totals[phrase] = (totals[phrase] ?? 0) + (rarities[rows[at] ?? 0] ?? 0) * (weights[at] ?? 0);
			}
			return totals;
		},
	};
}

/** Rates every term by the number of items that have it. */
function rateTerms(terms: Rows, itemOf: Int32Array, items: number): Float64Array {
	const rarities = new Float64Array(terms.size);
	for (let row = 0; row < terms.size; row += 1) {
		let having = 0;
		let last = -1;
		for (const phrase of terms.values(row)) {
			const item = itemOf[phrase] ?? -1;
			if (item !== last) having += 1;
			last = item;
		}
		rarities[row] = Math.log(1 + items / having);
	}
	return rarities;
}
