import type { PhraseIndex } from './phrase-index.ts';
import { INITIALS_KEY, keyOf, soundKeyOf } from './phrases.ts';
import { slipsOf, soundsOf, syllablesOf } from './pinyin.ts';
import { isHan, plain, runsOf, type Sieve, simplified } from './said.ts';
import { beginningWith, nearWords } from './spelling.ts';
import { pairsOf, SKIP, SOUND, skipsOf, soundTermsOf, termsOf } from './terms.ts';

/** A term of the index that answers to a term of the query, and how surely: 1 is the same word. */
export interface Way {
	/** Row of the term. */
	row: number;
	rarity: number;
	quality: number;
	sound: boolean;
}

export interface QueryTerm {
	/** Its share of the query; 0 for what repairs a slip and is not asked for by itself. */
	weight: number;
	/** Strength of the term in a phrase, before rarity. */
	strength: number;
	ways: Way[];
}

/** A whole phrase that the query may be, or begin. */
export interface WantedKey {
	key: string;
	kind: 'SAID' | 'HEARD' | 'SOUND' | 'INITIALS';
}

/** One way to understand a query: as it is written, or as pinyin. */
export interface Reading {
	keys: WantedKey[];
	terms: QueryTerm[];
}

const PREFIX = 0.8;
const ONE_SLIP = 0.75;
const TWO_SLIPS = 0.55;
const SAME_SOUND = 0.45;
const REPAIRED = 0.8;
/** A character may be missing between two, or the two are simply another word. */
const GUESSED = 0.2;
const PINYIN = 0.9;
/**
 * What a word that no item has counts against a match, as a share of the rarest word: people say more than they must.
 * One unknown Chinese word makes several unknown pairs.
 */
const UNKNOWN = 0.6;
const UNKNOWN_PAIR = 0.3;
const MOST_PREFIXES = 20;
/** Words that are tried for slips in pinyin: longer queries are sentences, and not in pinyin. */
const MOST_WORDS = 4;
const LONGEST_SLIP = 16;

/** How a query may be meant, best first. */
export function readingsOf(query: string, index: PhraseIndex, sieve: Sieve): Reading[] {
	const text = simplified(query);
	const runs = runsOf(plain(text));
	if (runs.length === 0) return [];
	const written = readWritten(text, index, sieve);
	return runs.every(isHan) ? [written] : [written, readSounds(runs, index, sieve)];
}

function readWritten(text: string, index: PhraseIndex, sieve: Sieve): Reading {
	const { same, own } = sieve.text(text);
	const { core } = same;
	const known = (key: string, quality: number, sound = false) => waysTo(index, key, quality, sound);
	const sounds = new Map(core.filter(isHan).flatMap(soundsOfPairs));
	// A word of two characters that nobody has is another word, whatever its characters occur in.
	const isOther = (run: string) => run.length === 2 && index.terms.find(run) === undefined;
	const asked = core.flatMap((run) => (isOther(run) ? pairsOf([run]) : termsOf([run])));
	const terms = asked.map(({ key, weight }) => {
		const ways = isHan(key)
			? [
					...known(key, 1),
					...known([...key].join(SKIP), GUESSED),
					...known(sounds.get(key) ?? '', SAME_SOUND, true),
				]
			: wordWays(key, index);
		return asTerm(ways, weight, index.rarest * (isHan(key) ? UNKNOWN_PAIR : UNKNOWN));
	});
	const repairs = skipsOf(core).map((key) => ({
		weight: 0,
		strength: 1,
		ways: [...known(key, REPAIRED), ...known(key.replace(SKIP, ''), REPAIRED)],
	}));
	const keys: WantedKey[] = [...new Set([same.said, core, own.said, own.core].map(keyOf))].map((key) => ({
		key,
		kind: 'SAID' as const,
	}));
	// One character for another of the same sound, polite words or not: it is the whole that sounds right.
	const heard = runsOf(plain(text)).map((run) => (isHan(run) ? soundsOf(run) : [run]));
	return { keys: [...keys, { key: soundKeyOf(heard), kind: 'HEARD' }], terms: [...terms, ...repairs] };
}

/** A word as it is; else words that it begins; else words that it was probably meant to be. */
function wordWays(word: string, index: PhraseIndex): Way[] {
	const way = (key: string, quality: number) => waysTo(index, key, quality);
	const exact = way(word, 1);
	const begun =
		word.length < 3
			? []
			: beginningWith(index.words, word, MOST_PREFIXES)
					.filter((key) => key !== word)
					.flatMap((key) => way(key, PREFIX));
	if (exact.length > 0 || begun.length > 0) return [...exact, ...begun];
	return nearWords(word, index.words)
		.sort((a, b) => a.slips - b.slips)
		.flatMap((near) => way(near.word, near.slips === 1 ? ONE_SLIP : TWO_SLIPS));
}

/** Latin letters as pinyin, whole or as first letters; Chinese characters beside them by their sound. */
function readSounds(runs: readonly string[], index: PhraseIndex, sieve: Sieve): Reading {
	const letters = runs.map((run) => (isHan(run) ? soundsOf(run).join('') : run)).join('');
	const syllables = runs.flatMap((run) => {
		if (isHan(run)) return soundsOf(run);
		return syllablesOf(run, index.syllables) ?? (runs.length > MOST_WORDS ? [run] : mended(run, index));
	});
	const { same, own } = sieve.sounds(syllables);
	const terms = soundTermsOf(same.core).map((key) =>
		asTerm(waysTo(index, key, PINYIN, true), 1, index.rarest * UNKNOWN_PAIR),
	);
	const whole = new Set([[[letters]], same.said, same.core, own.said, own.core].map(soundKeyOf));
	const short = new Set([letters, letters.replace(/xkz?$/, ''), letters.replace(/z$/, '')]);
	return {
		terms,
		keys: [
			...[...whole].map((key) => ({ key, kind: 'SOUND' as const })),
			...[...short].map((key) => ({ key: INITIALS_KEY + key, kind: 'INITIALS' as const })),
		],
	};
}

/** Syllables of a word with one slip of the finger, when exactly that makes it pinyin that an item has. */
function mended(word: string, index: PhraseIndex): string[] {
	if (word.length > LONGEST_SLIP || word.length < 4 || index.terms.find(word) !== undefined) return [word];
	for (const slip of slipsOf(word)) {
		const syllables = syllablesOf(slip, index.syllables);
		if (!syllables || syllables.length < 2) continue;
		if (soundTermsOf([syllables]).every((key) => index.terms.find(key) !== undefined)) return syllables;
	}
	return [word];
}

/** The term itself, if any item has it. */
function waysTo(index: PhraseIndex, key: string, quality: number, sound = false): Way[] {
	const row = index.terms.find(key);
	return row === undefined ? [] : [{ row, rarity: index.rarities[row] ?? 0, quality, sound }];
}

function asTerm(ways: Way[], strength: number, unknown: number): QueryTerm {
	const sorted = ways.sort((a, b) => b.quality - a.quality);
	const rarity = sorted[0]?.rarity ?? unknown;
	return { weight: strength * rarity, strength, ways: sorted };
}

/** Sounds of each pair and of each character alone, read in their run. */
function soundsOfPairs(run: string): [string, string][] {
	const characters = [...run];
	const sounds = soundsOf(run);
	if (characters.length === 1) return [[run, `${SOUND}${sounds[0]}`]];
	return characters
		.slice(1)
		.map((next, at) => [`${characters[at]}${next}`, `${SOUND}${sounds[at]} ${sounds[at + 1]}`]);
}
