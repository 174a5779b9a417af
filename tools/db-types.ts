import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { allMigrations } from '../src/migrations.ts';
import { migrate, startDatabase } from '../src/platform/db/index.ts';
import { schemaTypes } from '../src/platform/db/schema-types.ts';

/** `npm run db:types`: migrates a database that is thrown away, and writes its types to `src/platform/db/schema.ts`. */
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'onevisit-types-'));
const database = await startDatabase({ dataDir }, undefined, { durable: false });
try {
	await migrate(database.ownerUrl, allMigrations);
	const file = path.join(import.meta.dirname, '../src/platform/db/schema.ts');
	writeFileSync(file, await schemaTypes(database.ownerUrl));
	console.log(`Wrote ${path.relative(process.cwd(), file)}`);
} finally {
	await database.stop();
	rmSync(dataDir, { recursive: true });
}
