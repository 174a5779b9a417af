import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = import.meta.dirname;

/** Pages of the browser as their route files declare them: `cases/$caseId` → /cases/…. The desk's lie below /desk. */
const pages = globSync('**/web/**/index.ts', { cwd: ROOT }).flatMap((file) =>
	[...readFileSync(join(ROOT, file), 'utf8').matchAll(/path: '([^']+)'/g)].map(([, path = '']) =>
		join(file.includes('/desk/') ? '/desk' : '/', path),
	),
);
const known = [...pages, '/api/docs'].map((page) => new RegExp(`^${page.replaceAll(/\$\w+/g, '[^/]+')}$`));
const isKnown = (address: string) => known.some((page) => page.test(address));

/** Addresses that the server hands out in signposts, an id for each value that is put in. */
const addresses = globSync('**/*.ts', { cwd: ROOT })
	.filter((file) => !file.includes('/web/') && !file.includes('.test.'))
	.flatMap((file) =>
		[...readFileSync(join(ROOT, file), 'utf8').matchAll(/href: ['`](\/[^'`]*)['`]/g)].map(
			([, href = '']) => ({
				file,
				address: href.replaceAll(/\$\{[^}]+\}/g, 'x'),
			}),
		),
	)
	.filter(({ address }) => !address.startsWith('/api/cases/'));

it('every address that a signpost of the server points to is a page', () => {
	expect(pages.length).toBeGreaterThan(10);
	expect(addresses.length).toBeGreaterThan(10);
	expect(addresses.filter(({ address }) => !isKnown(address))).toEqual([]);
});

it('would find an address that leads nowhere', () => {
	expect(isKnown('/nowhere')).toBe(false);
	expect(isKnown('/cases/x')).toBe(true);
});
