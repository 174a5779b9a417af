import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manualClock } from '../../../platform/clock.ts';
import { asOwner } from '../../../platform/events/testing.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/index.ts';
import { CATALOG_FOLDER } from '../index.ts';
import { importFiles } from './versions.import.ts';
import type { Uses } from './versions.rules.ts';
import { follow, openStoredCatalog } from './versions.ts';

const JURISDICTION = '370115';
let database: TestDatabase;
let folder: string;
const clock = manualClock('2026-09-18');

beforeAll(async () => {
	database = await testDatabase();
	folder = mkdtempSync(join(tmpdir(), 'catalog-versions-'));
	mkdirSync(folder, { recursive: true });
	cpSync(join(CATALOG_FOLDER, '_parts'), join(folder, '_parts'), { recursive: true });
	for (const name of ['hotel', 'sole-trader', 'film-screening'])
		cpSync(join(CATALOG_FOLDER, `${name}.yaml`), join(folder, `${name}.yaml`));
	// What warnings lead to has to be there, and one of the three goes.
	for (const [name, other] of [
		['hotel', 'sole-trader'],
		['sole-trader', 'film-screening'],
		['film-screening', 'hotel'],
	])
		edit(`${name}.yaml`, (text) => text.replaceAll(/^( +)item: .*$/gm, `$1item: ${other}`));
});
afterAll(async () => {
	await database.drop();
	rmSync(folder, { recursive: true, force: true });
});

/** A process that starts on the folder as it is. */
async function start(uses: Uses = new Map()) {
	const { db } = database;
	const { parts, notes } = await importFiles({
		db,
		jurisdiction: JURISDICTION,
		folder,
		uses: async () => uses,
	});
	const stored = await openStoredCatalog(db, clock, parts);
	return { ...stored, notes };
}

function edit(name: string, change: (text: string) => string): void {
	const file = join(folder, name);
	const before = readFileSync(file, 'utf8');
	const after = change(before);
	expect(after, 'the fixture changes something').not.toBe(before);
	writeFileSync(file, after);
}
const promise = (days: number) => (text: string) => text.replace(/promiseDays: \d+/, `promiseDays: ${days}`);

describe('files and the versions that are kept', () => {
	it('brings files in, and serves them as they are written', async () => {
		const { catalog, notes } = await start();
		expect(notes).toEqual([]);
		expect(catalog.all().map(({ code }) => code)).toEqual(['film-screening', 'hotel', 'sole-trader']);
		expect(catalog.get('hotel').name['zh-TW']).toBeDefined();
		expect(JSON.parse(JSON.stringify(catalog.get('hotel')))).toMatchObject({ window: { id: 'main-hall' } });
		expect(catalog.search('宾馆', 3).map(({ code }) => code)).toContain('hotel');
	});

	it('a changed file takes the place of a version that nothing uses', async () => {
		edit('hotel.yaml', promise(2));
		const { catalog, notes } = await start();
		expect(notes).toEqual([]);
		expect(catalog.get('hotel').rules.promiseDays).toBe(2);
	});

	it('a version in use stays as it was, and the start says what to do; a comment is no change', async () => {
		const used = new Map([['hotel@1', 3]]);
		edit('hotel.yaml', (text) => `# a comment\n${text}`);
		expect((await start(used)).notes).toEqual([]);
		edit('hotel.yaml', promise(4));
		const { catalog, notes } = await start(used);
		expect(notes).toMatchObject([
			{ code: 'CHANGED_IN_USE', params: { item: 'hotel', version: 1, count: 3, next: 2 } },
		]);
		expect(catalog.get('hotel').rules.promiseDays).toBe(2);
		edit('hotel.yaml', (text) =>
			text.replace('version: 1', 'version: 2').replace(/effectiveFrom: .*/, 'effectiveFrom: 2026-10-01'),
		);
		const next = await start(used);
		expect(next.notes).toEqual([]);
		expect(next.catalog.get('hotel').version).toBe(1);
		clock.set('2026-10-01');
		expect(next.catalog.get('hotel')).toMatchObject({ version: 2, rules: { promiseDays: 4 } });
		expect(next.catalog.get('hotel', 1).rules.promiseDays).toBe(2);
	});

	it('a part that changes changes the items that take it', async () => {
		const parts = join('_parts', 'statutes');
		const [name = ''] =
			readFileSync(join(folder, 'sole-trader.yaml'), 'utf8')
				.match(/statute: ([a-z-]+)/)
				?.slice(1) ?? [];
		const file = ['statutes.yaml', 'construction.yaml'].find((each) => {
			try {
				return readFileSync(join(folder, parts, each), 'utf8').includes(`  ${name}:`);
			} catch {
				return false;
			}
		});
		edit(join(parts, file ?? ''), (text) => text.replace(new RegExp(`(  ${name}:[^]*?en: "?)`), '$1New '));
		const { catalog } = await start();
		expect(catalog.get('sole-trader').legalBasis.find(({ statute }) => statute === name)?.name.en).toMatch(
			/^New /,
		);
	});

	it('an item whose file is gone is served while something uses it, and no longer', async () => {
		rmSync(join(folder, 'film-screening.yaml'));
		await expect(start(), 'a known file leads to an item that is gone').rejects.toThrow(
			/sole-trader.*film-screening/,
		);
		edit('sole-trader.yaml', (text) => text.replaceAll(/^ +item: .*\n/gm, ''));
		const used = await start(new Map([['film-screening@1', 1]]));
		expect(used.notes).toMatchObject([
			{ code: 'GONE_IN_USE', params: { item: 'film-screening@1', count: 1 } },
		]);
		expect(used.catalog.find('film-screening')).toBeDefined();
		expect((await start()).catalog.find('film-screening')).toBeUndefined();
	});

	it('a file with faults refuses the start, also beside files that are known', async () => {
		const before = readFileSync(join(folder, 'hotel.yaml'), 'utf8');
		edit('hotel.yaml', (text) =>
			text.replace(/promiseDays: \d+/, 'promiseDays: 80').replace('window: main-hall', 'window: nowhere'),
		);
		await expect(start()).rejects.toThrow(/window.*\n?.*|promise/);
		writeFileSync(join(folder, 'hotel.yaml'), before);
	});

	it('an item that is cancelled is not offered any more; its versions are there for those who have them', async () => {
		edit('sole-trader.yaml', (text) => text.replace(/(effectiveFrom: .*)/, '$1\ncancelledFrom: 2026-10-09'));
		const { catalog } = await start();
		expect(catalog.find('sole-trader')).toBeDefined();
		clock.set('2026-10-09');
		expect(catalog.find('sole-trader')).toBeUndefined();
		expect(catalog.search('个体户', 5).map(({ code }) => code)).not.toContain('sole-trader');
		expect(catalog.get('sole-trader', 1).version).toBe(1);
	});

	it('an item made by another programme is made again from its own source', async () => {
		await asOwner(
			database.ownerUrl,
			`update catalog_versions set item_format = 'old', item = '{}', card = '{}' where code = 'hotel'`,
		);
		const { catalog } = await start(new Map([['hotel@1', 1]]));
		expect(catalog.get('hotel', 1).rules.promiseDays).toBe(2);
	});
});

describe('several processes on one database', () => {
	it('what one takes in reaches the others by itself', async () => {
		const other = await start();
		const stop = follow(
			other,
			(error) => {
				throw error;
			},
			20,
		);
		edit('hotel.yaml', promise(3));
		const one = await start();
		expect(one.catalog.get('hotel', 2).rules.promiseDays).toBe(3);
		await expect.poll(() => other.catalog.get('hotel', 2).rules.promiseDays).toBe(3);
		await asOwner(
			database.ownerUrl,
			`with next as (update catalog_state set revision = revision + 1 returning revision)
			update catalog_versions set withdrawn_at = now(), revision = next.revision from next where code = 'hotel' and version = 2`,
		);
		await expect.poll(() => other.catalog.find('hotel', 2)).toBeUndefined();
		stop();
	});
});

describe('the server may', () => {
	it('not change what was published', async () => {
		const { pool } = database.db;
		await expect(pool.query(`update catalog_versions set source = 'x'`)).rejects.toThrow(/permission denied/);
		await asOwner(
			database.ownerUrl,
			`update catalog_versions set origin = 'DESK', author_id = 'a', approver_id = 'b', published_at = now() where code = 'hotel' and version = 1`,
		);
		await pool.query(`delete from catalog_versions where code = 'hotel' and version = 1`);
		const { rowCount } = await pool.query(
			`select from catalog_versions where code = 'hotel' and version = 1`,
		);
		expect(rowCount).toBe(1);
		await expect(pool.query('delete from catalog_record')).rejects.toThrow(/permission denied/);
	});
});
