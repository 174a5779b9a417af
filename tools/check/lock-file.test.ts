import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

interface Entry {
	version?: string;
	resolved?: string;
	optionalDependencies?: Record<string, string>;
}

const file = path.join(import.meta.dirname, '../../package-lock.json');
const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> };

// npm leaves out a binary of another platform that its registry did not have at that moment; `npm ci` then
// refuses the lock file everywhere, or installs a tool without its binary there.
test('the lock file names the binaries of every platform', () => {
	const missing = Object.entries(packages).flatMap(([where, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies)
			.filter((name) => !packages[`${where}/node_modules/${name}`] && !packages[`node_modules/${name}`])
			.map((name) => `${name} of ${where || 'the root'}`),
	);
	expect(missing).toEqual([]);
});

test('the lock file names no host: everybody uses the registry of their own', () => {
	expect(
		Object.entries(packages).flatMap(([where, { resolved }]) =>
			resolved?.startsWith('http') ? [where] : [],
		),
	).toEqual([]);
});
