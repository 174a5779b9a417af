import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const config = path.join(root, '.dependency-cruiser.cjs');
const { forbidden } = createRequire(import.meta.url)(config) as {
	forbidden: { name: string; comment: string }[];
};
const ruleNames = forbidden.map((rule) => rule.name);

/** Every violation in the fixture, as `rule: from → to`. */
async function cruiseFixture(): Promise<string[]> {
	const stdout = await new Promise<string>((resolve) => {
		const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
		const cwd = path.join(import.meta.dirname, 'fixture');
		// It exits with the number of errors, so the exit code is no error of ours.
		execFile(
			process.execPath,
			[cruiser, '--config', config, '--output-type', 'json', 'src'],
			{ cwd },
			(_error, out) => resolve(out),
		);
	});
	const { summary } = JSON.parse(stdout) as {
		summary: { violations: { rule: { name: string }; from: string; to: string }[] };
	};
	return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();
}

test('a house with every arrow wrong is caught at every arrow', async () => {
	const caught = await cruiseFixture();
	expect(caught).toEqual([
		'floor-catalog: src/modules/catalog/index.ts → src/modules/calendar/index.ts',
		'floor-catalog: src/modules/catalog/index.ts → src/modules/cases/index.ts',
		'law-imports-nothing: src/law/index.ts → fs/promises',
		'law-imports-nothing: src/law/index.ts → src/modules/cases/index.ts',
		'law-tests-know-the-law-only: src/law/rules.test.ts → src/modules/cases/index.ts',
		'law-through-its-door: src/modules/cases/index.ts → src/law/rules.ts',
		'no-circle: src/platform/circle-a.ts → src/platform/circle-b.ts',
		'platform-knows-no-rooms: src/platform/db.ts → src/law/index.ts',
		'platform-knows-no-rooms: src/platform/top.ts → src/main.ts',
		'platform-knows-no-rooms: src/platform/top.ts → src/modules/cases/index.ts',
		'resolvable: src/web/app.ts → ../modules/cases/nowhere.ts',
		'room-through-its-door-from-outside: src/web/app.ts → src/modules/catalog/catalog.store.ts',
		'room-through-its-door: src/modules/cases/index.ts → src/modules/catalog/catalog.store.ts',
		'screen-knows-no-server: src/modules/cases/web/index.ts → path',
		'server-knows-no-screen: src/modules/cases/index.ts → src/modules/cases/web/index.ts',
		'top-floor: src/platform/top.ts → src/main.ts',
	]);
	const untested = ruleNames.filter(
		(name) => !name.startsWith('floor-') && !caught.some((line) => line.startsWith(`${name}:`)),
	);
	expect(untested).toEqual([]);
});

test('every room stands on a floor', () => {
	const rooms = readdirSync(path.join(root, 'src/modules'), { withFileTypes: true }).filter((entry) =>
		entry.isDirectory(),
	);
	expect(rooms.map((room) => `floor-${room.name}`).filter((name) => !ruleNames.includes(name))).toEqual([]);
});

test('the folders that the rules speak of exist', () => {
	const folders = ['src/law', 'src/platform', 'src/modules', 'src/web'];
	expect(folders.filter((folder) => !existsSync(path.join(root, folder)))).toEqual([]);
});
