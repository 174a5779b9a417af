import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { createInstance, type i18n } from 'i18next';
import { toTraditional } from './traditional.ts';

export const LANGUAGES = ['zh-CN', 'en', 'zh-TW'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language that everything is first written in, and the answer to whoever asks for none that we have. */
const DEFAULT_LANGUAGE: Language = 'zh-CN';

type Texts = { [key: string]: string | Texts };

/** Everything that is said to people. Keys begin with the namespace: `cases.problems.STALE_VERSION.title`. */
export interface Locales {
	/** The text of a key with its values put in; the key itself when there is none. */
	t(language: Language, key: string, params?: Record<string, string | number>): string;
	/** The text of the first of the keys that has one. */
	find(language: Language, keys: string[], params?: Record<string, string | number>): string | undefined;
	/** All texts of a language, by namespace. */
	texts(language: Language): Texts;
}

/**
 * Reads every `locales/{zh-CN,en}.json` below the source folder; the namespace is the name of the folder that
 * holds `locales`. Traditional Chinese is derived with OpenCC when it is first asked for, because that takes time.
 *
 * @throws SyntaxError with the file name when a locale file is not JSON.
 */
export function loadLocales(source = resolve(import.meta.dirname, '..')): Locales {
	const instance: i18n = createInstance();
	const chinese = readTexts(source, 'zh-CN');
	const english = readTexts(source, 'en');
	const loaded: { [L in Language]?: Texts } = { 'zh-CN': chinese, en: english };
	void instance.init({
		lng: DEFAULT_LANGUAGE,
		fallbackLng: { 'zh-TW': ['zh-CN'], default: ['zh-CN'] },
		initAsync: false,
		interpolation: { escapeValue: false },
		resources: {
			'zh-CN': { translation: chinese },
			en: { translation: english },
		},
	});

	function texts(language: Language): Texts {
		const known = loaded[language];
		if (known) return known;
		const derived = convertTexts(chinese, toTraditional);
		loaded[language] = derived;
		instance.addResourceBundle(language, 'translation', derived);
		return derived;
	}

	function find(language: Language, keys: string[], params: Record<string, string | number> = {}) {
		texts(language);
		const key = keys.find((candidate) => typeof lookUp(chinese, candidate) === 'string');
		return key === undefined ? undefined : instance.t(key, { ...params, lng: language });
	}

	return { texts, find, t: (language, key, params) => find(language, [key], params) ?? key };
}

/**
 * The language to answer in: `?lang=`, else the cookie `lang`, else the best of Accept-Language, else zh-CN.
 */
export function chooseLanguage(wishes: {
	query?: string | undefined;
	cookie?: string | undefined;
	acceptLanguage?: string | undefined;
}): Language {
	const cookie = /(?:^|;\s*)lang=([\w-]+)/.exec(wishes.cookie ?? '')?.[1];
	return (
		match(wishes.query) ??
		match(cookie) ??
		acceptable(wishes.acceptLanguage ?? '')
			.map(match)
			.find((language) => language !== undefined) ??
		DEFAULT_LANGUAGE
	);
}

/** `zh-Hant-HK` is nearer to zh-TW than to zh-CN; every other `zh` is zh-CN. */
function match(tag: string | undefined): Language | undefined {
	const lower = tag?.toLowerCase() ?? '';
	if (lower === 'en' || lower.startsWith('en-')) return 'en';
	if (/^zh-(tw|hk|mo|hant)/.test(lower)) return 'zh-TW';
	if (lower === 'zh' || lower.startsWith('zh-')) return 'zh-CN';
	return undefined;
}

function acceptable(header: string): string[] {
	return header
		.split(',')
		.map((part) => {
			const [tag = '', ...options] = part.trim().split(';');
			const quality = options.map((option) => /^\s*q=([\d.]+)/.exec(option)?.[1]).find(Boolean);
			return { tag, quality: quality === undefined ? 1 : Number(quality) };
		})
		.filter(({ quality }) => quality > 0)
		.sort((a, b) => b.quality - a.quality)
		.map(({ tag }) => tag);
}

function readTexts(source: string, language: string): Texts {
	const files = globSync(`**/locales/${language}.json`, { cwd: source }).sort();
	return Object.fromEntries(
		files.map((file) => [basename(dirname(dirname(file))), readJson(resolve(source, file))]),
	);
}

function readJson(file: string): Texts {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Texts;
	} catch (cause) {
		throw new SyntaxError(`${file} is not JSON`, { cause });
	}
}

function convertTexts(texts: Texts, convert: (text: string) => string): Texts {
	return Object.fromEntries(
		Object.entries(texts).map(([key, text]) => [
			key,
			typeof text === 'string' ? convert(text) : convertTexts(text, convert),
		]),
	);
}

function lookUp(texts: Texts, key: string): string | Texts | undefined {
	let found: string | Texts | undefined = texts;
	for (const part of key.split('.')) {
		if (typeof found !== 'object' || !Object.hasOwn(found, part)) return undefined;
		found = found[part];
	}
	return found;
}
