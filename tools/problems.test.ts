import { expect, test } from 'vitest';
import { problemsPage, writtenPage } from './problems.ts';

test('docs/problems.md lists every code with its texts; `npm run problems` writes it', async () => {
	expect(writtenPage()).toBe(await problemsPage());
});
