/** Replaces every word of a list in a text, from left to right, the longest word first. */
export type Replacer = (text: string) => string;

/**
 * @param words what is replaced by what; words that do not change stop shorter ones from changing a part of them
 * @param boundary a word begins only at the beginning or after a space
 */
export function createReplacer(words: Iterable<readonly [string, string]>, boundary = false): Replacer {
	// By first letter: a regular expression would try hundreds of words at every character.
	const byFirst = new Map<string, (readonly [string, string])[]>();
	for (const entry of words) {
		const first = entry[0][0];
		if (first === undefined) continue;
		const others = byFirst.get(first);
		if (others) others.push(entry);
		else byFirst.set(first, [entry]);
	}
	for (const entries of byFirst.values()) entries.sort(([a], [b]) => b.length - a.length);
	return (text) => {
		let done = '';
		let kept = 0;
		for (let at = 0; at < text.length; ) {
			const mayBegin = !boundary || at === 0 || text[at - 1] === ' ';
			const found = mayBegin
				? byFirst.get(text[at] ?? '')?.find(([word]) => text.startsWith(word, at))
				: undefined;
			if (!found) {
				at += 1;
				continue;
			}
			done += text.slice(kept, at) + found[1];
			at += found[0].length;
			kept = at;
		}
		return kept === 0 ? text : done + text.slice(kept);
	};
}
