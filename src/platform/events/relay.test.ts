import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BusEvent, createBus } from '../bus.ts';
import { testDatabase } from '../testing/index.ts';
import { createEventStore } from './index.ts';
import { startRelay } from './relay.ts';
import { add, createCounters } from './testing.ts';

const database = await testDatabase();
const { pool } = database.db;
const jurisdiction = '370115';
beforeAll(() => createCounters(database.ownerUrl));
afterAll(() => database.drop());

function relayTo(handler: (event: BusEvent) => void | Promise<void>) {
	const bus = createBus();
	const errors: unknown[] = [];
	bus.subscribe('ADDED', handler);
	return { errors, ...startRelay({ pool, bus, jurisdiction, onError: (error) => errors.push(error) }) };
}

async function outboxSize(): Promise<number> {
	const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from outbox');
	return rows[0]?.n ?? -1;
}

test('everything arrives, each stream in order, whoever carries', async () => {
	const seen = new Map<string, number[]>();
	const note = ({ stream, version }: BusEvent) =>
		void seen.set(stream, [...(seen.get(stream) ?? []), version]);
	const relays = [relayTo(note), relayTo(note)];
	const store = createEventStore(database.db, {
		kind: 'counter',
		rowTable: 'counters',
		jurisdiction,
		onCommit: () => relays[0]?.nudge(),
	});
	const ids = Array.from({ length: 30 }, () => randomUUID());
	for (let version = 0; version < 5; version += 1) {
		await Promise.all(ids.map((id) => store.append(add(id, version, version + 1))));
	}
	await expect.poll(outboxSize).toBe(0);
	await Promise.all(relays.map((relay) => relay.stop()));
	expect(ids.map((id) => seen.get(id))).toEqual(ids.map(() => [1, 2, 3, 4, 5]));
});

test('a handler that fails holds back its stream only, and the event comes again', async () => {
	const store = createEventStore(database.db, { kind: 'counter', rowTable: 'counters', jurisdiction });
	const [bad, good] = [randomUUID(), randomUUID()];
	for (const id of [bad, good])
		for (let version = 0; version < 3; version += 1) await store.append(add(id, version, 1));
	const seen: string[] = [];
	let isBroken = true;
	const relay = relayTo(({ stream, version, data, kind, at }) => {
		if (stream === bad && version === 2 && isBroken) throw new Error('not now');
		expect({ data, kind, at }).toEqual({
			data: { amount: 1 },
			kind: 'counter',
			at: '2026-09-18T01:00:00.000Z',
		});
		seen.push(`${stream === bad ? 'bad' : 'good'} ${version}`);
	});
	await relay.drain();
	expect(seen.sort()).toEqual(['bad 1', 'good 1', 'good 2', 'good 3']);
	expect(relay.errors.map(String)).toEqual(['Error: not now']);
	const { rows } = await pool.query('select attempts, last_error from outbox order by id');
	expect(rows).toEqual([
		{ attempts: 1, last_error: 'Error: not now' },
		{ attempts: 0, last_error: null },
	]);
	isBroken = false;
	await expect.poll(outboxSize, { timeout: 10_000 }).toBe(0);
	expect(seen.slice(-2)).toEqual(['bad 2', 'bad 3']);
	await relay.stop();
});
