import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { NOTICE_DUTIES, NOTICES } from '../../../law/index.ts';
import {
	documentNumber,
	loadNoticeTemplates,
	noticeTitle,
	optionalValues,
	renderNotice,
	requiredTables,
	requiredValues,
	sampleNotice,
} from './index.ts';
import { NOTICES_FOLDER } from './notice-templates.ts';
import { noticeText } from './notice-text.ts';

/** The text of a PDF written here, through the maps from glyphs to characters that it carries for copying. */
function textOf(pdf: Buffer): string {
	const raw = pdf.toString('latin1');
	const objects = new Map(
		[...raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [id, body ?? '']),
	);
	const stream = (body: string) => {
		const data = /stream\n([\s\S]*?)\nendstream/.exec(body)?.[1];
		return data === undefined || !body.includes('/FlateDecode')
			? ''
			: inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
	};
	const fonts = new Map<string, Map<string, string>>();
	for (const body of objects.values()) {
		for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
			const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
			if (name && map) fonts.set(name, glyphs(stream(objects.get(map) ?? '')));
		}
	}
	let text = '';
	for (const body of objects.values()) {
		let font: Map<string, string> | undefined;
		for (const [, name, hex] of stream(body).matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>(?= [-\d]|\])/g)) {
			if (name) font = fonts.get(name);
			else for (const code of hex?.match(/.{4}/g) ?? []) text += font?.get(code) ?? '';
		}
	}
	return text;
}

function glyphs(map: string): Map<string, string> {
	const found = new Map<string, string>();
	for (const [, first, , list] of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g)) {
		for (const [index, [, hex]] of [...(list ?? '').matchAll(/<([0-9a-f ]+)>/g)].entries()) {
			const code = (Number.parseInt(first ?? '0', 16) + index).toString(16).padStart(4, '0');
			found.set(
				code,
				Buffer.from(hex ?? '', 'hex')
					.swap16()
					.toString('utf16le'),
			);
		}
	}
	return found;
}

const squeeze = (text: string) => text.replace(/\s/g, '');

describe.each(NOTICES)('%s', (notice) => {
	const sample = sampleNotice(notice);

	it('is written with all that it says, in a font that can be copied from', async () => {
		const pdf = await renderNotice(sample);
		const text = squeeze(textOf(pdf));
		const words = noticeText(loadNoticeTemplates(), sample);
		for (const part of [sample.bureau.name, words.title, sample.number, words.addressee]) {
			expect(text).toContain(squeeze(part));
		}
		for (const block of words.blocks) {
			if (block.kind === 'text') expect(text).toContain(squeeze(block.text));
			else for (const cell of block.rows.flat()) expect(text).toContain(squeeze(cell));
		}
		const { signer } = loadNoticeTemplates().get(notice);
		expect(text.includes('样张')).toBe(signer === 'BUREAU');
		expect(pdf.toString('latin1')).toContain('/Lang (zh-CN)');
	});

	it('asks for what the law demands', () => {
		const asked = [
			...requiredValues(notice),
			...optionalValues(notice),
			...requiredTables(notice).map(({ name }) => name),
		];
		expect(asked).toEqual(expect.arrayContaining([...NOTICE_DUTIES[notice].contents]));
	});

	it('names every value that is missing, all at once', async () => {
		const missing = [...requiredValues(notice), ...requiredTables(notice).map(({ name }) => name)];
		if (missing.length === 0) return;
		const error = await renderNotice({ ...sample, values: {}, tables: {} }).catch((reason: Error) => reason);
		for (const name of missing) expect(String(error)).toContain(`“${name}”`);
	});
});

describe('documents', () => {
	it('have the same bytes for the same input, and others for another', async () => {
		const sample = sampleNotice('GRANT');
		const first = await renderNotice(sample);
		expect((await renderNotice(structuredClone(sample))).equals(first)).toBe(true);
		expect((await renderNotice({ ...sample, applicant: '别人' })).equals(first)).toBe(false);
	});

	it('refuse a date that is none and a value that nobody asked for', async () => {
		const sample = sampleNotice('GRANT');
		const wrong = { ...sample, values: { ...sample.values, validFrom: 'soon', colour: 'red' } };
		await expect(renderNotice(wrong)).rejects.toThrow(
			/“validFrom” is not a date.*“colour” is not in the template/,
		);
	});

	it('turn pages for a long list, repeat the heading, and number the pages', async () => {
		const sample = sampleNotice('SUPPLEMENT');
		const [row = []] = sample.tables?.faults ?? [];
		const pdf = await renderNotice({ ...sample, tables: { faults: Array.from({ length: 40 }, () => row) } });
		const text = squeeze(textOf(pdf));
		const pages = Number(/共(\d)页/.exec(text)?.[1]);
		expect(pages).toBeGreaterThan(2);
		expect(text).toContain(`第${pages}页共${pages}页`);
		expect(text.split('应当如何补正').length - 1).toBeGreaterThanOrEqual(pages - 1);
	});

	it('say in the refusal how and where to seek a remedy', () => {
		const { blocks } = noticeText(loadNoticeTemplates(), sampleNotice('REFUSAL'));
		const text = blocks.map((block) => (block.kind === 'text' ? block.text : '')).join('');
		expect(text).toContain('六十日内向济南市济阳区人民政府申请行政复议');
		expect(text).toContain('六个月内');
	});

	it('say of an empty table that there is nothing, and write dates in tables out', () => {
		const rows = (tables: Record<string, string[][]>, notice: 'RECEIPT' | 'TOLERANCE_PROMISE') =>
			JSON.stringify(noticeText(loadNoticeTemplates(), { ...sampleNotice(notice), tables }).blocks);
		expect(rows({ materials: [] }, 'RECEIPT')).toContain('["","无","无","无"]');
		expect(rows({ papers: [['甲', '乙', '2026-10-10']] }, 'TOLERANCE_PROMISE')).toContain('2026年10月10日');
	});

	it('show a part only when it applies', () => {
		const sample = sampleNotice('ACCEPTANCE');
		const text = (values: Record<string, string>) =>
			JSON.stringify(
				noticeText(loadNoticeTemplates(), { ...sample, values: { ...sample.values, ...values } }).blocks,
			);
		expect(text({})).toContain('第一款第五项');
		expect(text({ deemed: 'yes' })).toContain('第一款第四项');
		expect(text({ deemed: 'yes' })).not.toContain('第一款第五项');
	});

	it('have numbers and titles', () => {
		expect(documentNumber('ACCEPTANCE', '2026', '000012')).toBe('济阳审批受字〔2026〕第000012号');
		expect(noticeTitle('REVOCATION')['zh-CN']).toBe('撤销行政许可决定书');
	});
});

describe('faults of the templates', () => {
	it.each([
		[
			'a placeholder that is not declared',
			'{{reasons}}。',
			'{{reason}}。',
			/refusal\.yaml:\d+:\d+ body\[1\]: “reason” is not declared/,
		],
		[
			'a content that the law demands',
			'  - 依据：{{basis}}。\n',
			'',
			/the letter lacks “basis”, which ART38_2 demands/,
		],
		['a misspelt key', 'signer: BUREAU', 'singer: BUREAU', /“signer” is probably meant/],
		[
			'a document without template',
			'notice: REFUSAL',
			'notice: GRANT',
			/the document REFUSAL has no template/,
		],
	])('finds %s', (_, from, to, message) => {
		const folder = mkdtempSync(join(tmpdir(), 'notices-'));
		cpSync(NOTICES_FOLDER, folder, { recursive: true });
		const file = join(folder, 'refusal.yaml');
		writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
		expect(() => loadNoticeTemplates(folder)).toThrow(message);
	});
});
