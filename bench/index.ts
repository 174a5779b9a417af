import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { allMigrations } from '../src/migrations.ts';
import { migrate, openDb, startDatabase } from '../src/platform/db/index.ts';
import { createCounters } from '../src/platform/events/testing.ts';
import { type Measured, measureAppends } from './append.ts';
import { measureCatalogue } from './catalogue.ts';

/**
 * `npm run bench [-- --write] [-- --seconds N]`: measures side by side in one run, because only ratios travel from
 * one machine to another. A database of its own, with durable writes, that is thrown away.
 */
const { values } = parseArgs({
	options: { write: { type: 'boolean' }, seconds: { type: 'string', default: '3' } },
});
const seconds = Number(values.seconds);
if (!(seconds > 0)) throw new RangeError('--seconds must be a number above 0');

const JURISDICTION = '370115';
const dataDir = mkdtempSync(join(tmpdir(), 'onevisit-bench-'));
const database = await startDatabase({ dataDir });
try {
	await migrate(database.ownerUrl, allMigrations);
	await createCounters(database.ownerUrl);
	const db = openDb(database.url, { jurisdiction: JURISDICTION, connections: 64, onError: () => undefined });
	const appends = asTable(await measureAppends(db, seconds));
	const tables = `${appends}\n\n${await measureCatalogue(db, JURISDICTION)}`;
	await db.close();
	console.log(tables);
	if (values.write) writeFileSync(join(import.meta.dirname, 'results.md'), asPage(tables));
} finally {
	await database.stop();
	rmSync(dataDir, { recursive: true, force: true });
}

function asTable(results: Measured[]): string {
	const slowest = Math.min(...results.map(({ perSecond }) => perSecond));
	const lines = results.map(
		({ name, perSecond, p50, p99 }) =>
			`| ${name.padEnd(52)} | ${perSecond.toFixed(0).padStart(9)} | ${p50.toFixed(1).padStart(8)} | ${p99.toFixed(1).padStart(8)} | ${(perSecond / slowest).toFixed(2).padStart(5)} × |`,
	);
	const head = `| ${'64 writers, one event each'.padEnd(52)} | appends/s | p50 (ms) | p99 (ms) |   ratio |`;
	return [head, `|${'-'.repeat(54)}|----------:|---------:|---------:|--------:|`, ...lines].join('\n');
}

function asPage(tables: string): string {
	const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}, PostgreSQL on the same machine`;
	return `# Results\n\nWritten by \`npm run bench -- --write\`: ${machine}. Compare the ratios, not the numbers.\n\n${tables}\n`;
}
