import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { createEventStore } from '../src/platform/events/index.ts';
import { add, createCounters } from '../src/platform/events/testing.ts';
import { testDatabase } from '../src/platform/testing/index.ts';

const database = await testDatabase();
afterAll(() => database.drop());

async function verify() {
	const child = spawn(process.execPath, [resolve(import.meta.dirname, 'verify.ts')], {
		env: { PATH: process.env.PATH, DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
	return { output, code };
}

test('says 0 when nothing is wrong, and 1 with a name when something is', async () => {
	expect(await verify()).toMatchObject({ code: 0, output: expect.stringContaining('0 findings\nseal ') });
	await createCounters(database.ownerUrl);
	const store = createEventStore(database.db, {
		kind: 'counter',
		rowTable: 'counters',
		jurisdiction: '370115',
	});
	const id = randomUUID();
	await store.append(add(id, 0, 1));
	const { code, output } = await verify();
	expect(code).toBe(1);
	expect(output).toContain('370115 *: events of a kind that nobody knows: counter');
	expect(output).toContain('1 streams with 1 events');
});
