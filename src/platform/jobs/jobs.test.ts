import { PgBoss } from 'pg-boss';
import { afterAll, expect, test } from 'vitest';
import { asOwner } from '../events/testing.ts';
import { testDatabase } from '../testing/index.ts';
import { JOBS_SCHEMA } from './jobs.migration.ts';
import { startJobs } from './jobs.ts';

const database = await testDatabase();
const fail = (error: Error) => {
	throw error;
};
const jobs = await startJobs({ pool: database.db.pool, onError: fail });
afterAll(async () => {
	await jobs.stop();
	await database.drop();
});

test('the installed tables are those that this release of the queue wants', async () => {
	const boss = new PgBoss({ connectionString: database.ownerUrl, schema: JOBS_SCHEMA, migrate: false });
	await boss.start();
	const drift = await boss.detectSchemaDrift();
	await boss.stop();
	expect(drift).toMatchObject({ ok: true });
});

test('does what it is asked, as the role of the server', async () => {
	const done: object[] = [];
	await jobs.work<{ n: number }>('count', async (data) => void done.push(data));
	await jobs.send('count', { n: 1 });
	await jobs.send('count', { n: 2 }, { after: new Date(Date.now() + 3_600_000) });
	await expect.poll(() => done, { timeout: 15_000 }).toEqual([{ n: 1 }]);
	const states = async () =>
		asOwner(database.ownerUrl, `select state::text from ${JOBS_SCHEMA}.job where name = 'count' order by 1`);
	await expect.poll(states).toEqual([{ state: 'completed' }, { state: 'created' }]);
});

test('a job that fails comes again', async () => {
	await jobs.work('fail', async () => {
		throw new Error('not now');
	});
	await jobs.send('fail', {});
	const state = async () =>
		(
			await asOwner(
				database.ownerUrl,
				`select state::text, retry_count from ${JOBS_SCHEMA}.job where name = 'fail'`,
			)
		)[0];
	await expect.poll(state, { timeout: 15_000 }).toMatchObject({ state: 'retry' });
});

test('a schedule is kept, and a stop is clean', async () => {
	await jobs.schedule('nightly', '0 3 * * *', async () => undefined);
	const rows = await asOwner(
		database.ownerUrl,
		`select cron, timezone from ${JOBS_SCHEMA}.schedule where name = 'nightly'`,
	);
	expect(rows).toEqual([{ cron: '0 3 * * *', timezone: 'Asia/Shanghai' }]);
	expect(jobs.isRunning()).toBe(true);
	await jobs.stop();
	expect(jobs.isRunning()).toBe(false);
});
