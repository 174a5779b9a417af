import { toSimplified } from '../../../platform/traditional.ts';
import { foldSound, soundsOf } from './pinyin.ts';
import type { Words } from './words.ts';

/** Nobody says what they want in more; the rest of a longer text is not looked at. */
const LONGEST = 120;

const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;

export const isHan = (run: string): boolean => HAN.test(run);

/** What is left of a text: `said` without polite words, `core` also without the verb («开») and with one word for many. */
export interface Said {
	said: string[];
	core: string[];
}

/**
 * Takes texts apart: into runs of Chinese and words of other scripts, without what says nothing.
 * `unify` (the default) puts one word for all that mean the same.
 */
export interface Sieve {
	text(text: string, unify?: boolean): Said;
	/** The same for pinyin: syllables in, groups of syllables out. */
	sounds(syllables: readonly string[], unify?: boolean): { said: string[][]; core: string[][] };
	/** Syllables of the words that are left out: pinyin holds them, though no item does. */
	idleSounds: string[];
}

/** Full width and capitals fall together; what is too long is cut. */
export function plain(text: string): string {
	return text.slice(0, LONGEST).toWellFormed().normalize('NFKC').toLowerCase();
}

/** Runs of Chinese characters, and words of other scripts. */
export const runsOf = (text: string): string[] => text.match(RUN) ?? [];

/** The text of a query in simplified characters. */
export function simplified(text: string): string {
	const cut = text.slice(0, LONGEST).toWellFormed();
	return /\p{Script=Han}/u.test(cut) ? toSimplified(cut) : cut;
}

export function createSieve(words: Words): Sieve {
	const han = createRules(words, (word) => word);
	const sound = createRules(words, (word) => syllableText(isHan(word) ? soundsOf(word) : []));
	const idle = new Set(words.idle.en);
	const same = new Map(
		words.synonyms.en.flatMap(([first = '', ...others]) =>
			others.map((other) => [stem(other), stem(first)] as const),
		),
	);
	const edges = new RegExp(`^[${words.edges}]+(?=.)|(?<=.)[${words.edges}]+$`, 'gu');
	const trim = (run: string) => run.replace(edges, '');
	return {
		text(text, unify = true) {
			const runs = runsOf(unify ? han.unify(plain(text)) : plain(text));
			const said = runs.flatMap((run) =>
				isHan(run) ? han.withoutIdle(run).map(trim) : idle.has(run) ? [] : [stem(run)],
			);
			const kept = said.length > 0 ? said : runs.map((run) => (isHan(run) ? run : stem(run)));
			return {
				said: kept,
				core: kept.flatMap((run) => (isHan(run) ? han.withoutVerbs(run) : [(unify && same.get(run)) || run])),
			};
		},
		sounds(syllables, unify = true) {
			const whole = syllableText(syllables);
			const said = sound.withoutIdle(unify ? sound.unify(whole) : whole);
			const kept = said.length > 0 ? said : [whole];
			return {
				said: kept.map(syllableList),
				core: kept.flatMap((run) => sound.withoutVerbs(run)).map(syllableList),
			};
		},
		idleSounds: [...words.idle['zh-CN'], ...words.verbs].flatMap((word) => soundsOf(word)),
	};
}

/** The Chinese rules over characters, or over syllables that each end in a space. */
function createRules(words: Words, encode: (word: string) => string) {
	const start = encode('开').endsWith(' ') ? '(?<![a-z])' : '';
	const any = (list: readonly string[]) =>
		list
			.map(encode)
			.filter((word) => word !== '')
			.sort((a, b) => b.length - a.length)
			.join('|');
	const first = new Map(
		words.synonyms['zh-CN'].flatMap(([canonical = '', ...others]) =>
			others.map((other) => [encode(other), encode(canonical)] as const),
		),
	);
	const canonical = words.synonyms['zh-CN'].map(([word = '']) => word);
	const synonym = new RegExp(`${start}(?:${any([...canonical, ...words.synonyms['zh-CN'].flat()])})`, 'gu');
	const idle = new RegExp(`${start}(?:${any(words.idle['zh-CN'])})`, 'gu');
	const leading = new RegExp(`^(?:${any(words.verbs)})(?=.)`, 'u');
	const inside = new RegExp(
		`${start}(?:${any(words.verbs.filter((verb) => /.[个家间了]$/u.test(verb)))})(?=.)`,
		'gu',
	);
	const parts = (text: string) => text.split('|').filter((part) => part.trim() !== '');
	return {
		unify: (text: string) => text.replace(synonym, (word) => first.get(word) ?? word),
		withoutIdle: (text: string) => parts(text.replace(idle, '|')),
		withoutVerbs: (text: string) => parts(text.replace(inside, '|')).map((part) => part.replace(leading, '')),
	};
}

const syllableText = (syllables: readonly string[]) =>
	syllables.map((syllable) => `${foldSound(syllable)} `).join('');
const syllableList = (text: string) => text.split(' ').filter((syllable) => syllable !== '');

/** Plural and singular, `selling` and `sell` meet. */
function stem(word: string): string {
	if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
	if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3).replace(/([^ls])\1$/, '$1');
	return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
