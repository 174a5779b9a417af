import type { Item } from '../catalog.schema.ts';
import { foldSound, soundsOf } from './pinyin.ts';
import { isHan, plain, runsOf, type Sieve } from './said.ts';
import { pairsOf, skipsOf, soundTermsOf, type Term, termsOf } from './terms.ts';

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

/** In a longer run enough pairs are left when one character is wrong. */
const LONGEST_SKIPPED = 5;

/** A phrase as one word. */
export const keyOf = (runs: readonly string[]): string => runs.join(runs.some(isHan) ? '' : ' ');

/** The sounds of a phrase as one word. */
export const soundKeyOf = (groups: readonly (readonly string[])[]): string =>
	SOUND_KEY + foldSound(groups.flat().join(''));

/** The texts of an item, each once. */
export function phrasesOf(item: Item): Map<string, Place> {
	const phrases = new Map<string, Place>();
	const add = (place: Place, texts: readonly string[]) => {
		for (const text of texts) if (!phrases.has(text)) phrases.set(text, place);
	};
	const options = item.questions.flatMap((question) => question.options ?? []);
	const { result } = item;
	add('NAME', [item.name['zh-CN'], item.name.en]);
	add('ALIAS', [...item.aliases['zh-CN'], ...item.aliases.en, result.name['zh-CN'], result.name.en]);
	add(
		'TEXT',
		[item.summary, ...options.map(({ title }) => title)].flatMap((text) => [text['zh-CN'], text.en]),
	);
	return phrases;
}

/** Takes a phrase apart. A text that explains is found by its words only. */
export function readPhrase(text: string, place: Place, sieve: Sieve): ReadPhrase {
	const { same, own } = sieve.text(text);
	const nothing = { skips: [], sounds: [], keys: new Set<string>(), syllables: [] };
	if (place === 'TEXT') return { terms: pairsOf(same.core), ...nothing };
	const terms = termsOf(same.core);
	// As it stands too: what is half typed or mistyped is none of the words that mean the same.
	const forms = own === same ? [same] : [same, own];
	const keys = new Set(forms.flatMap(({ said, core }) => [keyOf(said), keyOf(core)]));
	if (!own.said.some(isHan)) return { ...nothing, terms, keys };
	const sounds = createSounds();
	const initials = initialsOf(text, place, sounds);
	for (const { said } of forms) keys.add(soundKeyOf(said.map(sounds)));
	const wholes = forms.map(({ core }) => core.map(sounds));
	for (const whole of wholes) keys.add(soundKeyOf(whole));
	for (const letters of initials) keys.add(INITIALS_KEY + letters);
	keys.add(INITIALS_KEY + firstLetters(own.said, sounds));
	return {
		terms,
		skips: forms.flatMap(({ core }) => skipsOf(core.filter(({ length }) => length <= LONGEST_SKIPPED))),
		sounds: wholes.flatMap(soundTermsOf),
		keys,
		syllables: wholes.flat(2),
	};
}

type Sounds = (run: string) => string[];

/** The parts of a phrase are mostly the ends of others: a character is read once. */
function createSounds(): Sounds {
	const known: [string, string[]][] = [];
	return (run) => {
		for (const [longer, sounds] of known) {
			if (longer.endsWith(run)) return longer.length === run.length ? sounds : sounds.slice(-run.length);
		}
		const found = isHan(run) ? soundsOf(run) : [foldSound(run)];
		known.push([run, found]);
		return found;
	};
}

const firstLetters = (runs: readonly string[], sounds: Sounds) =>
	runs
		.flatMap(sounds)
		.map((syllable) => syllable[0])
		.join('');

function initialsOf(text: string, place: Place, sounds: Sounds): string[] {
	const whole = firstLetters(runsOf(plain(text)), sounds);
	const inner = place === 'NAME' ? Math.max(0, whole.length - INITIALS) : 0;
	return [whole, ...Array.from({ length: inner }, (_, at) => whole.slice(at + 1))];
}
