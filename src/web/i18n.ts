import i18next, { type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['zh-CN', 'en', 'zh-TW'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language names itself, so that whoever cannot read the current one still finds theirs. */
export const LANGUAGE_NAMES: Record<Language, string> = {
	'zh-CN': '简体中文',
	en: 'English',
	'zh-TW': '繁體中文',
};

const PARTS = ['portal', 'desk'] as const;
type Part = (typeof PARTS)[number];

/** One chunk per language and part; a visitor loads one, staff two. */
const loaders: Record<Language, Record<Part, () => Promise<{ default: Resource[string] }>>> = {
	'zh-CN': {
		portal: () => import('virtual:locale/zh-CN/portal'),
		desk: () => import('virtual:locale/zh-CN/desk'),
	},
	en: { portal: () => import('virtual:locale/en/portal'), desk: () => import('virtual:locale/en/desk') },
	'zh-TW': {
		portal: () => import('virtual:locale/zh-TW/portal'),
		desk: () => import('virtual:locale/zh-TW/desk'),
	},
};

/** The parts that this page needs; the desk's are added when it is first opened. */
const parts = new Set<Part>(['portal']);

const COOKIE = 'lang';
const YEAR_SECONDS = 31_536_000;

const isLanguage = (value: string | undefined): value is Language =>
	LANGUAGES.some((language) => language === value);

/** The language of a browser tag: Traditional script for Taiwan, Hong Kong and Macau, English for `en-*`, else the source. */
export function matchLanguage(tag: string): Language | undefined {
	if (/^zh-(TW|HK|MO|Hant)/i.test(tag)) return 'zh-TW';
	if (/^zh/i.test(tag)) return 'zh-CN';
	if (/^en/i.test(tag)) return 'en';
	return undefined;
}

/** Chosen before (cookie), else the browser's first known language, else zh-CN. The server decides alike. */
export function initialLanguage(cookie: string, preferred: readonly string[]): Language {
	const chosen = cookie.match(/(?:^|;\s*)lang=([^;]+)/)?.[1];
	if (isLanguage(chosen)) return chosen;
	return preferred.map(matchLanguage).find((language) => language !== undefined) ?? 'zh-CN';
}

async function load(language: Language): Promise<void> {
	for (const part of parts) {
		const { default: namespaces } = await loaders[language][part]();
		for (const [name, texts] of Object.entries(namespaces)) {
			i18next.addResourceBundle(language, name, texts, true, true);
		}
	}
}

/** Fetches what the desk says, in the language of the page, before it is shown. */
export async function loadDeskTexts(): Promise<void> {
	parts.add('desk');
	await load(i18next.language as Language);
}

/** Starts i18next with one language loaded. */
export async function startI18n(): Promise<void> {
	const language = initialLanguage(document.cookie, navigator.languages);
	await i18next.use(initReactI18next).init({
		lng: language,
		fallbackLng: false,
		resources: {},
		defaultNS: 'web',
		interpolation: { escapeValue: false },
		react: { useSuspense: false },
	});
	await setLanguage(language);
}

/** Switches the whole page; the cookie tells the server, which writes problems and documents in it too. */
export async function setLanguage(language: Language): Promise<void> {
	await load(language);
	await i18next.changeLanguage(language);
	document.documentElement.lang = language;
	// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in older phones
	document.cookie = `${COOKIE}=${language}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
