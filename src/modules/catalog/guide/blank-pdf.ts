import type { Language, Locales } from '../../../platform/locales.ts';
import { COLOURS, drawTable, Page } from '../../../platform/pdf/index.ts';
import type { Item } from '../catalog.schema.ts';
import { type JsonSchema, localiseForm, textIn } from '../form/form.ts';
import { sampleForm } from '../form/sample-form.ts';
import type { Blank } from '../sources/parts.schema.ts';

/** How a blank is made: empty, or filled in as a sample, which says so across its head. */
export interface BlankOptions {
	locales: Locales;
	language: Language;
	bureau: string;
	/** Where the item is applied for; the code on the first page leads there. */
	address: string;
	filled: boolean;
}

/** The application form of an item on paper, with its fields in the order of the screen (Art. 29, Art. 58 ¶2). */
export async function applicationPdf(item: Item, options: BlankOptions): Promise<Buffer> {
	const { locales, language, filled } = options;
	const name = textIn(item.name, language);
	const title = locales.t(language, 'catalog.blank.application', { item: name });
	const page = openPage(title, item, options);
	const { schema, uiSchema } = localiseForm(item.form, language);
	drawGroup(page, { schema, order: uiSchema, values: filled ? sampleForm(item) : undefined, options });
	drawSignature(page, locales.t(language, 'catalog.blank.signature'), options);
	return close(page, options);
}

/** A blank for one of the item's papers. */
export async function paperPdf(blank: Blank, item: Item, options: BlankOptions): Promise<Buffer> {
	const { language, filled } = options;
	const say = (text: Parameters<typeof textIn>[0]) =>
		textIn(text, language).replace('{{item}}', textIn(item.name, language));
	const page = openPage(say(blank.title), item, options);
	for (const paragraph of blank.paragraphs) {
		page.text(say(paragraph), {
			size: 12.5,
			leading: 1.8,
			indent: language === 'en' ? 0 : 2,
			align: 'justify',
		});
		page.space(4);
	}
	page.space(6);
	drawTable(
		page,
		LABELLED,
		blank.lines.map(({ label, sample }) => [say(label), filled ? say(sample) : ' ']),
	);
	drawSignature(page, say(blank.signature), options);
	return close(page, options);
}

const LABELLED = [
	{ title: '', share: 32 },
	{ title: '', share: 68 },
];
const QR = 54;

function openPage(
	title: string,
	item: Item,
	{ locales, language, bureau, address, filled }: BlankOptions,
): Page {
	const page = new Page({
		title,
		author: bureau,
		subject: textIn(item.name, language),
		date: item.effectiveFrom,
	});
	const top = page.y - 18;
	page.qr(address, page.left + page.width - QR, top, QR);
	page.y = top;
	page.text(bureau, { size: 10.5, colour: COLOURS.grey, leading: 1.6 });
	if (filled)
		page.text(locales.t(language, 'catalog.blank.sample'), {
			font: 'bold',
			size: 12,
			colour: COLOURS.red,
			leading: 1.6,
		});
	page.y = Math.max(page.y, top + QR + 6);
	page.text(title, { font: 'bold', size: 18, align: 'center', leading: 1.6 });
	page.text(
		locales.t(language, 'catalog.blank.version', { version: item.version, from: item.effectiveFrom }),
		{
			size: 9.5,
			colour: COLOURS.grey,
			align: 'center',
			leading: 1.8,
		},
	);
	page.space(8);
	return page;
}

interface Group {
	schema: JsonSchema;
	order: JsonSchema;
	/** What stands in the fields; undefined for an empty form. */
	values: Record<string, unknown> | undefined;
	options: BlankOptions;
}

/** Fields of a group as tables, groups inside it under headings of their own, in the order of the screen. */
function drawGroup(page: Page, group: Group): void {
	let rows: string[][] = [];
	const drawRows = () => {
		if (rows.length > 0) drawTable(page, LABELLED, rows);
		rows = [];
	};
	for (const [name, field] of fieldsOf(group)) {
		if (field.type !== 'object') {
			rows.push(row(name, field, group));
			continue;
		}
		drawRows();
		page.space(8);
		// A heading does not stay behind alone at the end of a page.
		page.ensure(70);
		page.text(String(field.title ?? name), { font: 'bold', size: 12.5, leading: 1.9 });
		const values = group.values?.[name] as Record<string, unknown> | undefined;
		drawGroup(page, { ...group, schema: field, order: (group.order[name] ?? {}) as JsonSchema, values });
		page.space(8);
	}
	drawRows();
}

/** The fields of a group with those of every branch, in the order of the screen. A sample shows only its own branch. */
function fieldsOf({ schema, order, values }: Group): [string, JsonSchema][] {
	const branches = ((schema.allOf ?? []) as JsonSchema[]).map((branch) => (branch.then ?? {}) as JsonSchema);
	const all = Object.assign({}, ...[schema, ...branches].map((each) => each.properties ?? {})) as Record<
		string,
		JsonSchema
	>;
	const wanted = ((order['ui:order'] ?? []) as string[]).filter((name) => name in all);
	const names = [...new Set([...wanted, ...Object.keys(all)])];
	return names
		.filter((name) => values === undefined || name in values)
		.map((name): [string, JsonSchema] => [name, all[name] ?? {}]);
}

function row(name: string, field: JsonSchema, { values, options }: Group): string[] {
	const label = String(field.title ?? name);
	const choices = choicesOf(field);
	const value = values?.[name];
	if (field.type === 'boolean') {
		const say = (answer: boolean) =>
			options.locales.t(options.language, `catalog.blank.${answer ? 'yes' : 'no'}`);
		return [label, [true, false].map((each) => box(value === each, say(each))).join('　')];
	}
	if (choices.length > 0) {
		const chosen = [value].flat();
		return [label, choices.map(({ const: each, title }) => box(chosen.includes(each), title)).join('　')];
	}
	return [label, value === undefined ? ' ' : [value].flat().map(String).join('、')];
}

function choicesOf(field: JsonSchema): { const: unknown; title: string }[] {
	const items = (field.items ?? {}) as JsonSchema;
	return (field.oneOf ?? items.oneOf ?? []) as { const: unknown; title: string }[];
}

const box = (ticked: boolean, label: string) => `${ticked ? '■' : '□'} ${label}`;

function drawSignature(page: Page, label: string, { locales, language }: BlankOptions): void {
	page.space(12);
	page.ensure(52);
	const style = {
		size: 12,
		leading: 2.2,
		x: page.left + page.width * 0.42,
		width: page.width * 0.58,
	} as const;
	page.text(`${label}${locales.t(language, 'catalog.blank.colon')}`, style);
	page.text(locales.t(language, 'catalog.blank.date'), style);
}

function close(page: Page, { locales, language }: BlankOptions): Promise<Buffer> {
	return page.finish((number, pages) => {
		page.y = page.bottom + 18;
		page.rule(0.5, COLOURS.rule);
		const style = { size: 8.5, colour: COLOURS.grey, leading: 1.9, fixed: true } as const;
		const top = page.y;
		page.text(locales.t(language, 'catalog.blank.free'), style);
		page.y = top;
		page.text(`${number} / ${pages}`, { ...style, align: 'right' });
	});
}
