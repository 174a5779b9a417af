import { afterAll, expect, test } from 'vitest';
import { testDatabase } from './index.ts';

const one = await testDatabase();
const two = await testDatabase();
afterAll(async () => {
	await one.drop();
	await two.drop();
});

test('signs in as the role of the server, with its jurisdiction', async () => {
	const { rows } = await one.db.pool.query(
		`select current_user::text as "user", session_user::text as "session", current_setting('onevisit.jurisdiction') as jurisdiction`,
	);
	expect(rows).toEqual([{ user: 'onevisit_app', session: 'onevisit_app', jurisdiction: '370115' }]);
});

test('gives every suite a database of its own', async () => {
	const name = async (db: typeof one) =>
		(await db.db.pool.query('select current_database() as name')).rows[0].name;
	expect(await name(one)).not.toBe(await name(two));
});
