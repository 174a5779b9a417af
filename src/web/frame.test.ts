import { expect, test } from 'vitest';
import { formatDate, formatInstant, formatSize } from './format.ts';
import { returnAddress } from './frame/require-session.ts';
import { initialLanguage, matchLanguage } from './i18n.ts';

test.each([
	['/my?step=2', '/my?step=2'],
	['//evil.example', '/'],
	['/\\evil.example', '/'],
	['https://evil.example', '/'],
	['javascript:alert(1)', '/'],
	[undefined, '/'],
	[7, '/'],
])('after signing in, %s leads to %s', (next, place) => {
	expect(returnAddress(next)).toBe(place);
});

test.each([
	['zh-Hant-HK', 'zh-TW'],
	['zh-TW', 'zh-TW'],
	['zh', 'zh-CN'],
	['en-GB', 'en'],
	['de', undefined],
])('a browser in %s reads %s', (tag, language) => {
	expect(matchLanguage(tag)).toBe(language);
});

test('the cookie wins over the browser, the browser over the source language', () => {
	expect(initialLanguage('a=b; lang=en', ['zh-CN'])).toBe('en');
	expect(initialLanguage('lang=xx', ['de', 'zh-TW'])).toBe('zh-TW');
	expect(initialLanguage('', ['de'])).toBe('zh-CN');
});

test('dates do not depend on where the browser stands, instants are told in Shanghai', () => {
	expect(formatDate('zh-CN', '2026-09-18')).toBe('2026年9月18日');
	expect(formatDate('en', '2026-09-18')).toBe('Sep 18, 2026');
	expect(formatDate('en', 'soon')).toBe('soon');
	expect(formatInstant('zh-CN', '2026-09-18T17:05:00Z')).toContain('2026年9月19日');
	expect(formatInstant('zh-CN', '2026-09-18T17:05:00Z')).toContain('01:05');
});

test('sizes are told in the unit that keeps them short', () => {
	expect(formatSize('en', 300)).toBe('1 KB');
	expect(formatSize('en', 2048)).toBe('2 KB');
	expect(formatSize('en', 3 * 1024 * 1024 + 300_000)).toBe('3.3 MB');
});
