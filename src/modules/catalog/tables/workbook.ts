import readWorkbook, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/node';
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

/** Tables of an XLSX workbook; undefined where it cannot be read as one. */
export async function readTables(workbook: Buffer): Promise<Table[] | undefined> {
	try {
		const sheets = await readWorkbook(workbook, { trim: false });
		return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as Cell[][] }));
	} catch (error) {
		if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError) return undefined;
		throw error;
	}
}
