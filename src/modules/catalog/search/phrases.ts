import type { Item } from '../catalog.schema.ts';
import { foldSound, soundsOf } from './pinyin.ts';
import { isHan, plain, runsOf, type Sieve } from './said.ts';
import { skipsOf, soundTermsOf, type Term, termsOf } from './terms.ts';

/** Where a phrase stands: a name and what people say count in full, a text that explains the item only supports. */
export type Place = 'NAME' | 'ALIAS' | 'TEXT';

/** All that a phrase is found by. */
export interface ReadPhrase {
	terms: Term[];
	skips: string[];
	sounds: string[];
	/** The whole phrase as one word: as said, without verb, its sounds, its initials. */
	keys: Set<string>;
	syllables: string[];
}

/** Keys of sound and of first letters begin with these, so that they do not meet English words. */
export const SOUND_KEY = '~';
export const INITIALS_KEY = '#';

/** Fewest letters of a name's middle part by which it is found («jyxk» in 食品经营许可). */
const INITIALS = 3;

/** A phrase as one word. */
export const keyOf = (runs: readonly string[]): string => runs.join(runs.some(isHan) ? '' : ' ');

/** The texts of an item, each once. */
export function phrasesOf(item: Item): Map<string, Place> {
	const phrases = new Map<string, Place>();
	const add = (place: Place, texts: readonly string[]) => {
		for (const text of texts) if (!phrases.has(text)) phrases.set(text, place);
	};
	const options = item.questions.flatMap((question) =>
		'options' in question ? (question.options ?? []) : [],
	);
	add('NAME', [item.name['zh-CN'], item.name.en, item.result.name['zh-CN'], item.result.name.en]);
	add('ALIAS', [...item.aliases['zh-CN'], ...item.aliases.en]);
	add(
		'TEXT',
		[item.summary, ...options.map(({ title }) => title)].flatMap((text) => [text['zh-CN'], text.en]),
	);
	return phrases;
}

/** Takes a phrase apart. A text that explains is found by its words only. */
export function readPhrase(text: string, place: Place, sieve: Sieve): ReadPhrase {
	const same = sieve.text(text);
	const terms = termsOf(same.core);
	if (place === 'TEXT') return { terms, skips: [], sounds: [], keys: new Set(), syllables: [] };
	// As it stands too: what is half typed or mistyped is none of the words that mean the same.
	const own = sieve.text(text, false);
	const keys = new Set([same, own].flatMap(({ said, core }) => [keyOf(said), keyOf(core)]));
	if (!own.said.some(isHan)) return { terms, skips: [], sounds: [], keys, syllables: [] };
	const sounds = [same.core, own.core].map((core) => core.map(syllables));
	for (const whole of [same.said, own.said]) keys.add(SOUND_KEY + whole.flatMap(syllables).join(''));
	for (const whole of sounds) keys.add(SOUND_KEY + whole.flat().join(''));
	for (const initials of initialsOf(text, own.said, place)) keys.add(INITIALS_KEY + initials);
	return {
		terms,
		skips: [...new Set([...skipsOf(same.core), ...skipsOf(own.core)])],
		sounds: [...new Set(sounds.flatMap(soundTermsOf))],
		keys,
		syllables: sounds.flat(2),
	};
}

const syllables = (run: string) => (isHan(run) ? soundsOf(run) : [foldSound(run)]);

function initialsOf(text: string, said: readonly string[], place: Place): string[] {
	const first = (runs: readonly string[]) =>
		runs
			.flatMap(syllables)
			.map((syllable) => syllable[0])
			.join('');
	const whole = [first(runsOf(plain(text))), first(said)];
	if (place === 'ALIAS') return whole;
	const longest = whole[0] ?? '';
	return [
		...whole,
		...Array.from({ length: Math.max(0, longest.length - INITIALS) }, (_, at) => longest.slice(at + 1)),
	];
}
