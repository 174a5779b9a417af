import type { ItemFile } from '../catalog.schema.ts';
import { type Cell, listToCell, toCell } from './cells.ts';
import { type Column, FREE_SHEET, SHEETS, type Sheet } from './layout.ts';
import { leavesOf, toPointer } from './pointers.ts';

/** A table with its heading in the first row. */
export interface Table {
	name: string;
	rows: Cell[][];
}

/** Headings of the sheet of what has no fixed shape. */
export const FREE_HEADINGS = ['@item', '@version', '@pointer', 'value'];

type Row = Record<string, unknown>;

/** Items as tables, one for each kind of thing in them. `fromTables` gives the same items back. */
export function toTables(items: readonly ItemFile[]): Table[] {
	return [...SHEETS.map((sheet) => listTable(sheet, items)), freeTable(items)];
}

/** Headings of a sheet: whose row it is, then its columns, then lists that may be empty. */
export function headingsOf(sheet: Sheet): string[] {
	return [...keysOf(sheet), ...sheet.columns.map(({ way }) => way.join('.')), ...listsBelow(sheet)];
}

/** The columns that say to which item, and to which row of the outer list, a row belongs. */
export function keysOf({ lists }: Sheet): string[] {
	return lists.length === 0
		? []
		: ['@item', '@version', ...lists.slice(0, -1).map((way) => `@${way.join('.')}`)];
}

/** Lists directly inside this one: `[]` in their column says that there is one and it is empty. */
export function listsBelow({ lists }: Sheet): string[] {
	return SHEETS.filter(
		(other) => other.lists.length === lists.length + 1 && isPrefix(lists, other.lists),
	).map((other) => other.lists.at(-1)?.join('.') ?? '');
}

function isPrefix(shorter: string[][], longer: string[][]): boolean {
	return shorter.every((way, index) => way.join('.') === longer[index]?.join('.'));
}

function listTable(sheet: Sheet, items: readonly ItemFile[]): Table {
	const rows = items.flatMap((item) => {
		const keys = sheet.lists.length === 0 ? [] : [item.code, item.version];
		return rowsOf(item, sheet.lists, keys).map(({ keys: own, row }) => [
			...own,
			...sheet.columns.map((column) => cellOf(row, column)),
			...listsBelow(sheet).map((way) => emptyList(at(row, way.split('.')))),
		]);
	});
	return { name: sheet.name, rows: [headingsOf(sheet), ...rows] };
}

/** Each entry of the innermost list with the keys of the entries that hold it. */
function rowsOf(row: Row, [way, ...inner]: string[][], keys: Cell[]): { keys: Cell[]; row: Row }[] {
	if (!way) return [{ keys, row }];
	const entries = (at(row, way) ?? []) as Row[];
	return entries.flatMap((entry, index) =>
		rowsOf(entry, inner, inner.length > 0 ? [...keys, keyOf(entry, index)] : keys),
	);
}

/** How rows of an inner list name the entry that holds them: by its code, or by its place counted from 1. */
function keyOf(entry: Row, index: number): Cell {
	return typeof entry.code === 'string' ? toCell(entry.code) : index + 1;
}

function cellOf(row: Row, { way, kind }: Column): Cell {
	const value = at(row, way);
	if (value === null) return null;
	return kind === 'LIST' ? listToCell(value as unknown[] | undefined) : toCell(value);
}

function emptyList(value: unknown): Cell {
	return Array.isArray(value) && value.length === 0 ? '[]' : null;
}

function at(row: unknown, way: readonly string[]): unknown {
	return way.reduce<unknown>((node, step) => (node as Row | undefined)?.[step], row);
}

/** What has no fixed shape, as a row for each of its values. */
function freeTable(items: readonly ItemFile[]): Table {
	const rows = items.flatMap((item) =>
		leavesOf(item[FREE_SHEET]).map(({ way, value }): Cell[] => [
			item.code,
			item.version,
			toCell(toPointer(way)),
			toCell(value),
		]),
	);
	return { name: FREE_SHEET, rows: [FREE_HEADINGS, ...rows] };
}
