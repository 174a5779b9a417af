import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { chooseLanguage, loadLocales } from './locales.ts';

const source = mkdtempSync(join(tmpdir(), 'onevisit-locales-'));
afterAll(() => rmSync(source, { recursive: true }));
await mkdir(join(source, 'modules/hall/locales'), { recursive: true });
writeFileSync(
	join(source, 'modules/hall/locales/zh-CN.json'),
	JSON.stringify({ hello: '您好，{{name}}', only: '只有中文网络', deep: { er: '窗口' } }),
);
writeFileSync(
	join(source, 'modules/hall/locales/en.json'),
	JSON.stringify({ hello: 'Hello {{name}}', deep: { er: 'window' } }),
);
const locales = loadLocales(source);

describe('texts', () => {
	test.each([
		['zh-CN', 'hall.hello', '您好，<b>'],
		['en', 'hall.hello', 'Hello <b>'],
		['zh-TW', 'hall.hello', '您好，<b>'],
		['en', 'hall.only', '只有中文网络'],
		['zh-TW', 'hall.only', '只有中文網絡'],
		['en', 'hall.deep.er', 'window'],
		['en', 'hall.none', 'hall.none'],
		['en', 'hall.deep', 'hall.deep'],
		['en', 'hall.__proto__.x', 'hall.__proto__.x'],
	] as const)('%s %s', (language, key, text) => {
		expect(locales.t(language, key, { name: '<b>' })).toBe(text);
	});

	test('the first key that has a text', () => {
		expect(locales.find('en', ['hall.none', 'hall.deep.er'])).toBe('window');
		expect(locales.find('en', ['hall.none'])).toBeUndefined();
	});

	test('a broken file is named', async () => {
		const broken = mkdtempSync(join(tmpdir(), 'onevisit-broken-'));
		await mkdir(join(broken, 'x/locales'), { recursive: true });
		writeFileSync(join(broken, 'x/locales/zh-CN.json'), '{');
		expect(() => loadLocales(broken)).toThrow(/x\/locales\/zh-CN\.json is not JSON/);
		rmSync(broken, { recursive: true });
	});
});

describe('the language of a request', () => {
	test.each([
		[{}, 'zh-CN'],
		[{ query: 'en', cookie: 'lang=zh-TW', acceptLanguage: 'zh' }, 'en'],
		[{ query: 'xx', cookie: 'x=1; lang=zh-TW', acceptLanguage: 'en' }, 'zh-TW'],
		[{ acceptLanguage: 'de, en-US;q=0.7, zh-CN;q=0.9' }, 'zh-CN'],
		[{ acceptLanguage: 'zh-HK' }, 'zh-TW'],
		[{ acceptLanguage: 'zh-Hant-HK,zh-CN;q=0.9' }, 'zh-TW'],
		[{ acceptLanguage: 'en;q=0, zh-SG' }, 'zh-CN'],
		[{ acceptLanguage: '*;q=,,;' }, 'zh-CN'],
	])('%j → %s', (wishes, language) => {
		expect(chooseLanguage(wishes)).toBe(language);
	});
});
