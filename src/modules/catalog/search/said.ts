import { toSimplified } from '../../../platform/traditional.ts';
import { foldSound, soundsOf } from './pinyin.ts';
import { createReplacer } from './replacer.ts';
import type { Words } from './words.ts';

/** Nobody says what they want in more; the rest of a longer text is not looked at. */
const LONGEST = 120;
/** Put where a word was left out: its neighbours do not belong together. */
const BREAK = '|';

const HAN = /^\p{Script=Han}/u;
const WORD = /^[\p{L}\p{N}]/u;

/** Whether a run or character is Chinese. Asked very often: the common ones are told by their number. */
export function isHan(run: string): boolean {
	const code = run.charCodeAt(0);
	return (code >= 0x4e00 && code <= 0x9fff) || (code > 0x2e00 && HAN.test(run));
}

/** What is left of a text: `said` without polite words, `core` also without the verb («开»). */
interface Said<Run> {
	said: Run[];
	core: Run[];
}

/** `same` has one word for all that mean the same; `own` the words as they stand. One object when nothing differs. */
export interface Understood<Run> {
	same: Said<Run>;
	own: Said<Run>;
}

/** Takes texts apart: into runs of Chinese and words of other scripts, without what says nothing. */
export interface Sieve {
	text(text: string): Understood<string>;
	/** The same for pinyin: syllables in, groups of syllables out. */
	sounds(syllables: readonly string[]): Understood<string[]>;
	/** Syllables of the words that are left out: pinyin holds them, though no item does. */
	idleSounds: string[];
}

/** Full width and capitals fall together; what is too long is cut. */
export function plain(text: string): string {
	return text.slice(0, LONGEST).toWellFormed().normalize('NFKC').toLowerCase();
}

/** Runs of Chinese characters, and words of other scripts. */
export function runsOf(text: string): string[] {
	const runs: string[] = [];
	let run = '';
	let kind: Kind = 'NONE';
	for (const character of text) {
		const next = kindOf(character);
		if (next !== kind && run !== '') {
			runs.push(run);
			run = '';
		}
		kind = next;
		if (kind !== 'NONE') run += character;
	}
	if (run !== '') runs.push(run);
	return runs;
}

type Kind = 'HAN' | 'WORD' | 'NONE';

function kindOf(character: string): Kind {
	if (isHan(character)) return 'HAN';
	return (character >= 'a' && character <= 'z') || WORD.test(character) ? 'WORD' : 'NONE';
}

/** The text of a query in simplified characters. */
export function simplified(text: string): string {
	const cut = text.slice(0, LONGEST).toWellFormed();
	return /\p{Script=Han}/u.test(cut) ? toSimplified(cut) : cut;
}

export function createSieve(words: Words): Sieve {
	const counted = { ...words, idle: { ...words.idle, 'zh-CN': [...words.idle['zh-CN'], ...words.measures] } };
	const han = createRules(counted, (word) => word, false);
	const sound = createRules(words, (word) => (isHan(word) ? syllableText(soundsOf(word)) : ''), true);
	const trim = createTrim(words.edges);
	const english = createEnglish(words);
	const sift = (text: string, same: boolean): Said<string> => {
		const runs = runsOf(text);
		const said = runs.flatMap((run) => (isHan(run) ? han.withoutIdle(run).map(trim) : english.kept(run)));
		const kept = said.length > 0 ? said : runs.map((run) => (isHan(run) ? run : stem(run)));
		const core = kept.flatMap((run) => {
			if (isHan(run)) return han.withoutVerbs(run);
			return same ? english.unify(run) : run;
		});
		return { said: kept, core };
	};
	const siftSounds = (text: string): Said<string[]> => {
		const said = sound.withoutIdle(text);
		const kept = said.length > 0 ? said : [text];
		return {
			said: kept.map(syllableList),
			core: kept.flatMap((run) => sound.withoutVerbs(run)).map(syllableList),
		};
	};
	return {
		text(text) {
			const whole = plain(text);
			const unified = han.unify(whole);
			const same = sift(unified, true);
			return { same, own: unified === whole && isHan(whole) ? same : sift(whole, false) };
		},
		sounds(syllables) {
			const whole = syllableText(syllables);
			return { same: siftSounds(sound.unify(whole)), own: siftSounds(whole) };
		},
		idleSounds: [...words.idle['zh-CN'], ...words.verbs].flatMap((word) => soundsOf(word)),
	};
}

/** The Chinese rules over characters, or over syllables that each end in a space. */
function createRules(words: Words, encode: (word: string) => string, boundary: boolean) {
	const replacer = (pairs: [string, string][]) =>
		createReplacer(
			pairs.map(([word, by]) => [encode(word), by] as const),
			boundary,
		);
	const unify = replacer(
		words.synonyms['zh-CN'].flatMap((group) =>
			group.map((word): [string, string] => [word, encode(group[0] ?? word)]),
		),
	);
	const idle = replacer(words.idle['zh-CN'].map((word) => [word, BREAK]));
	const inside = replacer(
		words.verbs.filter((verb) => /.[个家间了]$/u.test(verb)).map((verb) => [verb, BREAK]),
	);
	const verbs = words.verbs.map(encode).sort((a, b) => b.length - a.length);
	const parts = (text: string) =>
		text.includes(BREAK) ? text.split(BREAK).filter((part) => part.trim() !== '') : [text];
	return {
		unify,
		withoutIdle: (text: string) => parts(idle(text)),
		withoutVerbs: (text: string) => {
			const found = parts(inside(text));
			return (found.length > 0 ? found : [text]).map((part) => {
				const verb = verbs.find((each) => part.startsWith(each) && part.length > each.length);
				return verb === undefined ? part : part.slice(verb.length);
			});
		},
	};
}

/** Leaves out single characters at both ends, as long as something is left. */
function createTrim(characters: string): (run: string) => string {
	const edges = new Set(characters);
	return (run) => {
		let start = 0;
		let end = run.length;
		while (end - start > 1 && edges.has(run[start] ?? '')) start += 1;
		while (end - start > 1 && edges.has(run[end - 1] ?? '')) end -= 1;
		return run.slice(start, end);
	};
}

function createEnglish(words: Words) {
	const idle = new Set(words.idle.en);
	const same = new Map(
		words.synonyms.en.flatMap(([first = '', ...others]) =>
			others.map((other) => [stem(other), stem(first)] as const),
		),
	);
	return {
		kept: (word: string) => (idle.has(word) ? [] : [stem(word)]),
		unify: (word: string) => same.get(word) ?? word,
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
