import type { Notice } from '../../../law/index.ts';
import { COLOURS, chineseDate, drawSpecimenSeal, drawTable, Page } from '../../../platform/pdf/index.ts';
import type { LetterPart, NoticeTemplate } from './notice.schema.ts';
import { loadNoticeTemplates, type NoticeTemplates } from './notice-templates.ts';
import { fill, isRequired, type NoticeInput, type NoticeText, noticeText } from './notice-text.ts';

let known: NoticeTemplates | undefined;
/** The templates of `data/notices`, read when the first letter is written. */
function templates(): NoticeTemplates {
	known ??= loadNoticeTemplates();
	return known;
}

/** Names of the values without which the letter cannot be written. Dates are given as `YYYY-MM-DD`. */
export function requiredValues(notice: Notice): string[] {
	return templates()
		.get(notice)
		.placeholders.filter(isRequired)
		.map(({ name }) => name);
}

/** Names of the values that the letter also shows when they are given. */
export function optionalValues(notice: Notice): string[] {
	const { placeholders } = templates().get(notice);
	return placeholders.filter((each) => !isRequired(each)).map(({ name }) => name);
}

/** Names of the tables that must have rows, with the titles of their columns. */
export function requiredTables(notice: Notice): { name: string; columns: string[] }[] {
	return (templates().get(notice).tables ?? []).map(({ name, columns }) => ({
		name,
		columns: columns.map(({ title }) => title),
	}));
}

/** Title of the document in Chinese and English, for lists. A title with a value in it shows the value's default. */
export function noticeTitle(notice: Notice): { 'zh-CN': string; en: string } {
	const { title, placeholders } = templates().get(notice);
	const defaults = Object.fromEntries(placeholders.map((each) => [each.name, each.default ?? '']));
	return { 'zh-CN': fill(title['zh-CN'], defaults), en: title.en };
}

/** `documentNumber('ACCEPTANCE', '2026', '000012')` is 济阳审批受字〔2026〕第000012号. */
export function documentNumber(notice: Notice, year: string, serial: string): string {
	const { letter, get } = templates();
	return fill(letter.documentNumber, {
		word: get(notice).word,
		year,
		serial,
	});
}

/**
 * Writes a legal document as PDF (A4, embedded Noto Sans SC). The same input always gives the same bytes.
 * A letter that would just run over its page is set a little closer.
 *
 * @throws NoticeValueError naming every value that is missing or wrong.
 */
export async function renderNotice(input: NoticeInput): Promise<Buffer> {
	const roomy = writeLetter(input, ROOMY);
	const page = roomy.pages === 1 ? roomy : writeLetter(input, CLOSE);
	const { letter } = templates();
	return page.finish((number, pages) => drawFoot(page, letter, input, number, pages));
}

function writeLetter(input: NoticeInput, body: BodyStyle): Page {
	const { letter, get } = templates();
	const words = noticeText(templates(), input);
	const page = new Page({
		title: `${words.title} ${input.number}`,
		author: input.bureau.name,
		subject: `${input.itemName} ${input.caseNumber}`,
		date: input.issuedOn,
	});
	drawHead(page, input, words, body);
	drawBody(page, words, body);
	drawClosing(page, input, letter, get(input.notice));
	drawAid(page, letter, words);
	return page;
}

interface BodyStyle {
	size: number;
	leading: number;
	align: 'justify';
}
const ROOMY: BodyStyle = { size: 13, leading: 1.8, align: 'justify' };
const CLOSE: BodyStyle = { size: 12, leading: 1.6, align: 'justify' };

/** Bureau, red rule, title and document number. */
function drawHead(
	page: Page,
	{ bureau, number }: NoticeInput,
	{ title, addressee }: NoticeText,
	body: BodyStyle,
): void {
	const size = Math.min(27, (page.width - 20) / [...bureau.name].length / 1.12);
	page.space(-14);
	page.text(bureau.name, { font: 'bold', size, colour: COLOURS.red, align: 'center', leading: 1.6 });
	page.space(4);
	page.rule(2.2, COLOURS.red);
	page.space(1.8);
	page.rule(0.6, COLOURS.red);
	page.space(16);
	page.text(title, { font: 'bold', size: 20, align: 'center', leading: 1.5 });
	page.text(number, { size: 11.5, align: 'center', leading: 1.9 });
	page.space(10);
	if (addressee !== '') page.text(addressee, body);
}

function drawBody(page: Page, { blocks }: NoticeText, body: BodyStyle): void {
	for (const [index, block] of blocks.entries()) {
		if (block.kind === 'text') {
			// A signature never stands on a page without some of the text that it is for.
			const style = { ...body, indent: 2 };
			if (index === blocks.length - 1) page.ensure(page.height(block.text, style) + CLOSING);
			page.text(block.text, style);
			continue;
		}
		page.space(6);
		drawTable(page, block.columns, block.rows);
		page.space(10);
	}
}

const QR = 62;
const CLOSING = 140;

/** On the left where to ask, on the right who signs and when. Never torn apart. */
function drawClosing(page: Page, input: NoticeInput, letter: LetterPart, template: NoticeTemplate): void {
	const receiptHeight = template.receipt ? 40 : 0;
	page.ensure(CLOSING + receiptHeight);
	page.space(14);
	const top = page.y;
	const right = page.left + page.width * 0.5;
	const width = page.width * 0.5;
	if (template.signer === 'BUREAU') {
		const centre = right + width / 2;
		page.space(30);
		page.text(input.bureau.name, { size: 13, align: 'center', x: right, width });
		page.text(chineseDate(input.issuedOn), { size: 13, align: 'center', x: right, width });
		drawSpecimenSeal(page, centre, top + 56, {
			centre: letter.labels.sealCentre,
			ring: letter.labels.sealRing,
		});
	} else {
		page.space(30);
		page.text(`${letter.labels.signature}：${input.applicant}`, { size: 12, x: right, width });
		page.text(`${letter.labels.signatureDate}：${chineseDate(input.issuedOn)}`, {
			size: 12,
			x: right,
			width,
		});
	}
	drawQuery(page, input, letter, top + 8);
	page.y = top + CLOSING - 20;
	if (template.receipt) drawReceipt(page, letter);
}

function drawQuery(page: Page, input: NoticeInput, { labels }: LetterPart, top: number): void {
	page.qr(input.queryUrl, page.left, top, QR);
	page.y = top + QR + 5;
	page.text(labels.query, { size: 8.5, colour: COLOURS.grey, leading: 1.4 });
	const contact = fill(labels.contact, { address: input.bureau.address, hotline: input.bureau.hotline });
	page.text(contact, { size: 8.5, colour: COLOURS.grey, leading: 1.4, width: page.width * 0.47 });
}

/** One line on which the recipient signs for the letter. */
function drawReceipt(page: Page, { labels }: LetterPart): void {
	page.space(8);
	drawTable(
		page,
		[
			{ title: '', share: 14, align: 'center' },
			{ title: '', share: 52 },
			{ title: '', share: 34 },
		],
		[[labels.receiptTitle, `${labels.receiptName}：`, `${labels.receiptDate}：`]],
	);
}

/** The English reading aid, set apart. */
function drawAid(page: Page, { labels }: LetterPart, { aid }: NoticeText): void {
	const style = { size: 8.8, leading: 1.5, colour: COLOURS.grey, x: page.left + 10, width: page.width - 20 };
	const height =
		aid.reduce((sum, text) => sum + page.height(text, style), 0) + style.size * style.leading + 14;
	page.space(10);
	page.ensure(height);
	page.doc.rect(page.left, page.y, page.width, height).fill(COLOURS.tint);
	page.doc.rect(page.left, page.y, 2, height).fill(COLOURS.rule);
	page.space(7);
	page.text(labels.aid, { ...style, font: 'bold' });
	for (const text of aid) page.text(text, style);
	page.space(7);
}

function drawFoot(
	page: Page,
	{ labels }: LetterPart,
	input: NoticeInput,
	number: number,
	pages: number,
): void {
	page.y = page.bottom + 18;
	page.rule(0.5, COLOURS.rule);
	const style = { size: 8.5, colour: COLOURS.grey, leading: 1.9, fixed: true } as const;
	const top = page.y;
	page.text(fill(labels.footer, { number: input.number, caseNumber: input.caseNumber }), style);
	page.y = top;
	page.text(fill(labels.page, { page: String(number), pages: String(pages) }), { ...style, align: 'right' });
}
