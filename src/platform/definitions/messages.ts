import type { FaultMessages } from './faults.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };

/** Words for the faults that any definition can have; rooms add theirs. */
export function definitionMessages(language: 'zh-CN' | 'en'): FaultMessages {
	return language === 'en' ? en.faults : zh.faults;
}
