import { isHan } from './said.ts';

/** What a text is compared by. `weight` says how much of a match one term is, before its rarity. */
export interface Term {
	/** A word, two characters that stand together, or one character. */
	key: string;
	weight: number;
}

/** One character says little: it helps only where the pair that it belongs to is mistyped. */
const SINGLE = 0.3;

/** Joins two characters between which one is left out. */
export const SKIP = '*';
/** Begins the terms of sound. */
export const SOUND = "'";

/** Words as they are; of Chinese each pair of neighbours, and a character that stands alone. */
export function pairsOf(core: readonly string[]): Term[] {
	const terms: Term[] = [];
	for (const run of core) {
		if (!isHan(run) || run.length === 1) terms.push({ key: run, weight: 1 });
		else for (let at = 1; at < run.length; at += 1) terms.push({ key: run.slice(at - 1, at + 1), weight: 1 });
	}
	return terms;
}

/** The same and each character. */
export function termsOf(core: readonly string[]): Term[] {
	const terms = pairsOf(core);
	for (const run of core) {
		if (isHan(run) && run.length > 1) for (const key of run) terms.push({ key, weight: SINGLE });
	}
	return terms;
}

/** Pairs with one character between them: what is left when that one is mistyped or too many. */
export function skipsOf(core: readonly string[]): string[] {
	const skips: string[] = [];
	for (const run of core) {
		if (!isHan(run)) continue;
		for (let at = 2; at < run.length; at += 1) skips.push(`${run[at - 2]}${SKIP}${run[at]}`);
	}
	return skips;
}

/** Pairs of neighbouring syllables; a syllable alone where there is no other. */
export function soundTermsOf(groups: readonly (readonly string[])[]): string[] {
	const terms: string[] = [];
	for (const syllables of groups) {
		if (syllables.length === 1) terms.push(`${SOUND}${syllables[0]}`);
		for (let at = 1; at < syllables.length; at += 1)
			terms.push(`${SOUND}${syllables[at - 1]} ${syllables[at]}`);
	}
	return terms;
}
