import { getMigrations } from 'better-auth/db/migration';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '../testing/index.ts';
import { authOptions } from './auth-server.ts';
import { testConfig } from './testing.ts';

const database = await testDatabase();
afterAll(() => database.drop());

test('better-auth finds its tables as it wants them, and nothing to migrate', async () => {
	const plan = await getMigrations(authOptions(database.db, testConfig()));
	expect(plan.toBeCreated).toEqual([]);
	expect(plan.toBeAdded).toEqual([]);
	expect(plan.toBeAddedIndexes).toEqual([]);
	expect(plan.schemaProblems).toEqual([]);
});

test('better-auth would notice a missing column', async () => {
	const options = authOptions(database.db, testConfig());
	const plan = await getMigrations({
		...options,
		user: { additionalFields: { shoeSize: { type: 'number', required: false } } },
	});
	expect(plan.toBeAdded).toMatchObject([{ table: 'user', fields: { shoeSize: { type: 'number' } } }]);
});
