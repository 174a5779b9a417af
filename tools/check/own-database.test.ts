import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { allMigrations } from '../../src/migrations.ts';
import { migrate, openDb } from '../../src/platform/db/index.ts';

/* What docs/deploy.md says of a PostgreSQL of one's own: an owner without any privilege in the cluster is enough. */

const name = `own_${randomBytes(6).toString('hex')}`;
const server = inject('database');
const admin = new pg.Client(server.ownerUrl);

beforeAll(async () => {
	await admin.connect();
	await admin.query(`create role ${name} login password 'owner'`);
	await admin.query(`create database ${name} owner ${name} template template0 encoding 'UTF8' locale 'C'`);
});
afterAll(async () => {
	await admin.query(`drop database ${name} with (force)`);
	await admin.query(`drop role ${name}`);
	await admin.end();
});

function address(url: string, user?: string): string {
	const changed = new URL(url);
	changed.pathname = `/${name}`;
	if (user) [changed.username, changed.password] = [user, 'owner'];
	return changed.href;
}

test('everything migrates as an ordinary owner, and the server then works as its own role', async () => {
	const done = await migrate(address(server.ownerUrl, name), allMigrations);
	expect(done).toEqual(allMigrations.flatMap(Object.keys).sort());
	const db = openDb(address(server.appUrl), { jurisdiction: '370115' });
	const { rows } = await db.pool.query('select current_user::text as role, count(*) as events from events');
	await db.close();
	expect(rows).toEqual([{ role: 'onevisit_app', events: 0 }]);
});
