import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Db, openDb } from '../db/index.ts';

/** SQLSTATE of a database that sessions still use. */
const OBJECT_IN_USE = '55006';

/** What the run's global setup (`tools/test/database.ts`) hands to every test file. */
export interface TestServer {
	/** Address of the owner, on the maintenance database. */
	ownerUrl: string;
	/** Address of `onevisit_app`, on the maintenance database. */
	appUrl: string;
	/** Migrated database to clone. */
	template: string;
}

declare module 'vitest' {
	interface ProvidedContext {
		database: TestServer;
	}
}

/** A database that one test file has for itself. */
export interface TestDatabase {
	/** For `openDb`, as the server. */
	url: string;
	/** As the owner, who sees everything: for looking behind the server's back. */
	ownerUrl: string;
	db: Db;
	drop(): Promise<void>;
}

/** Clones the migrated template, so that suites run side by side and none sees another's rows. */
export async function testDatabase(options: { jurisdiction?: string } = {}): Promise<TestDatabase> {
	const server = inject('database');
	const name = `test_${randomBytes(6).toString('hex')}`;
	await asOwner(server, `create database ${name} template ${server.template}`);
	const url = withDatabase(server.appUrl, name);
	const db = openDb(url, { jurisdiction: options.jurisdiction ?? '370115' });
	return {
		url,
		ownerUrl: withDatabase(server.ownerUrl, name),
		db,
		async drop() {
			await db.close();
			await dropDatabase(server, name);
		},
	};
}

/** An empty database, not migrated, for tests of migrations themselves. */
export async function emptyDatabase(): Promise<Pick<TestDatabase, 'url' | 'ownerUrl' | 'drop'>> {
	const server = inject('database');
	const name = `test_${randomBytes(6).toString('hex')}`;
	await asOwner(server, `create database ${name}`);
	return {
		url: withDatabase(server.appUrl, name),
		ownerUrl: withDatabase(server.ownerUrl, name),
		drop: () => dropDatabase(server, name),
	};
}

/**
 * Sessions that are just ending are waited for (PostgreSQL does, five seconds), since cutting them off would
 * surface as an error of a client that nobody listens to any more. What a test has left open is cut off then.
 */
async function dropDatabase(server: TestServer, name: string): Promise<void> {
	try {
		await asOwner(server, `drop database ${name}`);
	} catch (error) {
		if (!(error instanceof pg.DatabaseError && error.code === OBJECT_IN_USE)) throw error;
		await asOwner(server, `drop database ${name} with (force)`);
	}
}

async function asOwner(server: TestServer, statement: string): Promise<void> {
	const client = new pg.Client(server.ownerUrl);
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}

function withDatabase(url: string, name: string): string {
	const changed = new URL(url);
	changed.pathname = `/${name}`;
	return changed.href;
}
