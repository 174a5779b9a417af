/** Position of the first entry that is not before `key`, in a sorted list. */
function firstFrom(sorted: readonly string[], key: string): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((sorted[middle] ?? '') < key) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Entries of a sorted list that begin with `key`, at most `limit`. */
export function beginningWith(sorted: readonly string[], key: string, limit: number): string[] {
	const found: string[] = [];
	for (let at = firstFrom(sorted, key); found.length < limit; at += 1) {
		const entry = sorted[at];
		if (!entry?.startsWith(key)) break;
		found.push(entry);
	}
	return found;
}

/** Slips that a word of this length is forgiven. */
const slipsAllowed = (length: number) => (length < 5 ? 0 : length < 8 ? 1 : 2);

/** Known words that were probably meant by a word that nobody knows, with the number of slips between. */
export function nearWords(word: string, known: readonly string[]): { word: string; slips: number }[] {
	const allowed = slipsAllowed(word.length);
	if (allowed === 0) return [];
	return known.flatMap((candidate) => {
		if (Math.abs(candidate.length - word.length) > allowed || candidate.length < 4) return [];
		const slips = slipsBetween(word, candidate, allowed);
		return slips <= allowed ? [{ word: candidate, slips }] : [];
	});
}

/** Edit distance with swapped neighbours as one slip; more than `most` is answered as soon as it is certain. */
function slipsBetween(a: string, b: string, most: number): number {
	let older: number[] = [];
	let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row += 1) {
		const current = [row];
		let least = row;
		for (let column = 1; column <= b.length; column += 1) {
			const same = a[row - 1] === b[column - 1];
			let slips = Math.min(
				(previous[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
				(previous[column - 1] ?? 0) + (same ? 0 : 1),
			);
			if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
				slips = Math.min(slips, (older[column - 2] ?? 0) + 1);
			}
			current.push(slips);
			least = Math.min(least, slips);
		}
		if (least > most) return most + 1;
		older = previous;
		previous = current;
	}
	return previous[b.length] ?? most + 1;
}
