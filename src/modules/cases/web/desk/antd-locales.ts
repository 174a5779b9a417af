import type { ConfigProviderProps } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import zhTW from 'antd/es/locale/zh_TW.js';

type AntdLocale = NonNullable<ConfigProviderProps['locale']>;

/** Ant Design's own texts by our languages. Its types say CommonJS where the files are modules, hence the cast. */
const ANTD_LOCALES = { 'zh-CN': zhCN, 'zh-TW': zhTW, en: enUS } as unknown as Record<string, AntdLocale>;

/** What Ant Design says in a language of ours. */
export function antdLocale(language: string): AntdLocale {
	return (ANTD_LOCALES[language] ?? ANTD_LOCALES['zh-CN']) as AntdLocale;
}
