import pg from 'pg';
import type { Append, NewEvent } from './event.ts';

/** Runs statements as the owner of a test database, behind the server's back. */
export async function asOwner<R extends pg.QueryResultRow>(
	ownerUrl: string,
	...statements: string[]
): Promise<R[]> {
	const client = new pg.Client(ownerUrl);
	await client.connect();
	try {
		let rows: R[] = [];
		for (const statement of statements) rows = (await client.query<R>(statement)).rows;
		return rows;
	} finally {
		await client.end();
	}
}

/** A row table as a room would make one: `total` is never negative, so that a write can be bad. */
export async function createCounters(ownerUrl: string): Promise<void> {
	await asOwner(
		ownerUrl,
		`create table counters (jurisdiction text not null, id text not null, version int not null, head text not null,
			state jsonb not null, total int not null check (total >= 0), on_day date, primary key (jurisdiction, id))`,
		'alter table counters enable row level security',
		`create policy jurisdiction on counters to onevisit_app using (jurisdiction = current_setting('onevisit.jurisdiction', true))`,
		'grant select, insert, update on counters to onevisit_app',
	);
}

/** An event of a counter. */
export function added(amount: number, at = '2026-09-18T01:00:00.000Z'): NewEvent {
	return { type: 'ADDED', data: { amount }, actor: 'tester', at };
}

/** An append of one event to a counter. */
export function add(stream: string, expectedVersion: number, total: number): Append {
	return {
		stream,
		expectedVersion,
		events: [added(1)],
		row: { total, on_day: '2026-09-18', state: { total } },
	};
}
