import type { Notice } from '../../../law/index.ts';
import { plainChineseDate } from '../../../platform/pdf/index.ts';
import type { LetterPart, NoticeTemplate, Placeholder } from './notice.schema.ts';
import { asBlock, type NoticeTemplates } from './notice-templates.ts';

/** Everything that one legal document says besides its template. All dates are `YYYY-MM-DD`. */
export interface NoticeInput {
	notice: Notice;
	/** The document number, see `documentNumber`. */
	number: string;
	issuedOn: string;
	bureau: {
		name: string;
		address: string;
		hotline: string;
		/** The people's government that reviews the bureau's decisions. */
		government: string;
	};
	caseNumber: string;
	itemName: string;
	applicant: string;
	/** What the template asks for: `requiredValues` and, where they apply, `optionalValues`. */
	values: Record<string, string>;
	/**
	 * Rows of the template's tables (`requiredTables`), a text or date for each column; the number of the row is added.
	 * A table without rows says so.
	 */
	tables?: Record<string, string[][]>;
	/** Address that the QR code leads to. */
	queryUrl: string;
}

/** A letter in words, before it is laid out. */
export interface NoticeText {
	title: string;
	addressee: string;
	blocks: (
		| { kind: 'text'; text: string }
		| {
				kind: 'table';
				columns: { title: string; share: number; align?: 'left' | 'center' }[];
				rows: string[][];
		  }
	)[];
	aid: string[];
}

/** A value that a letter needs and did not get, or got in the wrong form: a programming error, all of it named. */
class NoticeValueError extends Error {}

/** Fills the template. @throws NoticeValueError naming every value that is missing, unknown or not a date. */
export function noticeText(templates: NoticeTemplates, input: NoticeInput): NoticeText {
	const template = templates.get(input.notice);
	const wrong = wrongValues(template, input);
	if (wrong.length > 0) throw new NoticeValueError(`${input.notice}: ${wrong.join('; ')}`);
	const chinese = valuesIn('zh-CN', templates.letter, template, input);
	const english = valuesIn('en', templates.letter, template, input);
	const has = (name: string) => (input.values[name] ?? '') !== '';
	const blocks = template.body.flatMap((each): NoticeText['blocks'] => {
		const block = asBlock(each);
		if (block.when !== undefined && !has(block.when)) return [];
		if (block.unless !== undefined && has(block.unless)) return [];
		if (block.table !== undefined) return [tableBlock(template, block.table, input, templates.letter)];
		if (block.fields !== undefined) return [fieldsBlock(template, block.fields, chinese)];
		return [{ kind: 'text', text: fill(block.text ?? '', chinese) }];
	});
	return {
		title: fill(template.title['zh-CN'], chinese),
		addressee: fill(template.addressee ?? templates.letter.labels.addressee, chinese),
		blocks,
		// The Chinese font gives curly quotes the width of a character, which tears English apart.
		aid: template.aid.map((text) => fill(text, english).replace(/[“”]/g, '"').replace(/[‘’]/g, "'")),
	};
}

/** Puts values into the `{{names}}` of a text; one that is not given leaves nothing. */
export function fill(text: string, values: Record<string, string>): string {
	return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

/** Values that must be given: those without default that are not optional. */
export function isRequired(placeholder: Placeholder): boolean {
	return !placeholder.optional && placeholder.default === undefined && placeholder.shared === undefined;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

function wrongValues(template: NoticeTemplate, { values, tables = {}, issuedOn }: NoticeInput): string[] {
	const known = new Map(template.placeholders.map((each) => [each.name, each]));
	const missing = template.placeholders.filter((each) => isRequired(each) && !values[each.name]);
	const empty = (template.tables ?? []).filter(({ name }) => !tables[name]);
	const ragged = (template.tables ?? []).filter(({ name, columns }) =>
		tables[name]?.some((row) => row.length !== columns.length),
	);
	const dates = template.placeholders.filter(
		({ name, kind }) => kind === 'date' && values[name] && !DATE.test(values[name]),
	);
	return [
		...missing.map(({ name }) => `the value “${name}” is missing`),
		...empty.map(({ name }) => `the table “${name}” is missing`),
		...ragged.map(
			({ name, columns }) =>
				`the table “${name}” has ${columns.length} columns: ${columns.map(({ title }) => title).join(', ')}`,
		),
		...dates.map(({ name }) => `“${name}” is not a date like 2026-09-18: ${values[name]}`),
		...Object.keys(values)
			.filter((name) => !known.has(name))
			.map((name) => `the value “${name}” is not in the template`),
		...(DATE.test(issuedOn) ? [] : [`“issuedOn” is not a date like 2026-09-18: ${issuedOn}`]),
	];
}

/** A date in running text; anything else as it is. */
function inChinese(text: string): string {
	return DATE.test(text) ? plainChineseDate(text) : text;
}

/** All values of the letter in words of a language: dates and numbers of days are written out. */
function valuesIn(
	language: 'zh-CN' | 'en',
	letter: LetterPart,
	template: NoticeTemplate,
	input: NoticeInput,
) {
	const date = (text: string) => (language === 'zh-CN' ? inChinese(text) : text);
	const values: Record<string, string> = {
		bureauName: input.bureau.name,
		government: input.bureau.government,
		hotline: input.bureau.hotline,
		address: input.bureau.address,
		caseNumber: input.caseNumber,
		itemName: input.itemName,
		applicant: input.applicant,
		number: input.number,
		issuedOn: date(input.issuedOn),
	};
	for (const { name, kind, default: own, shared } of template.placeholders) {
		const text = input.values[name] || own || (shared ? fill(letter[shared], values) : '');
		if (kind === 'workdays' && /^\d+$/.test(text))
			values[name] = fill(letter.labels.workdays[language], { n: text });
		else values[name] = kind === 'text' ? withoutStop(text) : date(text);
	}
	return values;
}

/** The sentence goes on after the value: a full stop at its end would stand twice. */
function withoutStop(text: string): string {
	return text.replace(/[。.；;]$/, '');
}

function tableBlock(
	template: NoticeTemplate,
	name: string,
	input: NoticeInput,
	{ labels }: LetterPart,
): NoticeText['blocks'][number] {
	const table = template.tables?.find((each) => each.name === name);
	if (!table) throw new Error(`no table ${name}`);
	const given = (input.tables?.[name] ?? []).map((row) => row.map((cell) => inChinese(cell)));
	const rows = given.length > 0 ? given : [table.columns.map(() => labels.emptyTable)];
	const columns = table.columns.map(({ title, share, align }) => ({
		title,
		share,
		...(align ? { align } : {}),
	}));
	if (!table.numbered) return { kind: 'table', columns, rows };
	return {
		kind: 'table',
		columns: [{ title: labels.rowNumber, share: 8, align: 'center' }, ...columns],
		rows: rows.map((row, index) => [given.length > 0 ? String(index + 1) : '', ...row]),
	};
}

function fieldsBlock(
	template: NoticeTemplate,
	name: string,
	values: Record<string, string>,
): NoticeText['blocks'][number] {
	const rows = template.fields?.find((each) => each.name === name)?.rows ?? [];
	return {
		kind: 'table',
		columns: [
			{ title: '', share: 22, align: 'center' },
			{ title: '', share: 78 },
		],
		rows: rows.map((row) => row.map((cell) => fill(cell, values))),
	};
}
