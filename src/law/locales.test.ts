import { describe, expect, it } from 'vitest';
import { CLOCKS } from './clocks.ts';
import { COMMAND_TYPES } from './commands.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };
import { NOTICE_DUTIES } from './notices.ts';
import { REFUSAL_CODES } from './refusal.ts';
import { refuse, SIGNPOST_CODES } from './refusals.ts';
import { LEGAL_MOVES } from './testing/transitions.ts';
import {
	CANCELLATION_GROUNDS,
	CHANNELS,
	DAY_UNITS,
	LIGHTS,
	LIMIT_BASES,
	NECESSITIES,
	NOTICES,
	PROCEDURES,
	REVOCATION_GROUNDS,
	ROLES,
	SPECIAL_KINDS,
	STAGES,
} from './vocabulary.ts';

type Texts = Record<string, Record<string, string>>;

const articles = new Set(
	[
		...REFUSAL_CODES.map((code) => refuse(code).article),
		...NOTICES.map((notice) => NOTICE_DUTIES[notice].article),
	].map((article) => article.replace(':', '_')),
);

/** Every word that the law uses, by the section that puts it into a language. */
const words: Record<string, readonly string[]> = {
	refusals: REFUSAL_CODES,
	signposts: SIGNPOST_CODES,
	articles: [...articles],
	stages: STAGES,
	commands: COMMAND_TYPES,
	events: Object.keys(LEGAL_MOVES),
	clocks: CLOCKS,
	clockStates: ['RUNNING', 'STOPPED', 'DONE', 'OVERDUE', 'UNKNOWN'],
	lights: LIGHTS,
	roles: ROLES,
	procedures: PROCEDURES,
	specialKinds: SPECIAL_KINDS,
	limitBases: LIMIT_BASES,
	necessities: NECESSITIES,
	channels: CHANNELS,
	notices: NOTICES,
	revocationGrounds: REVOCATION_GROUNDS,
	cancellationGrounds: CANCELLATION_GROUNDS,
	units: DAY_UNITS,
};

describe.each([
	['zh-CN', zh as unknown as Texts],
	['en', en as unknown as Texts],
])('the texts of the law in %s', (_, texts) => {
	it.each(Object.keys(words))('name all %s, and nothing that is not there', (section) => {
		expect(Object.keys(texts[section] ?? {}).sort()).toEqual([...(words[section] ?? [])].sort());
		expect(Object.values(texts[section] ?? {}).filter((text) => text.trim() === '')).toEqual([]);
	});

	it('have no section besides, but for the command line', () => {
		expect(Object.keys(texts).sort()).toEqual([...Object.keys(words), 'cli'].sort());
	});
});

it('fill the same values in both languages', () => {
	const slots = (text = '') => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
	for (const section of Object.keys(words)) {
		for (const [code, text] of Object.entries((zh as unknown as Texts)[section] ?? {})) {
			expect([code, slots(text)]).toEqual([code, slots((en as unknown as Texts)[section]?.[code])]);
		}
	}
});

it('give an article by its official name', () => {
	expect(zh.articles.ART32_4).toBe('行政许可法第三十二条第一款第（四）项');
	expect(en.articles.ART32_4).toBe('Administrative Licensing Law, Art. 32 ¶1(4)');
});
