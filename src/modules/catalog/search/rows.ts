/** Numbers under words: which phrases have a term. Flat, because thousands of small lists cost more than they hold. */
export interface Rows {
	/** Number of the row of a word. */
	find(word: string): number | undefined;
	/** The values of a row, in the order in which they came. */
	values(row: number): Int32Array;
	readonly size: number;
}

export interface RowsBuilder {
	/** Adds a value to the row of a word; the same twice running counts once. Answers the row. */
	add(word: string, value: number): number;
	/** Whether the word has a row already. */
	has(word: string): boolean;
	finish(): Rows;
}

export function createRows(): RowsBuilder {
	const rows = new Map<string, number>();
	const last: number[] = [];
	const counts: number[] = [];
	const rowOf: number[] = [];
	const values: number[] = [];
	return {
		has: (word) => rows.has(word),
		add(word, value) {
			let row = rows.get(word);
			if (row === undefined) {
				row = rows.size;
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
			const starts = new Int32Array(rows.size + 1);
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
				size: rows.size,
			};
		},
	};
}
