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

/** Words as they are; of Chinese each pair of neighbours and each character. */
export function termsOf(core: readonly string[]): Term[] {
	return core.flatMap((run) => {
		if (!isHan(run)) return [{ key: run, weight: 1 }];
		const characters = [...run];
		const pairs = characters.slice(1).map((next, at) => ({ key: `${characters[at]}${next}`, weight: 1 }));
		const alone = characters.length === 1 ? 1 : SINGLE;
		return [...pairs, ...characters.map((key) => ({ key, weight: alone }))];
	});
}

/** Pairs with one character between them: what is left when that one is mistyped or too many. */
export function skipsOf(core: readonly string[]): string[] {
	return core.filter(isHan).flatMap((run) => {
		const characters = [...run];
		return characters.slice(2).map((next, at) => `${characters[at]}${SKIP}${next}`);
	});
}

/** Pairs of neighbouring syllables; a syllable alone where there is no other. */
export function soundTermsOf(groups: readonly (readonly string[])[]): string[] {
	return groups.flatMap((syllables) =>
		syllables.length === 1
			? [`${SOUND}${syllables[0]}`]
			: syllables.slice(1).map((next, at) => `${SOUND}${syllables[at]} ${next}`),
	);
}
