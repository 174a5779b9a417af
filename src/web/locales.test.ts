import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

type Texts = { [key: string]: string | Texts };

const root = resolve(import.meta.dirname, '../..');
const read = (file: string): Texts => JSON.parse(readFileSync(resolve(root, file), 'utf8'));

function flatten(texts: Texts, prefix = ''): [string, string][] {
	return Object.entries(texts).flatMap(([key, value]) =>
		typeof value === 'string'
			? [[prefix + key, value] as [string, string]]
			: flatten(value, `${prefix}${key}.`),
	);
}

/** A value that has words of its own comes once in each language, as `zh` and `en`: the two count as one. */
const placeholders = (text: string): string[] =>
	[
		...new Set(
			[...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name.replace(/^(zh|en)$/, 'zh|en')),
		),
	].sort();

/** English tells one from many; a form for one may leave the number out, and Chinese has no such form. */
const isForOne = (key: string): boolean => key.endsWith('_one');

const sources = globSync('src/**/locales/zh-CN.json', { cwd: root });

test('there are texts to compare', () => {
	expect(sources.length).toBeGreaterThan(3);
});

describe.each(sources)('%s', (file) => {
	const chinese = new Map(flatten(read(file)));
	const english = new Map(flatten(read(file.replace('zh-CN.json', 'en.json'))));
	const withoutOne = (texts: Map<string, string>) => [...texts.keys()].filter((key) => !isForOne(key)).sort();

	test('has the same keys in English', () => {
		expect(withoutOne(english)).toEqual(withoutOne(chinese));
	});

	test('puts the same values into both languages', () => {
		for (const [key, text] of chinese) {
			if (isForOne(key) || !english.has(key)) continue;
			expect([key, placeholders(english.get(key) ?? '')]).toEqual([key, placeholders(text)]);
		}
	});

	test('leaves no text empty and no Chinese in English', () => {
		for (const [key, text] of [...chinese, ...english]) expect([key, text.trim()]).not.toEqual([key, '']);
		for (const [key, text] of english)
			expect([key, /\p{Script=Han}/u.test(text) && text]).toEqual([key, false]);
	});
});

/** Keys that the screens name in full; those put together at run time are seen in the stories. */
function namedKeys(): [string, string][] {
	const files = globSync(['src/web/**/*.tsx', 'src/modules/*/web/**/*.tsx'], { cwd: root });
	return files.flatMap((file) => {
		const code = readFileSync(resolve(root, file), 'utf8');
		if (!code.includes("useTranslation('web')")) return [];
		return [...code.matchAll(/\bt\('([a-zA-Z][\w.]*)'/g)].map(([, key = '']): [string, string] => [
			file,
			key,
		]);
	});
}

test('every key that a screen of the frame or portal names has its text', () => {
	const texts = new Map(flatten(read('src/web/locales/en.json')));
	const missing = namedKeys().filter(([, key]) => !texts.has(key) && !texts.has(`${key}_other`));
	expect(missing).toEqual([]);
});
