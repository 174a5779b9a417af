import MiniSearch from 'minisearch';
import type { Item } from './catalog.schema.ts';

interface Entry {
	id: string;
	name: string;
	aliases: string;
	summary: string;
}

/** Words that say nothing of what is sought. */
const IDLE = new Set([
	'a',
	'an',
	'the',
	'to',
	'of',
	'for',
	'i',
	'my',
	'want',
	'need',
	'licence',
	'license',
	'permit',
	'how',
	'do',
	'get',
	'in',
	'on',
	'and',
]);
const IDLE_ZH = /^(我|我们|请问)?(想|要|需要|想要|怎么|如何)*|(怎么办|怎么办理|许可证|许可|办理|手续)/gu;

export interface Search {
	/** Codes, best first. */
	find(query: string, limit: number): string[];
}

/** Index over names, people's own words and summaries: pairs of characters for Chinese, words for the rest. */
export function createSearch(items: readonly Item[]): Search {
	const index = new MiniSearch<Entry>({
		fields: ['name', 'aliases', 'summary'],
		tokenize,
		processTerm: (term) => (IDLE.has(term) ? null : term),
		searchOptions: {
			boost: { name: 3, aliases: 4, summary: 1 },
			prefix: (term) => !isHan(term) && term.length > 2,
			fuzzy: (term) => (isHan(term) || term.length < 5 ? false : 0.2),
		},
	});
	index.addAll(
		items.map((item) => ({
			id: item.code,
			name: `${item.name['zh-CN']} ${item.name.en}`,
			aliases: [...item.aliases['zh-CN'], ...item.aliases.en].join(' / '),
			summary: `${item.summary['zh-CN']} ${item.summary.en}`,
		})),
	);
	return {
		find: (query, limit) =>
			index
				.search(bare(query))
				.slice(0, limit)
				.map(({ id }) => String(id)),
	};
}

/** The query without polite words; all of it when nothing else is left. */
function bare(query: string): string {
	const rest = query.normalize('NFKC').replace(IDLE_ZH, '').trim();
	return rest === '' ? query : rest;
}

function isHan(term: string): boolean {
	return /\p{Script=Han}/u.test(term);
}

/** `食品经营 shop` → 食品, 品经, 经营, shop. A single character stays alone. */
function tokenize(text: string): string[] {
	return (
		text
			.normalize('NFKC')
			.toLowerCase()
			.match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []
	).flatMap((run) => {
		if (!isHan(run)) return [stem(run)];
		const characters = [...run];
		if (characters.length === 1) return characters;
		return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
	});
}

/** Plural and singular meet. */
function stem(word: string): string {
	return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
