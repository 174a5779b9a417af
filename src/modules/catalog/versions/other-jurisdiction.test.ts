import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../platform/testing/app.ts';
import { registerCatalog } from '../index.ts';

let house: TestApp;
beforeAll(async () => {
	house = await testApp({
		rooms: async (app, platform) => {
			await registerCatalog(app, platform, { uses: async () => [] });
		},
	});
	const insert =
		'insert into catalog_changes (jurisdiction, id, code, state, row_version, author_id, author_name, yaml, updated_at)';
	await house.db.pool.query(
		`${insert} values ('370115', gen_random_uuid(), 'x', 'DRAFT', 1, 'a', 'a', 'a: 1', now())`,
	);
	await house.db.pool.query(
		"insert into catalog_record (jurisdiction, code, act, by_id, by_name, at) values ('370115', 'x', 'STARTED', 'a', 'a', now())",
	);
	await house.db.pool.query(
		"insert into catalog_misses (jurisdiction, day, query, times, last_at) values ('370115', '2026-09-18', 'x', 1, now())",
	);
});
afterAll(() => house.close());

const TABLES = ['catalog_versions', 'catalog_changes', 'catalog_record', 'catalog_misses'];

test.each(TABLES)('rows of %s belong to one district', async (table) => {
	const connection = await house.db.pool.connect();
	try {
		const count = async () =>
			Number((await connection.query(`select count(*) as rows from ${table}`)).rows[0].rows);
		expect(await count()).toBeGreaterThan(0);
		await connection.query('begin');
		await connection.query("select set_config('onevisit.jurisdiction', '370112', true)");
		expect(await count()).toBe(0);
		await connection.query('rollback');
	} finally {
		connection.release();
	}
});

test.each([
	['update catalog_record set note = $1', 'x'],
	['delete from catalog_record where code = $1', 'x'],
	['delete from catalog_changes where code = $1', 'x'],
	['update catalog_versions set source = $1', 'x'],
	['update catalog_versions set author_id = $1', 'x'],
])('the server may not: %s', async (statement, value) => {
	await expect(house.db.pool.query(statement, [value])).rejects.toThrow(/permission denied/);
});
