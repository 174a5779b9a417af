import type { PhraseIndex } from './phrase-index.ts';
import type { Reading, WantedKey } from './query.ts';

/** How a phrase answers to a query, from the surest: the whole, its beginning, a part of it. */
export type MatchKind = 'EXACT' | 'PREFIX' | 'PART';

/** An item that answers to a query, and the phrase that says why. */
export interface Hit {
	code: string;
	kind: MatchKind;
	/** The name or what people say, as the item has it. */
	text: string;
	score: number;
}

/** A whole phrase always counts more than a beginning, and that more than a part (at most 1). */
const WHOLE = { SAID: 2.2, SOUND: 2, HEARD: 1.8, INITIALS: 1.6 };
const BEGINNING = { SAID: 1.3, SOUND: 1.2, INITIALS: 1.1 };
/** Added for the share of the phrase that was already typed. */
const TYPED = 0.2;
const MOST_BEGINNINGS = 400;
/** Added for the share of the query that the whole item answers to, its explanations included. */
const SUPPORT = 0.3;
/** A text that explains counts less than a name. */
const TEXT = 0.35;
/** A match as telling as this share of the rarest word is certain; below it counts in proportion. */
const TELLING = 0.6;
/** Below this it is noise, and below this share of the best as well. */
const NOISE = 0.25;
const NOISE_BESIDE = 0.3;

interface Best {
	score: number;
	phrase: number;
	kind: MatchKind;
}

/** Ranks the items for the readings of one query. Not reentrant: it counts in arrays of its own, made once. */
export function createRanking(index: PhraseIndex): (readings: readonly Reading[]) => Hit[] {
	const count = createCount(index);
	return (readings) => {
		const best = new Map<number, Best>();
		const support = new Map<number, number>();
		const offer = (phrase: number, score: number, kind: MatchKind) => {
			const item = index.itemOf[phrase] ?? -1;
			if (score > (best.get(item)?.score ?? 0)) best.set(item, { score, phrase, kind });
		};
		for (const reading of readings) {
			for (const wanted of reading.keys) offerKeys(index, wanted, offer);
			const counted = count(reading);
			for (const [phrase, score] of counted.phrases) offer(phrase, score, 'PART');
			for (const [item, share] of counted.items) support.set(item, Math.max(share, support.get(item) ?? 0));
		}
		return sorted(index, best, support);
	};
}

function sorted(index: PhraseIndex, best: Map<number, Best>, support: Map<number, number>): Hit[] {
	const top = [...best.values()].reduce((highest, { score }) => Math.max(highest, score), 0);
	return [...best]
		.filter(([, { score }]) => score >= NOISE && score >= NOISE_BESIDE * top)
		.map(([item, { score, phrase, kind }]) => ({
			code: index.codes[item] ?? '',
			kind,
			text: index.texts[phrase] ?? '',
			score: Math.round((score + SUPPORT * (support.get(item) ?? 0)) * 1e6) / 1e6,
		}))
		.sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
}

function offerKeys(
	index: PhraseIndex,
	{ key, kind }: WantedKey,
	offer: (phrase: number, score: number, kind: MatchKind) => void,
): void {
	for (const phrase of index.keys.whole(key)) offer(phrase, WHOLE[kind], 'EXACT');
	if (kind === 'HEARD') return;
	for (const longer of index.keys.longerThan(key, MOST_BEGINNINGS)) {
		const score = BEGINNING[kind] + (TYPED * key.length) / longer.length;
		for (const phrase of index.keys.whole(longer)) offer(phrase, score, 'PREFIX');
	}
}

/** Counts how much of the query each phrase holds, how much of the phrase the query holds, and how telling that is. */
function createCount(index: PhraseIndex) {
	const asked = new Float64Array(index.texts.length);
	const held = new Float64Array(index.texts.length);
	const telling = new Float64Array(index.texts.length);
	const seen = new Int32Array(index.texts.length);
	const ofItem = new Float64Array(index.codes.length);
	const seenOfItem = new Int32Array(index.codes.length);
	const certain = index.rarest * TELLING;
	let stamp = 0;
	return ({ terms }: Reading) => {
		const touched: number[] = [];
		const items = new Set<number>();
		const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
		for (const { weight, strength, ways } of terms) {
			stamp += 1;
			for (const { row, rarity, quality, sound } of ways) {
				const worth = quality * strength * rarity;
				const weights = sound ? index.soundWeights : index.weights;
				for (const phrase of index.terms.values(row)) {
					if (seen[phrase] === stamp) continue;
					seen[phrase] = stamp;
					if (telling[phrase] === 0) touched.push(phrase);
					asked[phrase] = (asked[phrase] ?? 0) + weight * quality;
					held[phrase] = (held[phrase] ?? 0) + worth / (weights[phrase] || 1);
					telling[phrase] = (telling[phrase] ?? 0) + worth;
					const item = index.itemOf[phrase] ?? 0;
					if (seenOfItem[item] === stamp) continue;
					seenOfItem[item] = stamp;
					items.add(item);
					ofItem[item] = (ofItem[item] ?? 0) + weight * quality;
				}
			}
		}
		const phrases = touched.map((phrase): [number, number] => {
			const query = Math.min(1, (asked[phrase] ?? 0) / whole);
			const own = Math.min(1, held[phrase] ?? 0);
			const sure = Math.min(1, (telling[phrase] ?? 0) / certain);
			asked[phrase] = 0;
			held[phrase] = 0;
			telling[phrase] = 0;
			return [phrase, scoreOf(query, own, index.places[phrase] === 'TEXT') * sure];
		});
		const shares = [...items].map((item): [number, number] => {
			const share = Math.min(1, (ofItem[item] ?? 0) / whole);
			ofItem[item] = 0;
			return [item, share];
		});
		return { phrases, items: shares };
	};
}

/** All of the query in a long name, or all of a short phrase in a long sentence: both are good. */
function scoreOf(query: number, own: number, text: boolean): number {
	return text ? TEXT * query : Math.max(query * (0.6 + 0.4 * own), own * (0.5 + 0.5 * query));
}
