import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyDatabase } from '../testing/index.ts';
import { grantTo, tenantTable } from './grants.ts';
import { type Migrations, migrate } from './migrate.ts';
import { type Db, openDb } from './open-db.ts';

let database: Awaited<ReturnType<typeof emptyDatabase>>;
const open: Db[] = [];
beforeEach(async () => {
	database = await emptyDatabase();
});
afterEach(async () => {
	for (const db of open.splice(0)) await db.close();
	await database.drop();
});

function connect(jurisdiction = '370115', url = database.url): Db {
	const db = openDb(url, { jurisdiction });
	open.push(db);
	return db;
}

/** A migration of one statement. */
const run = (statement: string) => ({
	up: async (db: Kysely<unknown>) => {
		await sql.raw(statement).execute(db);
	},
});

const journal: Migrations = {
	journal_001_table: {
		async up(db) {
			await sql`create table journal (jurisdiction text not null, line text not null)`.execute(db);
			await grantTo(db, 'journal', ['select', 'insert']);
			await tenantTable(db, 'journal');
		},
	},
};

describe('migrate', () => {
	test('runs by name, and a second time nothing', async () => {
		const room: Migrations = {
			z_002: run('create table b (a int references a)'),
			z_001: run('create table a (id int primary key)'),
		};
		const other: Migrations = { a_001: run('create table c ()') };
		expect(await migrate(database.ownerUrl, [room, other])).toEqual(['a_001', 'z_001', 'z_002']);
		expect(await migrate(database.ownerUrl, [room, other])).toEqual([]);
	});

	test('takes a migration that another room adds later', async () => {
		await migrate(database.ownerUrl, [{ b_001: run('create table b ()') }]);
		expect(
			await migrate(database.ownerUrl, [
				{ a_001: run('create table a ()') },
				{ b_001: run('create table b ()') },
			]),
		).toEqual(['a_001']);
	});

	test('leaves nothing of a run that failed, and names the migration', async () => {
		const broken: Migrations = { x_001: run('create table x ()'), x_002: run('create tabel y ()') };
		await expect(migrate(database.ownerUrl, [broken])).rejects.toThrow(/x_002.*syntax error/);
		expect(await migrate(database.ownerUrl, [{ x_001: run('create table x ()') }])).toEqual(['x_001']);
	});

	test('refuses two migrations of one name', async () => {
		await expect(
			migrate(database.ownerUrl, [{ a_001: run('select 1') }, { a_001: run('select 2') }]),
		).rejects.toThrow('a_001');
	});

	test('two servers that start at once migrate once', async () => {
		const both = await Promise.all([
			migrate(database.ownerUrl, [journal]),
			migrate(database.ownerUrl, [journal]),
		]);
		expect(both.flat()).toEqual(['journal_001_table']);
	});
});

describe('the role of the server', () => {
	beforeEach(() => migrate(database.ownerUrl, [journal]));
	const insert = "insert into journal values ('370115', 'one')";

	test('does what is granted, and nothing else', async () => {
		const { pool } = connect();
		await pool.query(insert);
		expect((await pool.query('select line from journal')).rows).toEqual([{ line: 'one' }]);
		for (const statement of [
			"update journal set line = 'two'",
			'delete from journal',
			'truncate journal',
			'drop table journal',
			'alter table journal disable row level security',
			'create table mine ()',
			'select * from kysely_migration',
			'set role postgres',
		]) {
			await expect(pool.query(statement), statement).rejects.toThrow(/permission denied|must be owner/);
		}
	});

	test('is taken on also when the owner signs in, as with one DATABASE_URL for all', async () => {
		const { pool } = connect('370115', database.ownerUrl);
		await pool.query(insert);
		await expect(pool.query('delete from journal')).rejects.toThrow('permission denied');
	});

	test('sees and writes rows of its own jurisdiction only', async () => {
		const here = connect('370115').pool;
		const there = connect('370116').pool;
		await here.query(insert);
		expect((await there.query('select * from journal')).rows).toEqual([]);
		await expect(there.query(insert)).rejects.toThrow('row-level security');
		expect((await here.query('select line from journal')).rows).toEqual([{ line: 'one' }]);
	});

	test('sees nothing when a connection has no jurisdiction', async () => {
		await connect().pool.query(insert);
		const client = new pg.Client(database.url);
		await client.connect();
		expect((await client.query('select * from journal')).rows).toEqual([]);
		await client.end();
	});
});

test('reads dates as text and counts as numbers', async () => {
	await migrate(database.ownerUrl, []);
	const { rows } = await connect().pool.query(
		"select date '2026-09-18' as day, count(*) as count, now() as now",
	);
	expect(rows).toEqual([{ day: '2026-09-18', count: 1, now: expect.any(Date) }]);
});

test('takes six digits only for a jurisdiction, since it goes into the start-up packet', () => {
	expect(() => openDb(database.url, { jurisdiction: '370115 -c role=postgres' })).toThrow('GB/T 2260');
});
