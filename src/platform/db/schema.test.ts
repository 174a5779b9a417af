import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { testDatabase } from '../testing/index.ts';
import { schemaTypes } from './schema-types.ts';

test('schema.ts is in step with the migrations (else: npm run db:types)', async () => {
	const database = await testDatabase();
	try {
		const written = await readFile(new URL('./schema.ts', import.meta.url), 'utf8');
		expect(written).toBe(await schemaTypes(database.ownerUrl));
	} finally {
		await database.drop();
	}
});
