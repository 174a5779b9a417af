import en from '../../src/law/locales/en.json' with { type: 'json' };
import zh from '../../src/law/locales/zh-CN.json' with { type: 'json' };

export type CliLanguage = 'zh-CN' | 'en';
export type Words = typeof zh;

/** The texts of the law in a language. */
export function wordsOf(language: CliLanguage): Words {
	return language === 'en' ? en : zh;
}

/** Puts values into a text; `{{name}}` is filled. */
export function fill(text: string, params: Readonly<Record<string, string | number>> = {}): string {
	return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}
