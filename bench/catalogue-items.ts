import type { Item } from '../src/modules/catalog/catalog.schema.ts';
import { CATALOG_FOLDER } from '../src/modules/catalog/index.ts';
import { type CatalogFiles, readCatalog } from '../src/modules/catalog/sources/load.ts';
import { ITEM_FORMAT, toVersion } from '../src/modules/catalog/versions/versions.import.ts';
import {
	insertVersions,
	lockVersions,
	type NewVersion,
} from '../src/modules/catalog/versions/versions.store.ts';
import type { Db } from '../src/platform/db/index.ts';

/** Share of the characters and words of a copy that are exchanged for others of the catalogue. */
const CHANGED = 0.3;

type Words = { 'zh-CN': string; en: string };

/** The files of the district, read and checked. */
export function readFiles(): CatalogFiles {
	return readCatalog(CATALOG_FOLDER, { codes: new Set(), recognise: () => undefined });
}

/** Puts so many items into the database: the real ones, and copies of them that have other names and other words. */
export async function keepCopies(
	db: Db,
	jurisdiction: string,
	count: number,
	files: CatalogFiles,
): Promise<void> {
	const real = files.sources.flatMap(({ item, ...source }) =>
		item ? [toVersion({ ...source, item }, files.partsDigest)] : [],
	);
	const vary = createVariation(real.map(({ item }) => item));
	const versions = Array.from({ length: count }, (_, at): NewVersion => {
		const source = real[at % real.length];
		if (!source) throw new RangeError('an empty catalogue');
		if (at < real.length) return source;
		return { ...source, digest: `${source.digest}-${at}`, item: vary(source.item, at) };
	});
	await db.kysely.transaction().execute(async (kysely) => {
		const trx = { kysely };
		const revision = await lockVersions(trx, jurisdiction);
		await insertVersions(trx, { jurisdiction, revision, format: ITEM_FORMAT }, versions);
	});
}

/** Makes an item another one, the same every time: a benchmark must be the same tomorrow. */
function createVariation(items: readonly Item[]): (item: Item, number: number) => Item {
	const texts = items.flatMap(({ name, aliases }) => [
		name['zh-CN'],
		name.en,
		...aliases['zh-CN'],
		...aliases.en,
	]);
	const characters = [...new Set(texts.join('').match(/\p{Script=Han}/gu))];
	const words = [
		...new Set(
			texts
				.join(' ')
				.toLowerCase()
				.match(/[a-z]+/g),
		),
	];
	const random = createRandom();
	const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
	const zh = (text: string) =>
		text.replace(/\p{Script=Han}/gu, (own) => (random() < CHANGED ? pick(characters) : own));
	const en = (text: string) => text.replace(/[A-Za-z]+/g, (own) => (random() < CHANGED ? pick(words) : own));
	const both = (text: Words): Words => ({ 'zh-CN': zh(text['zh-CN']), en: en(text.en) });
	return (item, number) => ({
		...item,
		code: `${item.code}-${number}`,
		name: both(item.name),
		summary: both(item.summary),
		result: { ...item.result, name: both(item.result.name) },
		aliases: { 'zh-CN': item.aliases['zh-CN'].map(zh), en: item.aliases.en.map(en) },
	});
}

/** Lehmer's numbers, from 0 up to 1. */
function createRandom(): () => number {
	const MODULUS = 2_147_483_647;
	let state = 7;
	return () => {
		state = (state * 16_807) % MODULUS;
		return state / MODULUS;
	};
}
