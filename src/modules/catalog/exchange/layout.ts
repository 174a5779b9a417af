import type { TSchema } from 'typebox';
import { ItemFile } from '../catalog.schema.ts';

/** A column of a sheet: one value of an item, by its way from the row's object. */
export interface Column {
	way: string[];
	kind: 'TEXT' | 'NUMBER' | 'YES_NO' | 'LIST';
	/** A day, which spreadsheet programs like to turn into something else. */
	isDay: boolean;
	/** An empty cell means null, not “nothing said”. */
	nullable: boolean;
	/** The words that it takes; none where it takes any. */
	choices: string[];
}

/** A sheet: the items themselves, or one kind of list inside them. */
export interface Sheet {
	/** `items`, or the way to the list: `materials`, `questions.options`. */
	name: string;
	/** Lists that hold this one, outermost first; each step ends at a list. */
	lists: string[][];
	columns: Column[];
}

/** An object without a fixed shape is written whole, a row for each of its values. */
export const FREE_SHEET = 'form';

/** The sheets of a workbook of items, read off the schema: a field that it gains is a column here. */
export const SHEETS: Sheet[] = [];

interface Shape {
	type?: string | string[];
	enum?: unknown[];
	items?: Shape;
	properties?: Record<string, Shape>;
	required?: string[];
	format?: string;
}

function describe(shape: Shape, sheet: Sheet, way: string[]): void {
	for (const [name, field] of Object.entries(shape.properties ?? {})) {
		const here = [...way, name];
		if (sheet.lists.length === 0 && here.join('.') === FREE_SHEET) continue;
		if (field.properties) describe(field, sheet, here);
		else if (field.items?.properties) addSheet(field.items, [...sheet.lists, here]);
		else sheet.columns.push(columnOf(field, here));
	}
}

function addSheet(shape: Shape, lists: string[][]): void {
	const sheet: Sheet = { name: lists.flat().join('.') || 'items', lists, columns: [] };
	SHEETS.push(sheet);
	describe(shape, sheet, []);
}

function columnOf(field: Shape, way: string[]): Column {
	const types = [field.type ?? []].flat();
	const kind = field.items
		? 'LIST'
		: types.includes('boolean')
			? 'YES_NO'
			: types.includes('integer') || types.includes('number')
				? 'NUMBER'
				: 'TEXT';
	const choices = (field.enum ?? field.items?.enum ?? []).map(String);
	return { way, kind, isDay: field.format === 'date', nullable: types.includes('null'), choices };
}

addSheet(ItemFile as TSchema as Shape, []);
