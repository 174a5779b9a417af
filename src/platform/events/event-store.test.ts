import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDb } from '../db/index.ts';
import { testDatabase } from '../testing/index.ts';
import { GENESIS, hashEvent } from './canonical.ts';
import { createEventStore, type EventStore } from './index.ts';
import { add, added, asOwner, createCounters } from './testing.ts';

const database = await testDatabase();
const options = { kind: 'counter', rowTable: 'counters', jurisdiction: '370115' };
let store: EventStore;

beforeAll(async () => {
	await createCounters(database.ownerUrl);
	store = createEventStore(database.db, options);
});
afterAll(() => database.drop());

/** Writes until it has won `times`, as a client does that looks again after each conflict. */
async function addUntilDone(to: EventStore, stream: string, times: number): Promise<number> {
	let conflicts = 0;
	for (let done = 0; done < times; ) {
		const { length } = await to.read(stream);
		try {
			await to.append(add(stream, length, length + 1));
			done += 1;
		} catch (error) {
			expect(error).toMatchObject({ code: 'STALE_VERSION', status: 409 });
			conflicts += 1;
		}
	}
	return conflicts;
}

async function rowOf(id: string) {
	const { rows } = await database.db.pool.query('select * from counters where id = $1', [id]);
	return rows[0];
}

describe('append', () => {
	test('writes events, row and outbox together, and chains the hashes', async () => {
		const id = randomUUID();
		const first = await store.append({ ...add(id, 0, 2), events: [added(1), added(1)] });
		const second = await store.append(add(id, 2, 3));
		const events = await store.read(id);
		expect(events.map(({ version }) => version)).toEqual([1, 2, 3]);
		expect(events.map(({ previousHash }) => previousHash)).toEqual([GENESIS, events[0]?.hash, first.head]);
		for (const event of events) expect(hashEvent({ ...event, jurisdiction: '370115' })).toBe(event.hash);
		expect(await rowOf(id)).toEqual({
			jurisdiction: '370115',
			id,
			version: 3,
			head: second.head,
			state: { total: 3 },
			total: 3,
			on_day: '2026-09-18',
		});
		const { rows } = await database.db.pool.query(
			'select version from outbox where stream = $1 order by id',
			[id],
		);
		expect(rows).toEqual([{ version: 1 }, { version: 2 }, { version: 3 }]);
	});

	test('of two writers on one version exactly one wins, and the other is told', async () => {
		const id = randomUUID();
		const other = createEventStore(database.db, options);
		for (let version = 0; version < 10; version += 1) {
			const results = await Promise.allSettled([
				store.append(add(id, version, version + 1)),
				other.append(add(id, version, version + 1)),
			]);
			expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
			const lost = results.find(({ status }) => status === 'rejected');
			expect(lost).toMatchObject({ reason: { code: 'STALE_VERSION', status: 409 } });
		}
		expect(await store.read(id)).toHaveLength(10);
	});

	test('refuses a version that is not reached yet, and one of an unknown stream', async () => {
		const id = randomUUID();
		await expect(store.append(add(id, 3, 1))).rejects.toMatchObject({ code: 'STALE_VERSION' });
		await store.append(add(id, 0, 1));
		await expect(store.append(add(id, 2, 1))).rejects.toMatchObject({ code: 'STALE_VERSION' });
		await expect(store.append(add(id, 0, 1))).rejects.toMatchObject({ code: 'STALE_VERSION' });
		expect(await store.read(id)).toHaveLength(1);
	});
});

describe('group commit', () => {
	test('what waits together goes in few statements', async () => {
		const before = await countTransactions();
		const ids = Array.from({ length: 640 }, () => randomUUID());
		await Promise.all(ids.map((id) => store.append(add(id, 0, 1))));
		// 640 writes at 64 per statement; each statement is one transaction, one more looks at the counter itself.
		expect((await countTransactions()) - before).toBeLessThanOrEqual(12);
		expect(await Promise.all(ids.map(async (id) => (await store.read(id)).length))).toEqual(ids.map(() => 1));
	});

	test('writes of one stream that wait together keep their order', async () => {
		const id = randomUUID();
		const results = await Promise.allSettled(
			[0, 1, 2, 3].map((version) => store.append(add(id, version, version + 1))),
		);
		expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']);
	});

	test('one bad row harms nobody else', async () => {
		const ids = Array.from({ length: 20 }, () => randomUUID());
		const results = await Promise.allSettled(
			ids.map((id, index) => store.append(add(id, 0, index === 7 ? -1 : 1))),
		);
		expect(results.map(({ status }) => status === 'rejected')).toEqual(ids.map((_, index) => index === 7));
		expect(results[7]).toMatchObject({ reason: { constraint: 'counters_total_check' } });
		expect(await store.read(ids[7] ?? '')).toEqual([]);
	});

	test('mistakes of the caller are found before anything is sent', async () => {
		const id = randomUUID();
		await expect(store.append({ ...add(id, 0, 1), events: [] })).rejects.toThrow(/without events/);
		await expect(store.append({ ...add(id, 0, 1), row: { totl: 1 } })).rejects.toThrow(/no column totl/);
		await expect(store.append({ ...add(id, 0, 1), events: [added(1, '2026-09-18')] })).rejects.toThrow(
			/instant/,
		);
		const bad = { ...added(1), data: { text: 'a\0b' } };
		await expect(store.append({ ...add(id, 0, 1), events: [bad] })).rejects.toThrow(/NUL/);
	});
});

describe('concurrency', () => {
	test('several stores, few streams, many writers: every stream has every write once', async () => {
		const databases = [1, 2, 3].map(() => openDb(database.url, { jurisdiction: '370115', connections: 4 }));
		const stores = databases.map((db) => createEventStore(db, options));
		const ids = Array.from({ length: 5 }, () => randomUUID());
		const conflicts = await Promise.all(
			stores.flatMap((each) => ids.map((id) => addUntilDone(each, id, 20))),
		);
		await Promise.all(databases.map((db) => db.close()));
		for (const id of ids) {
			const events = await store.read(id);
			expect(events.map(({ version }) => version)).toEqual(
				Array.from({ length: 60 }, (_, index) => index + 1),
			);
			expect(await rowOf(id)).toMatchObject({ version: 60, total: 60, head: events.at(-1)?.hash });
		}
		expect(conflicts.some((count) => count > 0)).toBe(true);
	});

	test('connections that are killed under way lose nothing acknowledged and double nothing', async () => {
		const db = openDb(database.url, { jurisdiction: '370115', connections: 3, onError: () => undefined });
		const broken = createEventStore(db, options);
		const ids = Array.from({ length: 300 }, () => randomUUID());
		const killer = new pg.Client(database.ownerUrl);
		await killer.connect();
		const results = [];
		let killed = 0;
		for (let from = 0; from < ids.length; from += 10) {
			const round = Promise.allSettled(ids.slice(from, from + 10).map((id) => broken.append(add(id, 0, 1))));
			killed += await killOne(killer, round);
			results.push(...(await round));
		}
		await killer.end();
		expect(killed).toBeGreaterThan(0);
		await db.close();
		for (const [index, result] of results.entries()) {
			const { length } = await store.read(ids[index] ?? '');
			if (result.status === 'fulfilled') expect(length).toBe(1);
			else expect(result.reason).toMatchObject({ code: 'TEMPORARILY_UNAVAILABLE', status: 503 });
		}
		expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
	});
});

describe('rights', () => {
	test('the server may neither change nor remove an event', async () => {
		for (const statement of [`update events set actor = 'x'`, 'delete from events', 'truncate events']) {
			await expect(database.db.pool.query(statement)).rejects.toThrow(/permission denied/);
		}
		const rights = await asOwner(
			database.ownerUrl,
			`select privilege_type from information_schema.role_table_grants
			where grantee = 'onevisit_app' and table_name = 'events' order by 1`,
		);
		expect(rights.map((row) => row.privilege_type)).toEqual(['INSERT', 'SELECT']);
	});

	test('a server of another district sees nothing', async () => {
		const id = randomUUID();
		await store.append(add(id, 0, 1));
		const elsewhere = openDb(database.url, { jurisdiction: '370105' });
		const foreign = createEventStore(elsewhere, { ...options, jurisdiction: '370105' });
		expect(await foreign.read(id)).toEqual([]);
		const { rows } = await elsewhere.pool.query('select count(*)::int as n from events');
		expect(rows).toEqual([{ n: 0 }]);
		await elsewhere.close();
	});
});

/** Ends one connection while it appends; answers 0 when the round was over before. */
async function killOne(killer: pg.Client, round: Promise<unknown>): Promise<number> {
	let isOver = false;
	void round.then(() => {
		isOver = true;
	});
	while (!isOver) {
		const { rowCount } = await killer.query(
			`select pg_terminate_backend(pid) from pg_stat_activity
			where datname = current_database() and query like 'with held%' and state = 'active'`,
		);
		if (rowCount) return rowCount;
	}
	return 0;
}

async function countTransactions(): Promise<number> {
	const { rows } = await database.db.pool.query<{ n: number }>(
		`select count(distinct xmin::text)::int as n from events`,
	);
	return rows[0]?.n ?? 0;
}
