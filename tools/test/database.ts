import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { allMigrations } from '../../src/migrations.ts';
import { migrate, startDatabase } from '../../src/platform/db/index.ts';

/**
 * Vitest's global setup: one PostgreSQL for the whole run, in a directory of its own, migrated once.
 * The migrated database is the template that `testDatabase()` clones. Everything is gone at the end.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const dataDir = mkdtempSync(path.join(os.tmpdir(), 'onevisit-test-'));
	const remove = () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
	const database = await startDatabase({ dataDir }, undefined, { durable: false });
	process.once('exit', remove);
	await migrate(database.ownerUrl, allMigrations);
	const maintenance = (url: string) => url.replace(/[^/]+$/, 'postgres');
	project.provide('database', {
		ownerUrl: maintenance(database.ownerUrl),
		appUrl: maintenance(database.url),
		template: new URL(database.ownerUrl).pathname.slice(1),
	});
	return async () => {
		await database.stop();
		remove();
	};
}
