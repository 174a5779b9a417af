import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt } from '../start/build-web.mjs';
import {
	readSentence,
	sentence,
	single,
	sum,
	type Tally,
	tallyVitest,
	type VitestReport,
	withExitCode,
} from './tally.ts';

/* Everything that has to hold, one step after the other; a step that fails stops none after it. */

const root = path.join(import.meta.dirname, '../..');
const scratch = mkdtempSync(path.join(os.tmpdir(), 'onevisit-npm-test-'));
const reportFile = path.join(scratch, 'vitest.json');

interface Step {
	name: string;
	run: () => Promise<Tally>;
}

const steps: Step[] = [
	{ name: 'types', run: () => check('typescript/bin/tsc', ['--noEmit']) },
	{ name: 'style', run: () => check('@biomejs/biome/bin/biome', ['ci', '.']) },
	{ name: 'import directions', run: () => check('dependency-cruiser/bin/dependency-cruiser.mjs', ['src']) },
	{ name: 'nothing unused', run: () => check('knip/bin/knip.js', []) },
	{ name: 'unit, property and integration tests', run: vitest },
	{ name: 'web part builds', run: buildWeb },
	{ name: 'stories in the browser', run: stories },
];

/** Runs a tool of node_modules with our Node, showing what it prints. */
async function execute(script: string, args: string[]): Promise<{ ok: boolean; output: string }> {
	const child = spawn(process.execPath, [path.join(root, script), ...args], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		output += text;
		process.stdout.write(text);
	});
	const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
	return { ok: code === 0, output };
}

async function check(script: string, args: string[]): Promise<Tally> {
	return single((await execute(`node_modules/${script}`, args)).ok);
}

async function vitest(): Promise<Tally> {
	const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${reportFile}`];
	const { ok } = await execute('node_modules/vitest/vitest.mjs', ['run', ...reporters]);
	const report = existsSync(reportFile)
		? (JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport)
		: undefined;
	return withExitCode(report && tallyVitest(report), ok);
}

async function buildWeb(): Promise<Tally> {
	return single(ensureBuilt(process.execPath));
}

async function stories(): Promise<Tally> {
	const { ok, output } = await execute('tools/story.ts', ['--out', path.join(scratch, 'stories')]);
	return withExitCode(readSentence(output), ok);
}

const tallies: Tally[] = [];
for (const { name, run } of steps) {
	console.log(`\n── ${name}`);
	const began = Date.now();
	const tally = await run().catch((error: unknown) => {
		console.error(error);
		return single(false);
	});
	tallies.push(tally);
	console.log(`── ${name}: ${sentence(tally)} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}
const total = sum(tallies);
// Screenshots of a failed story are worth a look; without one, nothing stays behind.
if (total.failed === 0) rmSync(scratch, { recursive: true });
else console.log(`\nReports and screenshots: ${scratch} (${readdirSync(scratch).join(', ')})`);
console.log(`\n${sentence(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
