/** The candidate that a slip of the keys would explain best, if any is near enough. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
	// Two slips in a short word are mostly one: letters that changed places.
	const limit = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
	let best: { candidate: string; distance: number } | undefined;
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - word.length) > limit) continue;
		const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
		if (distance <= limit && (!best || distance < best.distance)) best = { candidate, distance };
	}
	return best?.candidate;
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}
