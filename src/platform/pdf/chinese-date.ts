const DIGITS = '〇一二三四五六七八九';

/** `2026-09-18` as an official letter is dated: 二〇二六年九月十八日. */
export function chineseDate(date: string): string {
	const [year = '', month = '', day = ''] = date.split('-');
	return `${[...year].map((digit) => DIGITS[Number(digit)]).join('')}年${numeral(Number(month))}月${numeral(Number(day))}日`;
}

/** `2026-09-18` in running text: 2026年9月18日. */
export function plainChineseDate(date: string): string {
	const [year, month, day] = date.split('-').map(Number);
	return `${year}年${month}月${day}日`;
}

/** 1 to 31 in Chinese. */
function numeral(value: number): string {
	const tens = Math.floor(value / 10);
	const ones = value % 10;
	return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
}
