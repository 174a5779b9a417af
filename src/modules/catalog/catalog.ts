import { type Clock, chinaDay } from '../../platform/clock.ts';
import { DefinitionError, definitionMessages, type FaultMessages } from '../../platform/definitions/index.ts';
import { Problem, type SignpostRef } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import { loadCatalog } from './sources/load.ts';
import './catalog.problems.ts';
import type { Item } from './catalog.schema.ts';
import en from './locales/en.json' with { type: 'json' };
import zh from './locales/zh-CN.json' with { type: 'json' };
import { createSearch, type Hit, type Search } from './search.ts';
import { situate } from './situations/situate.ts';
import type { Answers } from './situations/situations.schema.ts';
import { addTraditional } from './traditional.ts';

/** The bureau's approval items, as they are on the day of asking. */
export interface Catalog {
	/** What is in effect today, in the order of codes. An item whose last day has passed is not offered. */
	all(): Item[];
	/**
	 * The version asked for, whatever its day: a case keeps its own for ever. Without one, the version in effect today.
	 * @throws Problem ITEM_NOT_FOUND, with the nearest items as signposts.
	 */
	get(code: string, version?: number): Item;
	find(code: string, version?: number): Item | undefined;
	/** Every version that is not withdrawn, newest first. */
	versions(code: string): Item[];
	/**
	 * A version of an item as it applies to somebody with these answers: its papers, fields and limits.
	 * @throws Problem ITEM_NOT_FOUND
	 */
	applied(code: string, version: number, answers: Answers): Item;
	/** Items for people's own words, best first; everything for an empty query. */
	search(query: string, limit?: number): Item[];
	/** The best items with the phrase of theirs that answers to the words; nothing for an empty query. */
	suggest(query: string, limit: number): Suggestion[];
	/** Makes the search ready before anybody asks. */
	prepareSearch(): Promise<void>;
}

export interface Suggestion {
	code: string;
	name: Item['name'];
	match: Pick<Hit, 'kind' | 'text'>;
}

/** A catalogue whose content can be exchanged while it is used. */
export interface LiveCatalog extends Catalog {
	/** Puts other versions in place of all that were there. */
	replace(items: readonly Item[]): void;
	/** Everything that is there, by code, newest version first. */
	shelf(): ReadonlyMap<string, readonly Item[]>;
}

/** Words for every fault that a catalogue file can have. */
export function catalogMessages(language: 'zh-CN' | 'en'): FaultMessages {
	return { ...definitionMessages(language), ...(language === 'en' ? en : zh).definitions };
}

/**
 * Reads the catalogue from its folder alone, without a database: for tests and tools. The newest version of an item is
 * in effect whatever the day, unless a clock is given.
 * @throws DefinitionError that names every fault of every file, with line and column.
 */
export function openCatalog(folder: string, clock?: Clock): Catalog {
	const { items, faults } = loadCatalog(folder);
	if (faults.length > 0) throw new DefinitionError(faults, catalogMessages('en'));
	addTraditional(items);
	const catalog = createCatalog(clock);
	catalog.replace(items);
	return catalog;
}

/** An empty catalogue. Without a clock every version counts as in effect, the newest before the others. */
export function createCatalog(clock?: Clock): LiveCatalog {
	let shelf = new Map<string, Item[]>();
	let window: Window | undefined;

	/** What is in effect is worked out once a day, and again when the content changes. */
	const current = (): Window => {
		const day = clock && chinaDay(clock.now());
		if (!window || window.day !== day) window = openWindow(shelf, day, window);
		return window;
	};
	const find = (code: string, version?: number) =>
		version === undefined
			? current().items.get(code)
			: shelf.get(code)?.find((each) => each.version === version);
	const search = (query: string, limit = shelf.size) => {
		const { all, items, index } = current();
		if (query.trim() === '') return all.slice(0, limit);
		return index.find(query, limit).flatMap((code) => items.get(code) ?? []);
	};
	const get = (code: string, version?: number) => {
		const item = find(code, version);
		if (!item) throw notFound(code, version, search(code.replaceAll('-', ' '), 3));
		return item;
	};
	return {
		all: () => current().all,
		find,
		get,
		search,
		suggest(query, limit) {
			const { items, index } = current();
			return index.explain(query, limit).flatMap(({ code, kind, text }) => {
				const name = items.get(code)?.name;
				return name ? [{ code, name, match: { kind, text } }] : [];
			});
		},
		versions: (code) => shelf.get(code) ?? [],
		applied: (code, version, answers) => situate(get(code, version), answers),
		shelf: () => shelf,
		prepareSearch: () => current().index.prepare(),
		replace(items) {
			shelf = shelfOf(items);
			window = openWindow(shelf, clock && chinaDay(clock.now()), window);
		},
	};
}

/** What is on offer on one day. */
interface Window {
	day: string | undefined;
	all: Item[];
	items: Map<string, Item>;
	index: Search;
}

/** Versions by code, newest first. */
function shelfOf(items: readonly Item[]): Map<string, Item[]> {
	const shelf = new Map<string, Item[]>();
	for (const item of items) {
		const versions = shelf.get(item.code);
		if (versions) versions.push(item);
		else shelf.set(item.code, [item]);
	}
	for (const versions of shelf.values()) versions.sort((a, b) => b.version - a.version);
	return shelf;
}

function openWindow(shelf: Map<string, Item[]>, day: string | undefined, last: Window | undefined): Window {
	const all = [...shelf.values()]
		.flatMap((versions) => inEffect(versions, day) ?? [])
		.sort((a, b) => (a.code < b.code ? -1 : 1));
	// Most days change nothing, and an index over thousands of items is not made for nothing.
	if (last?.all.length === all.length && last.all.every((item, index) => item === all[index]))
		return { ...last, day };
	const items = new Map(all.map((item) => [item.code, item]));
	const index = createSearch(all);
	const window: Window = { day, all, items, index };
	if (last && all.length > LARGE) {
		// Until the new index is ready the old one serves: who searches does not wait for who publishes.
		window.index = last.index;
		const exchange = () => {
			window.index = index;
		};
		// Whatever kept it from getting ready is told to whoever asks next.
		void index.prepare().then(exchange, exchange);
	}
	return window;
}

/** An index over more items than these takes longer than anybody should wait. */
const LARGE = 500;

/**
 * The newest version whose day has come; none where that version says that the item has been cancelled.
 * @param versions newest first
 */
export function inEffect<T extends Pick<Item, 'effectiveFrom' | 'cancelledFrom'>>(
	versions: readonly T[],
	day: string | undefined,
): T | undefined {
	if (day === undefined) return versions[0];
	const newest = versions.find(({ effectiveFrom }) => effectiveFrom <= day);
	const isCancelled = newest?.cancelledFrom !== undefined && newest.cancelledFrom <= day;
	return isCancelled ? undefined : newest;
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
