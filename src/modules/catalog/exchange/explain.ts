import type { Locales } from '../../../platform/locales.ts';
import type { Cell } from './cells.ts';
import { type Column, SHEETS, type Sheet } from './layout.ts';
import { headingsOf, type Table } from './to-tables.ts';

/**
 * A sheet that says in words what the others hold: for people who know the business and not the names of fields. Its
 * name begins with `_`, so that nobody reads it back.
 */
export function explainTables({ t, find }: Locales): Table {
	const say = (key: string, fallback: string) =>
		find('zh-CN', [`keeper.fields.${key}`, `keeper.common.${key.split('.').slice(-2).join('.')}`]) ??
		fallback;
	const english = (key: string, fallback: string) => find('en', [`keeper.fields.${key}.label`]) ?? fallback;
	const heading = ['sheet', 'column', 'label', 'english', 'hint', 'values'].map((each) =>
		t('zh-CN', `catalog.workbook.${each}`),
	);
	const columnRow = (sheet: Sheet, column: Column): Cell[] => {
		const key = [...sheet.lists.flat(), ...column.way].join('.');
		const language = /\.(zh-CN|en|zh-TW)$/.exec(key)?.[1];
		const field = language ? key.slice(0, -language.length - 1) : key;
		const suffix = language ? `（${find('zh-CN', [`keeper.languages.${language}`]) ?? language}）` : '';
		return [
			sheet.name,
			column.way.join('.'),
			say(`${field}.label`, field) + suffix,
			english(field, field) + (language ? ` (${language})` : ''),
			say(`${field}.hint`, ''),
			valuesOf(column, field, find),
		];
	};
	const rows = SHEETS.flatMap((sheet) => [
		[sheet.name, '', say(`${sheet.name}.label`, sheet.name), english(sheet.name, sheet.name), '', ''],
		...sheet.columns.map((column) => columnRow(sheet, column)),
		...headingsOf(sheet)
			.filter((name) => name.startsWith('@'))
			.map((name) => [sheet.name, name, '', '', t('zh-CN', 'catalog.workbook.belongs'), '']),
	]);
	const note: Cell[] = ['', '', t('zh-CN', 'catalog.workbook.note'), '', '', ''];
	return { name: t('zh-CN', 'catalog.workbook.name'), rows: [heading, note, ...rows] };
}

/** The words that a column takes, each with what it means. */
function valuesOf({ choices, kind }: Column, key: string, find: Locales['find']): string {
	if (kind === 'YES_NO') return 'true / false';
	const last = key.slice(key.lastIndexOf('.') + 1);
	return choices
		.map((value) => {
			const words = find('zh-CN', [`keeper.options.${key}.${value}`, `keeper.options.${last}.${value}`]);
			return words === undefined || words.startsWith(value) ? (words ?? value) : `${value} ${words}`;
		})
		.join('\n');
}
