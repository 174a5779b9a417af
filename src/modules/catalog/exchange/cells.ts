/**
 * Values as cells of a table, and back, without loss. A text that could be taken for something else stands in quotes,
 * as in JSON; a list stands one entry to a line.
 */

export type Cell = string | number | boolean | null;

/** Characters that a workbook cannot hold or that readers strip at the ends, and texts that mean something else. */
function needsQuotes(text: string): boolean {
	const unsafe = /[^\P{Cc}\n]|\p{Noncharacter_Code_Point}|_x[0-9a-f]{4}_/iu.test(text);
	const lone = !text.isWellFormed();
	// The writer keeps texts as keys of a plain object, where names such as `constructor` are taken.
	const taken = text in {};
	return unsafe || lone || taken || text === '' || text !== text.trim() || /^(["[{]|null$)/.test(text);
}

/** JSON that a workbook can hold: what is rare is spelt out by its number. */
function quoted(value: unknown): string {
	return JSON.stringify(value).replace(
		/[\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/g,
		(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}

/** One value as a cell; an empty cell means that there is none. */
export function toCell(value: unknown): Cell {
	if (value === undefined) return null;
	if (typeof value === 'number' || typeof value === 'boolean') return value;
	if (typeof value === 'string') return needsQuotes(value) ? quoted(value) : value;
	return quoted(value);
}

/**
 * The value in a cell; undefined for an empty one.
 * @throws SyntaxError for quotes or brackets that do not end, or go too deep
 */
export function fromCell(cell: Cell): unknown {
	if (cell === null) return undefined;
	if (typeof cell !== 'string') return cell;
	return /^(["[{]|null$)/.test(cell) ? fromJson(cell) : cell;
}

/** Deeper than anything in an item; deeper nesting is an attack on whoever walks it. */
const DEEPEST = 40;

/** @throws SyntaxError for what is no JSON, or nested without end */
function fromJson(text: string): unknown {
	const value: unknown = JSON.parse(text);
	let level = [value];
	for (let depth = 0; level.length > 0; depth += 1) {
		if (depth > DEEPEST) throw new SyntaxError('too deep');
		level = level.flatMap((node) => (typeof node === 'object' && node !== null ? Object.values(node) : []));
	}
	return value;
}

/** A list of scalars as one cell: a line for each, or JSON where a line could not say it. */
export function listToCell(list: readonly unknown[] | undefined): Cell {
	if (list === undefined) return null;
	const plain = list.every((each) => typeof each === 'string' && !needsQuotes(each) && !/[\n\r]/.test(each));
	return list.length > 0 && plain ? list.join('\n') : quoted(list);
}

/** @throws SyntaxError for brackets that do not end */
export function listFromCell(cell: Cell): unknown {
	if (cell === null) return undefined;
	const text = String(cell);
	if (text.startsWith('[')) return fromJson(text);
	return text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '');
}
