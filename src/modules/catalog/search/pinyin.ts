import { pinyin } from 'pinyin-pro';

/**
 * A syllable as many people here say and type it: zh/z, ch/c, sh/s and -ng/-n fall together, ü is v or u.
 * Works on joined syllables too, so that what is half typed meets what is whole; there g falls in after every n.
 */
export function foldSound(letters: string): string {
	return letters
		.replace(/[üv]/g, 'u')
		.replace(/([zcs])h/g, '$1')
		.replace(/ng+/g, 'n');
}

/** Folded syllables of a run of Chinese characters, by the reading that they have in that run. */
export function soundsOf(han: string): string[] {
	return pinyin(han, { toneType: 'none', type: 'array' }).map(foldSyllable);
}

/** One whole syllable; most stay as they are. */
function foldSyllable(syllable: string): string {
	if (!/ng$|^[zcs]h|[üv]/.test(syllable)) return syllable;
	return syllable
		.replace(/[üv]/, 'u')
		.replace(/^([zcs])h/, '$1')
		.replace(/ng$/, 'n');
}

/** The longest syllable of pinyin has six letters. */
const LONGEST = 6;

/**
 * Splits joined pinyin into syllables that are known, the fewest that will do.
 * @returns undefined when the letters are no such syllables
 */
export function syllablesOf(letters: string, known: ReadonlySet<string>): string[] | undefined {
	const best: (string[] | undefined)[] = [[]];
	for (let end = 1; end <= letters.length; end += 1) {
		for (let start = Math.max(0, end - LONGEST); start < end; start += 1) {
			const before = best[start];
			if (!before) continue;
			const syllable = foldSyllable(letters.slice(start, end));
			if (!known.has(syllable)) continue;
			if (before.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY))
				best[end] = [...before, syllable];
		}
	}
	return best[letters.length];
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** Every word that is one slip of the finger away: two letters swapped, one missing, one too many, one wrong. */
export function* slipsOf(word: string): Generator<string> {
	for (let at = 0; at <= word.length; at += 1) {
		const before = word.slice(0, at);
		const here = word[at] ?? '';
		const after = word.slice(at + 1);
		if (after) yield before + after[0] + here + after.slice(1);
		if (here) yield before + after;
		for (const letter of LETTERS) {
			yield before + letter + here + after;
			if (here && here !== letter) yield before + letter + after;
		}
	}
}
