import { DefinitionError, definitionMessages, type FaultMessages } from '../../platform/definitions/index.ts';
import { Problem, type SignpostRef } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import { loadCatalog } from './catalog.load.ts';
import './catalog.problems.ts';
import type { Item } from './catalog.schema.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };
import { createSearch } from './search.ts';
import { addTraditional } from './traditional.ts';

/** The bureau's approval items. Read once; the files are the truth. */
export interface Catalog {
	/** The newest version of every item, in the order of codes. */
	all(): Item[];
	/**
	 * The version asked for, or the newest.
	 * @throws Problem ITEM_NOT_FOUND, with the nearest items as signposts.
	 */
	get(code: string, version?: number): Item;
	find(code: string, version?: number): Item | undefined;
	/** Items for people's own words, best first; everything for an empty query. */
	search(query: string, limit?: number): Item[];
}

/** Words for every fault that a catalogue file can have. */
export function catalogMessages(language: 'zh-CN' | 'en'): FaultMessages {
	return { ...definitionMessages(language), ...(language === 'en' ? en : zh).definitions };
}

/**
 * Reads the catalogue from its folder (`data/catalog`).
 * @throws DefinitionError that names every fault of every file, with line and column.
 */
export function openCatalog(folder: string): Catalog {
	const { items, faults } = loadCatalog(folder);
	if (faults.length > 0) throw new DefinitionError(faults, catalogMessages('en'));
	addTraditional(items);
	return createCatalog(items);
}

function createCatalog(items: readonly Item[]): Catalog {
	const versions = new Map(items.map((item) => [`${item.code}@${item.version}`, item]));
	const newest = new Map<string, Item>();
	for (const item of items) {
		if (item.version > (newest.get(item.code)?.version ?? 0)) newest.set(item.code, item);
	}
	const all = [...newest.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
	const index = createSearch(all);

	const find = (code: string, version?: number) =>
		version === undefined ? newest.get(code) : versions.get(`${code}@${version}`);
	const search = (query: string, limit = all.length) =>
		query.trim() === ''
			? all.slice(0, limit)
			: index.find(query, limit).flatMap((code) => newest.get(code) ?? []);

	return {
		all: () => all,
		find,
		search,
		get(code, version) {
			const item = find(code, version);
			if (!item) throw notFound(code, version, search(code.replaceAll('-', ' '), 3));
			return item;
		},
	};
}

function notFound(code: string, version: number | undefined, near: Item[]): Problem {
	const nearest: SignpostRef[] = near.map((item) => ({
		code: 'NEAREST_ITEM',
		params: { zh: item.name['zh-CN'], en: item.name.en },
		action: 'OPEN',
		href: `/items/${item.code}`,
	}));
	return new Problem({
		code: 'ITEM_NOT_FOUND',
		params: { code: version === undefined ? code : `${code}@${version}` },
		signposts: [signposts.search, ...nearest, signposts.hotline],
	});
}
