import {
	type Definition,
	type Fault,
	formatPath,
	type Path,
	schemaFaults,
} from '../../../platform/definitions/index.ts';
import { ItemFile } from '../catalog.schema.ts';
import { type Cell, fromCell, listFromCell } from './cells.ts';
import { type Column, FREE_SHEET, SHEETS, type Sheet } from './layout.ts';
import { fromPointer, putAt, type Way } from './pointers.ts';
import { FREE_HEADINGS, headingsOf, keysOf, listsBelow, type Table } from './to-tables.ts';

/** Where a cell stands. Rows and columns count from 1; a column of 0 means the row as a whole. */
interface Place {
	sheet: string;
	row: number;
	column: number;
}

/** An item while it is put together, and where each of its values came from. */
interface Draft {
	value: Record<string, unknown>;
	places: Map<string, Place>;
	home: Place;
}

interface Reading {
	file: string;
	items: Map<string, Draft>;
	/** Entries of lists by item, list and key, for the rows of inner lists. */
	entries: Map<string, Way>;
	faults: Fault[];
}

/**
 * Items out of tables, with every fault of the tables at once: file and sheet, row as `line`, column. What can be read
 * is checked against the schema; rules beyond it are for the caller, who gets definitions that know their cells.
 */
export function fromTables(
	file: string,
	tables: readonly Table[],
): { definitions: Definition<ItemFile>[]; faults: Fault[] } {
	const reading: Reading = { file, items: new Map(), entries: new Map(), faults: [] };
	const known = [...SHEETS.map(({ name }) => name), FREE_SHEET];
	const byName = new Map(tables.map((table) => [table.name, table]));
	for (const { name } of tables) {
		if (!known.includes(name) && !name.startsWith('_'))
			say(reading, { sheet: name, row: 1, column: 1 }, 'SHEET_UNKNOWN', { name, known: known.join(', ') });
	}
	for (const sheet of SHEETS) {
		const table = byName.get(sheet.name);
		if (table) readSheet(reading, sheet, table);
		else say(reading, { sheet: sheet.name, row: 1, column: 1 }, 'SHEET_MISSING', { name: sheet.name });
	}
	const free = byName.get(FREE_SHEET);
	if (free) readFree(reading, free);
	else say(reading, { sheet: FREE_SHEET, row: 1, column: 1 }, 'SHEET_MISSING', { name: FREE_SHEET });
	return finish(reading);
}

function say(
	{ faults, file }: Reading,
	place: Place,
	code: string,
	params: Fault['params'],
	path: Path = [],
): void {
	faults.push({
		file: `${file}!${place.sheet}`,
		line: place.row,
		column: Math.max(place.column, 1),
		path: formatPath(path),
		code,
		params,
	});
}

/** The heading's columns by name; columns that nobody knows are faults, those left out are empty. */
function headings(reading: Reading, table: Table, known: readonly string[], required: readonly string[]) {
	const columns = new Map<string, number>();
	(table.rows[0] ?? []).forEach((cell, index) => {
		const name = String(cell ?? '').trim();
		const place = { sheet: table.name, row: 1, column: index + 1 };
		if (name === '') return;
		if (!known.includes(name)) say(reading, place, 'COLUMN_UNKNOWN', { name });
		else if (columns.has(name)) say(reading, place, 'COLUMN_TWICE', { name });
		else columns.set(name, index);
	});
	const missing = required.filter((name) => !columns.has(name));
	for (const name of missing)
		say(reading, { sheet: table.name, row: 1, column: 1 }, 'COLUMN_MISSING', { name });
	return missing.length === 0 ? columns : undefined;
}

const isEmpty = (row: readonly Cell[]) => row.every((cell) => cell === null || String(cell).trim() === '');

function readSheet(reading: Reading, sheet: Sheet, table: Table): void {
	const required = sheet.lists.length === 0 ? ['code', 'version'] : keysOf(sheet);
	const columns = headings(reading, table, headingsOf(sheet), required);
	if (!columns) return;
	table.rows.forEach((row, index) => {
		if (index === 0 || isEmpty(row)) return;
		const cell = (name: string): Cell => row[columns.get(name) ?? -1] ?? null;
		const place = (name: string): Place => ({
			sheet: table.name,
			row: index + 1,
			column: (columns.get(name) ?? -1) + 1,
		});
		const target =
			sheet.lists.length === 0 ? newItem(reading, cell, place) : newEntry(reading, sheet, cell, place);
		if (!target) return;
		for (const column of sheet.columns) {
			const name = column.way.join('.');
			setValue(reading, target, [...target.way, ...column.way], place(name), () =>
				valueIn(cell(name), column),
			);
		}
		for (const list of listsBelow(sheet)) {
			if (cell(list) !== null)
				setValue(reading, target, [...target.way, ...list.split('.')], place(list), () => []);
		}
	});
}

interface Target {
	draft: Draft;
	/** Way to the row's object inside the item. */
	way: Way;
}
type CellOf = (name: string) => Cell;
type PlaceOf = (name: string) => Place;

const keyOfItem = (code: Cell, version: Cell) => `${String(code).trim()}@${String(version).trim()}`;

function newItem(reading: Reading, cell: CellOf, place: PlaceOf): Target | undefined {
	const key = keyOfItem(cell('code'), cell('version'));
	if (reading.items.has(key)) {
		say(reading, place('code'), 'ROW_TWICE', { key });
		return undefined;
	}
	const draft: Draft = { value: {}, places: new Map(), home: place('code') };
	reading.items.set(key, draft);
	return { draft, way: [] };
}

/** A new entry of the list that the sheet holds, in the order of the rows. */
function newEntry(reading: Reading, sheet: Sheet, cell: CellOf, place: PlaceOf): Target | undefined {
	const key = keyOfItem(cell('@item'), cell('@version'));
	const draft = reading.items.get(key);
	if (!draft) {
		say(reading, place('@item'), 'ROW_WITHOUT_ITEM', { key });
		return undefined;
	}
	const outer = sheet.lists.slice(0, -1);
	const names = outer.map((way) => String(cell(`@${way.join('.')}`)).trim());
	const holder = outer.length === 0 ? [] : reading.entries.get([key, ...outer.flat(), ...names].join('\n'));
	if (!holder) {
		const name = keysOf(sheet).at(-1) ?? '';
		say(reading, place(name), 'ROW_WITHOUT_ENTRY', { key: names.join(' / '), list: outer.flat().join('.') });
		return undefined;
	}
	const list: Way = [...holder, ...(sheet.lists.at(-1) ?? [])];
	const existing = valueAt(draft.value, list);
	const way = [...list, Array.isArray(existing) ? existing.length : 0];
	putAt(draft.value, way, {});
	draft.places.set(JSON.stringify(way), { ...place('@item'), column: 0 });
	for (const name of [cell('code'), way.at(-1) === undefined ? null : Number(way.at(-1)) + 1]) {
		const id = [key, ...sheet.lists.flat(), ...names, String(name)].join('\n');
		if (!reading.entries.has(id)) reading.entries.set(id, way);
	}
	return { draft, way };
}

function valueAt(root: unknown, way: Way): unknown {
	return way.reduce<unknown>(
		(node, step) => (node as Record<string | number, unknown> | undefined)?.[step],
		root,
	);
}

function setValue(reading: Reading, { draft }: Target, way: Way, place: Place, read: () => unknown): void {
	draft.places.set(JSON.stringify(way), place);
	try {
		const value = read();
		if (value !== undefined && valueAt(draft.value, way) === undefined) putAt(draft.value, way, value);
	} catch {
		say(reading, place, 'CELL_UNREADABLE', {}, way);
	}
}

/** Spreadsheet programs change what people type: a code of digits becomes a number, a day a date. */
function valueIn(cell: Cell, { kind, isDay, nullable }: Column): unknown {
	if (cell === null) return nullable ? null : undefined;
	if (kind === 'LIST') return listFromCell(cell);
	if (isDay && (cell as unknown) instanceof Date) return (cell as unknown as Date).toISOString().slice(0, 10);
	const value = fromCell(cell);
	if (kind === 'TEXT' && typeof value === 'number') return String(value);
	if (kind === 'NUMBER' && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
	if (kind === 'YES_NO' && typeof value === 'string')
		return { true: true, false: false }[value.toLowerCase()] ?? value;
	return value;
}

function readFree(reading: Reading, table: Table): void {
	const columns = headings(reading, table, FREE_HEADINGS, FREE_HEADINGS);
	if (!columns) return;
	const [item = 0, version = 0, pointer = 0, value = 0] = FREE_HEADINGS.map((name) => columns.get(name));
	table.rows.forEach((row, index) => {
		if (index === 0 || isEmpty(row)) return;
		const place = (column: number): Place => ({ sheet: table.name, row: index + 1, column: column + 1 });
		const key = keyOfItem(row[item] ?? null, row[version] ?? null);
		const draft = reading.items.get(key);
		if (!draft) {
			say(reading, place(item), 'ROW_WITHOUT_ITEM', { key });
			return;
		}
		try {
			const way = fromPointer(String(fromCell(row[pointer] ?? '')));
			const cell = row[value] ?? '';
			const read = fromCell(cell);
			if (!way || !putAt(draft.value, [FREE_SHEET, ...way], read)) {
				say(reading, place(pointer), 'POINTER_WRONG', { pointer: String(row[pointer] ?? '') });
				return;
			}
			draft.places.set(JSON.stringify([FREE_SHEET, ...way]), place(value));
		} catch {
			say(reading, place(value), 'CELL_UNREADABLE', {});
		}
	});
}

function finish(reading: Reading): { definitions: Definition<ItemFile>[]; faults: Fault[] } {
	const definitions: Definition<ItemFile>[] = [];
	for (const draft of reading.items.values()) {
		addEmptyLists(draft.value);
		const faults = schemaFaults(ItemFile, draft.value);
		for (const { path, code, params } of faults) say(reading, placeOf(draft, path), code, params, path);
		if (faults.length === 0) definitions.push(definitionOf(reading.file, draft));
	}
	return { definitions, faults: reading.faults };
}

/** A list that must be there and has no rows is empty. */
function addEmptyLists(value: Record<string, unknown>): void {
	const required = new Set(ItemFile.required as string[]);
	for (const { lists } of SHEETS) {
		const [way = []] = lists;
		if (lists.length === 1 && required.has(way[0] ?? '') && valueAt(value, way) === undefined)
			putAt(value, way, []);
	}
}

/** The cell of a value; of the nearest thing around it when it has none of its own. */
function placeOf({ places, home }: Draft, path: Path): Place {
	for (let length = path.length; length > 0; length--) {
		const place = places.get(JSON.stringify(path.slice(0, length)));
		if (place) return place;
	}
	return home;
}

function definitionOf(file: string, draft: Draft): Definition<ItemFile> {
	const at = (path: Path) => {
		const { row, column } = placeOf(draft, path);
		return { line: row, column: Math.max(column, 1) };
	};
	return {
		value: draft.value as unknown as ItemFile,
		file,
		at,
		fault: (path, code, params = {}) => ({
			file: `${file}!${placeOf(draft, path).sheet}`,
			...at(path),
			path: formatPath(path),
			code,
			params,
		}),
	};
}
