import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../testing/index.ts';
import { createEventStore, type StoredEvent } from './index.ts';
import { add, asOwner, createCounters } from './testing.ts';
import { type Finding, type VerifiedStream, verifyEvents } from './verify.ts';

const database = await testDatabase();
const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
const store = createEventStore(database.db, {
	kind: 'counter',
	rowTable: 'counters',
	jurisdiction: '370115',
});
const counters: VerifiedStream = { kind: 'counter', rowTable: 'counters', fold };

function fold(events: StoredEvent[]) {
	const total = events.reduce((sum, { data }) => sum + Number(data.amount), 0);
	return { total, on_day: '2026-09-18', state: { total } };
}

beforeAll(() => createCounters(database.ownerUrl));
afterAll(async () => {
	await owner.end();
	await database.drop();
});

let id = '';
beforeEach(async () => {
	await asOwner(database.ownerUrl, 'truncate events, outbox, counters');
	for (let n = 0; n < 3; n += 1) {
		id = randomUUID();
		for (let version = 0; version < 4; version += 1) await store.append(add(id, version, version + 1));
	}
});

async function verify(): Promise<{ findings: Finding[]; streams: number; events: number; seal: string }> {
	const findings: Finding[] = [];
	const { streams, events, seal } = await verifyEvents(owner, [counters], (finding) =>
		findings.push(finding),
	);
	return { findings, streams, events, seal };
}

test('finds nothing where nothing was altered, and counts what it saw', async () => {
	expect(await verify()).toMatchObject({ findings: [], streams: 3, events: 12 });
});

const third = (id: string) => `where stream = '${id}' and version = 3`;
const hash = 'a'.repeat(64);

describe('one altered thing is found and named', () => {
	test.each([
		['type', (id: string) => `update events set type = 'ADDEE' ${third(id)}`],
		['data', (id: string) => `update events set data = '{"amount": 2}' ${third(id)}`],
		[
			'a number by less than JavaScript sees',
			(id: string) => `update events set data = '{"amount": 1.00000000000000000001}' ${third(id)}`,
		],
		['the writing of a number', (id: string) => `update events set data = '{"amount": 1.0}' ${third(id)}`],
		['actor', (id: string) => `update events set actor = 'testeR' ${third(id)}`],
		['time', (id: string) => `update events set at = at + interval '1 millisecond' ${third(id)}`],
		[
			'time by less than JavaScript sees',
			(id: string) => `update events set at = at + interval '1 microsecond' ${third(id)}`,
		],
		['hash', (id: string) => `update events set hash = '${hash}' ${third(id)}`],
		['the hash before', (id: string) => `update events set previous_hash = '${hash}' ${third(id)}`],
		['a missing event', (id: string) => `delete from events ${third(id)}`],
	])('%s', async (_name, tamper) => {
		await asOwner(database.ownerUrl, tamper(id));
		const { findings } = await verify();
		expect(findings[0]).toMatchObject({ stream: id, version: 3 });
		expect(findings.every(({ stream }) => stream === id)).toBe(true);
	});
});

describe('and so is', () => {
	test('the order of events', async () => {
		await asOwner(
			database.ownerUrl,
			`update events set version = 99 where stream = '${id}' and version = 2`,
			`update events set version = 2 where stream = '${id}' and version = 3`,
			`update events set version = 3 where stream = '${id}' and version = 99`,
		);
		expect((await verify()).findings[0]).toMatchObject({ stream: id, version: 2 });
	});

	test('a missing last event', async () => {
		await asOwner(database.ownerUrl, `delete from events where stream = '${id}' and version = 4`);
		expect((await verify()).findings).toEqual([
			expect.objectContaining({ stream: id, version: 4, what: expect.stringContaining('end at 3') }),
		]);
	});

	test('events that moved to another stream', async () => {
		const other = randomUUID();
		await asOwner(database.ownerUrl, `update events set stream = '${other}' where stream = '${id}'`);
		const { findings } = await verify();
		expect(new Set(findings.map(({ stream }) => stream))).toEqual(new Set([id, other]));
	});

	test('events of another kind', async () => {
		await asOwner(database.ownerUrl, `update events set kind = 'countess' where stream = '${id}'`);
		expect((await verify()).findings.map(({ what }) => what)).toContainEqual(
			expect.stringContaining('countess'),
		);
	});

	test.each([
		['a column', `total = 5`, 'total'],
		['the state', `state = '{"total": 5}'`, 'state'],
		['a day', `on_day = '2026-09-19'`, 'on_day'],
		['the head', `head = '${hash}'`, 'head'],
	])('a row that was altered: %s', async (_name, change, column) => {
		await asOwner(database.ownerUrl, `update counters set ${change} where id = '${id}'`);
		expect((await verify()).findings).toEqual([
			expect.objectContaining({ stream: id, what: expect.stringContaining(column) }),
		]);
	});

	test('a row that is missing, and one without events', async () => {
		await asOwner(database.ownerUrl, `delete from counters where id = '${id}'`);
		expect((await verify()).findings).toEqual([
			expect.objectContaining({ stream: id, what: 'row is missing in counters' }),
		]);
		await asOwner(database.ownerUrl, `delete from events`);
		expect((await verify()).findings).toHaveLength(2);
	});

	test('a whole stream that vanished, by the seal', async () => {
		const { seal } = await verify();
		await asOwner(
			database.ownerUrl,
			`delete from events where stream = '${id}'`,
			`delete from counters where id = '${id}'`,
		);
		const after = await verify();
		expect(after.findings).toEqual([]);
		expect(after.seal).not.toBe(seal);
	});
});
