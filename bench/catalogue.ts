import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Item } from '../src/modules/catalog/catalog.schema.ts';
import { createSearch } from '../src/modules/catalog/search.ts';
import { openStoredCatalog } from '../src/modules/catalog/versions/versions.ts';
import { systemClock } from '../src/platform/clock.ts';
import type { Db } from '../src/platform/db/index.ts';
import { loadQueries, quantile } from '../tools/search/measure.ts';
import { keepCopies, readFiles } from './catalogue-items.ts';

/** Items of a province's catalogue. */
const ITEMS = 5_000;
const ROUNDS = 3;
const SUGGESTED = 3;

/** What one way of doing the same reached. */
interface Timed {
	name: string;
	/** Milliseconds of the half, and of 95 of 100. */
	p50: number;
	p95: number;
}

/** Loading and searching thousands of items, each beside the plain way of doing it. */
export async function measureCatalogue(db: Db, jurisdiction: string): Promise<string> {
	const files = await once('', async () => readFiles());
	const share = ITEMS / files.value.sources.length;
	await keepCopies(db, jurisdiction, ITEMS, files.value);
	const before = heap();
	const stored = await once('from the database', () => openStoredCatalog(db, systemClock, files.value.parts));
	const items = stored.value.catalog.all();
	const loaded = heap() - before;
	const index = await once('the index of the search, at the first query', async () => {
		const search = createSearch(items);
		search.find('a', 1);
		return search;
	});
	const indexed = heap() - before - loaded;
	const queries = loadQueries().map(({ q }) => q);
	const ways = [
		measureWay('every name and alias, one after the other', queries, (q) => scan(items, q)),
		measureWay('index', queries, (q) => index.value.find(q, SUGGESTED)),
	];
	const reading = {
		name: `YAML files, read and checked (${files.value.sources.length} measured, times ${share.toFixed(0)})`,
		milliseconds: files.milliseconds * share,
	};
	return [
		`Catalogue of ${items.length} items: ${loaded.toFixed(0)} MB of heap, and ${indexed.toFixed(0)} MB for the index of the search.`,
		loadTable([reading, stored, index]),
		searchTable(ways, queries.length),
	].join('\n\n');
}

async function once<T>(name: string, work: () => Promise<T>) {
	const began = performance.now();
	const value = await work();
	return { name, value, milliseconds: performance.now() - began };
}

/** Megabytes in use after everything that can go has gone. */
function heap(): number {
	setFlagsFromString('--expose-gc');
	const collect: unknown = runInNewContext('gc');
	if (typeof collect === 'function') collect();
	return process.memoryUsage().heapUsed / 1e6;
}

/** Each query several times, in rounds, so that a busy moment of the machine hits many of them. */
function measureWay(name: string, queries: readonly string[], find: (query: string) => unknown): Timed {
	const times: number[] = [];
	for (const query of queries) find(query);
	for (let round = 0; round < ROUNDS; round += 1) {
		for (const query of queries) {
			const began = performance.now();
			find(query);
			times.push(performance.now() - began);
		}
	}
	return { name, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

/** What one would write first: a phrase that holds the query or is held by it. */
function scan(items: readonly Item[], query: string): string[] {
	const wanted = query.toLowerCase();
	const found: string[] = [];
	for (const { code, name, aliases } of items) {
		const phrases = [name['zh-CN'], name.en, ...aliases['zh-CN'], ...aliases.en];
		const answers = phrases.some((phrase) => {
			const own = phrase.toLowerCase();
			return own.includes(wanted) || wanted.includes(own);
		});
		if (answers) found.push(code);
	}
	return found.slice(0, SUGGESTED);
}

function loadTable(steps: readonly { name: string; milliseconds: number }[]): string {
	const slowest = Math.max(...steps.map(({ milliseconds }) => milliseconds));
	const lines = steps.map(
		({ name, milliseconds }) =>
			`| ${name} | ${milliseconds.toFixed(0)} | ${(slowest / milliseconds).toFixed(1)} × |`,
	);
	return ['| load | ms | ratio |', '|---|---:|---:|', ...lines].join('\n');
}

function searchTable(ways: readonly Timed[], queries: number): string {
	const slowest = Math.max(...ways.map(({ p95 }) => p95));
	const lines = ways.map(
		({ name, p50, p95 }) =>
			`| ${name} | ${p50.toFixed(2)} | ${p95.toFixed(2)} | ${(slowest / p95).toFixed(1)} × |`,
	);
	return [
		`| search, ${queries} queries | p50 (ms) | p95 (ms) | ratio |`,
		'|---|---:|---:|---:|',
		...lines,
	].join('\n');
}
