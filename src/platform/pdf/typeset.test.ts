import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, chineseDate, plainChineseDate } from './index.ts';

/** Every character is one wide, Latin ones half. */
const measure = (text: string) =>
	[...text].reduce((sum, each) => sum + (each.charCodeAt(0) < 256 ? 0.5 : 1), 0);
const lines = (text: string, width: number, indent = 0) =>
	breakLines(text, width, measure, indent).map((line) => line.text);

describe('breakLines', () => {
	it('breaks Chinese between any two characters', () => {
		expect(lines('申请材料齐全符合法定形式', 5)).toEqual(['申请材料齐', '全符合法定', '形式']);
	});

	it('never begins a line with a closing mark', () => {
		expect(lines('申请材料齐全，符合法定形式。', 6)).toEqual(['申请材料齐', '全，符合法定', '形式。']);
	});

	it('never ends a line with an opening mark', () => {
		expect(lines('依照行政《许可法》办理', 5)).toEqual(['依照行政', '《许可法》', '办理']);
	});

	it('keeps words and codes whole, and cuts only what is wider than a line', () => {
		expect(lines('编号甲 GB31654规范', 4)).toEqual(['编号甲', 'GB31654', '规范']);
		expect(lines('ABCDEFGHIJKLMN', 3)).toEqual(['ABCDEF', 'GHIJKL', 'MN']);
	});

	it('indents the first line only, and marks the last', () => {
		const broken = breakLines('申请材料齐全符合法定形式', 6, measure, 2);
		expect(broken.map(({ indent }) => indent)).toEqual([2, 0, 0]);
		expect(broken.map(({ text }) => text)).toEqual(['申请材料', '齐全符合法定', '形式']);
		expect(broken.map(({ last }) => last)).toEqual([false, false, true]);
	});

	it('loses nothing and stays within the width', () => {
		const text = fc.array(fc.constantFrom(...'申请材料，。（）《》“”AB12 -'), { maxLength: 80 });
		fc.assert(
			fc.property(text, fc.integer({ min: 8, max: 30 }), (characters, width) => {
				const broken = lines(characters.join(''), width);
				expect(broken.join('').replaceAll(' ', '')).toBe(characters.join('').replaceAll(' ', ''));
			}),
		);
	});
});

it.each([
	['2026-09-18', '二〇二六年九月十八日', '2026年9月18日'],
	['2020-10-10', '二〇二〇年十月十日', '2020年10月10日'],
	['2031-12-20', '二〇三一年十二月二十日', '2031年12月20日'],
	['2001-01-31', '二〇〇一年一月三十一日', '2001年1月31日'],
])('%s is dated %s', (date, formal, plain) => {
	expect(chineseDate(date)).toBe(formal);
	expect(plainChineseDate(date)).toBe(plain);
});
