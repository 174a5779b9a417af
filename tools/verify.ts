import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { foldCase } from '../src/modules/cases/index.ts';
import { ConfigError, readConfig } from '../src/platform/config.ts';
import { DataLockedError, joinDatabase } from '../src/platform/db/index.ts';
import { type Finding, type VerifiedStream, verifyEvents } from '../src/platform/events/verify.ts';

/** Every kind of stream in the house; events of any other kind are a finding. */
const KINDS: VerifiedStream[] = [
	{
		kind: 'case',
		rowTable: 'cases',
		fold: foldCase,
		// These follow from the calendar too, which grows each year; they steer lists and decide nothing.
		except: [
			'due_on',
			'lit_from',
			'yellow_on',
			'orange_on',
			'red_on',
			'stopped_from',
			'stopped_to',
			'settle_on',
			'statutory_days',
			'promised_days',
			'spent_days',
			'timeliness',
		],
	},
];

/** Answers the exit code: 0 when everything is as it was written, 1 when not, 2 when it could not be looked at. */
async function main(): Promise<number> {
	const database = await joinDatabase(readConfig(process.env));
	const pool = new pg.Pool({ connectionString: database.ownerUrl, max: 2, options: '-c timezone=UTC' });
	try {
		const began = performance.now();
		const { streams, events, findings, seal } = await verifyEvents(pool, KINDS, print);
		const seconds = ((performance.now() - began) / 1000).toFixed(1);
		console.log(`${streams} streams with ${events} events checked in ${seconds} s: ${findings} findings`);
		console.log(`seal ${seal}`);
		return findings > 0 ? 1 : 0;
	} finally {
		await pool.end();
		await database.stop();
	}
}

function print({ jurisdiction, stream, version, what }: Finding): void {
	const place = version === undefined ? '' : ` version ${version}`;
	console.log(`${jurisdiction} ${stream}${place}: ${what}`);
}

try {
	process.exitCode = await main();
} catch (error) {
	const isPlain = error instanceof ConfigError || error instanceof DataLockedError;
	console.error(isPlain ? error.message : error);
	process.exitCode = 2;
}
