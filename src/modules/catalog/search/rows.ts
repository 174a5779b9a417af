import { SKIP } from './terms.ts';

/** Numbers under words: which phrases have a term. Flat, because thousands of small lists cost more than they hold. */
export interface Rows {
	/** Number of the row of a word. */
	find(word: string): number | undefined;
	/** The values of a row, in the order in which they came. */
	values(row: number): Int32Array;
	readonly size: number;
}

/** Numbers by words, as a map. */
interface Numbering {
	get(word: string): number | undefined;
	set(word: string, number: number): void;
}

const CHINESE = 0x2e80;

/**
 * Most words are two Chinese characters, with or without a mark between them. Those are found by the number that they
 * make, because to hash so many short strings would take longer than everything else.
 */
function createNumbering(): Numbering {
	const pairs = new Map<number, number>();
	const marked = new Map<number, number>();
	const others = new Map<string, number>();
	const isPair = (word: string) =>
		word.length < 4 &&
		word.length > 1 &&
		word.charCodeAt(0) >= CHINESE &&
		word.charCodeAt(word.length - 1) >= CHINESE &&
		(word.length === 2 || word[1] === SKIP);
	const codeOf = (word: string) => (word.charCodeAt(0) << 16) | word.charCodeAt(word.length - 1);
	const shelf = (word: string) => (word.length === 2 ? pairs : marked);
	return {
		get: (word) => (isPair(word) ? shelf(word).get(codeOf(word)) : others.get(word)),
		set: (word, number) => {
			if (isPair(word)) shelf(word).set(codeOf(word), number);
			else others.set(word, number);
		},
	};
}

export interface RowsBuilder {
	/** Adds a value to the row of a word; the same twice running counts once. Answers the row. */
	add(word: string, value: number): number;
	/** Whether the word has a row already. */
	has(word: string): boolean;
	finish(): Rows;
}

export function createRows(): RowsBuilder {
	const rows = createNumbering();
	const last: number[] = [];
	const counts: number[] = [];
	const rowOf: number[] = [];
	const values: number[] = [];
	return {
		has: (word) => rows.get(word) !== undefined,
		add(word, value) {
			let row = rows.get(word);
			if (row === undefined) {
				row = counts.length;
				rows.set(word, row);
				last.push(-1);
				counts.push(0);
			}
			if (last[row] === value) return row;
			last[row] = value;
			counts[row] = (counts[row] ?? 0) + 1;
			rowOf.push(row);
			values.push(value);
			return row;
		},
		finish() {
			const starts = new Int32Array(counts.length + 1);
			for (const [row, count] of counts.entries()) starts[row + 1] = (starts[row] ?? 0) + count;
			const next = starts.slice();
			const flat = new Int32Array(values.length);
			for (const [at, row] of rowOf.entries()) {
				const place = next[row] ?? 0;
				flat[place] = values[at] ?? 0;
				next[row] = place + 1;
			}
			return {
				find: (word) => rows.get(word),
				values: (row) => flat.subarray(starts[row], starts[row + 1]),
				size: counts.length,
			};
		},
	};
}
