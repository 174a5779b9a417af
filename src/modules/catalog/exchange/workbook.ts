import { strFromU8, unzipSync, zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import writeWorkbook from 'write-excel-file/node';
import type { Cell } from './cells.ts';
import type { Table } from './to-tables.ts';

const HEADING = { fontWeight: 'bold', backgroundColor: '#e8eef6' } as const;

/** Tables as an XLSX workbook: a sheet for each, headings that stay in sight. */
export async function writeTables(tables: readonly Table[]): Promise<Buffer> {
	const { toBuffer } = writeWorkbook(
		tables.map(({ name, rows }) => ({
			sheet: name,
			stickyRowsCount: 1,
			columns: (rows[0] ?? []).map((_, column) => ({ width: widthOf(rows, column) })),
			data: rows.map((row, index) =>
				row.map((cell) => (cell === null ? null : { ...typed(cell), ...(index === 0 && HEADING) })),
			),
		})),
	);
	return toBuffer();
}

/** The type is said, so that digits which are a text stay one. */
function typed(value: Exclude<Cell, null>) {
	const type = typeof value === 'string' ? String : typeof value === 'number' ? Number : Boolean;
	return { value, type, alignVertical: 'top' as const };
}

/** Wide enough to read, never wider than a screen. */
function widthOf(rows: readonly Cell[][], column: number): number {
	const lengths = rows.slice(0, 50).map((row) => String(row[column] ?? '').length);
	return Math.min(40, Math.max(10, ...lengths) + 2);
}

/** Cells beyond which a sheet is an attack: the reader makes room for every cell between the first and the last. */
const MOST_CELLS = 5_000_000;

/** Tables of an XLSX workbook; undefined where it cannot be read as one. */
export async function readTables(workbook: Buffer): Promise<Table[] | undefined> {
	try {
		const files = unzipSync(workbook);
		const sheets = Object.entries(files).filter(([name]) => /^\/?xl\/worksheets\/[^/]*\.xml$/i.test(name));
		if (sheets.some(([, xml]) => cellsOf(strFromU8(xml)) > MOST_CELLS)) return undefined;
		// Packed again, so that the reader sees exactly what was looked at here.
		const read = await readWorkbook(Buffer.from(zipSync(files, { level: 0 })), { trim: false });
		return read.map(({ sheet, data }) => ({ name: sheet, rows: data as Cell[][] }));
	} catch {
		// Broken in whatever way: readers of foreign bytes stumble with errors of many kinds.
		return undefined;
	}
}

/** Cells that a sheet spans, by the addresses of its rows and cells; endless where an address is hidden. */
function cellsOf(xml: string): number {
	let rows = 0;
	let columns = 0;
	for (const [tag] of xml.matchAll(/<(?:[\w.-]+:)?row[\s/>]/g)) if (tag) rows += 1;
	for (const [, , address = ''] of xml.matchAll(/\sr\s*=\s*(["'])(.*?)\1/gs)) {
		if (address.includes('&')) return Number.POSITIVE_INFINITY;
		const [, letters = '', digits = ''] = /^\s*([a-z]*)(\d*)/i.exec(address) ?? [];
		columns = Math.max(columns, columnOf(letters));
		rows = Math.max(rows, Number(digits));
	}
	return rows * columns;
}

/** A is 1, Z is 26, AA is 27. */
function columnOf(letters: string): number {
	return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
