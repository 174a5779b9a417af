import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

/** Starting builds the web part when it is stale; on two busy cores that takes most of this. */
const LIMIT = 180_000;

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'onevisit-npm-start-'));
// PostgreSQL's user must be able to pass through when the tests run as root.
chmodSync(dataDir, 0o711);
const started: ChildProcess[] = [];
afterAll(async () => {
	for (const child of started) await end(child, 'SIGTERM');
	rmSync(dataDir, { recursive: true, force: true });
});

interface Run {
	child: ChildProcess;
	output: () => string;
	ended: Promise<number | null>;
}

function npmStart(env: NodeJS.ProcessEnv = {}): Run {
	const child = spawn(process.execPath, [path.join(import.meta.dirname, '../start.mjs')], {
		env: {
			...process.env,
			ONEVISIT_DATA: dataDir,
			PORT: '0',
			DATABASE_URL: '',
			ONEVISIT_MODE: '',
			ONEVISIT_NOW: '',
			...env,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	started.push(child);
	let text = '';
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
	const ended = once(child, 'close').then(([code]) => code as number | null);
	return { child, output: () => text, ended };
}

/** The address that it prints; fails with what it printed when it ends before. */
async function address(run: Run): Promise<string> {
	const find = () => /http:\/\/localhost:\d+/.exec(run.output())?.[0];
	const found = expect.poll(find, { timeout: LIMIT, interval: 50 }).toBeDefined();
	await Promise.race([found, run.ended.then(() => Promise.reject(new Error(run.output())))]);
	return find() ?? '';
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill(signal);
	await once(child, 'exit');
}

test('starts, serves the web part and the demo, refuses a second one, and goes without a trace', {
	timeout: LIMIT,
}, async () => {
	const first = npmStart();
	const url = await address(first);
	expect((await fetch(`${url}/api/ready`)).status).toBe(200);
	expect(await (await fetch(url)).text()).toContain('<div id="root">');
	expect(first.output()).toMatch(/clerk/);

	const second = npmStart();
	expect(await second.ended).toBe(1);
	expect(second.output()).toContain(`Another OneVisit is running on ${dataDir}`);
	expect(second.output()).not.toContain('    at ');

	// Ctrl-C reaches us from the terminal and from npm.
	first.child.kill('SIGINT');
	first.child.kill('SIGINT');
	expect(await first.ended).toBe(0);
	const { home } = JSON.parse(readFileSync(path.join(dataDir, 'database.json'), 'utf8'));
	expect(existsSync(path.join(home, 'postgres/postmaster.pid'))).toBe(false);
	await expect(fetch(url)).rejects.toThrow();
});

test('production refuses the settings of a demo, all at once', { timeout: LIMIT }, async () => {
	const run = npmStart({ ONEVISIT_MODE: 'production' });
	expect(await run.ended).toBe(1);
	for (const variable of ['ONEVISIT_SECRET', 'DATABASE_URL', 'ONEVISIT_URL'])
		expect(run.output()).toContain(variable);
	expect(run.output()).not.toContain('    at ');
});
