import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The demo clock of every story starts here: a Monday without holidays near it, before the National Day weeks. */
const STORY_NOW = '2026-09-07T09:00:00+08:00';

const READY_WITHIN_MS = 120_000;

export interface StoryServer {
	url: string;
	/** Everything that the server has printed, for the report of a failure. */
	output(): string;
	stop(): Promise<void>;
}

/**
 * Starts the real server with a data directory of its own (so: with a database of its own) on a free port.
 * @throws Error with the server's output when it ends or is not ready within two minutes
 */
export async function startServer(): Promise<StoryServer> {
	const dataDir = await mkdtemp(join(tmpdir(), 'onevisit-story-data-'));
	const port = await freePort();
	const child = spawn(process.execPath, ['src/main.ts'], {
		cwd: join(import.meta.dirname, '..', '..'),
		env: {
			...process.env,
			PORT: String(port),
			ONEVISIT_DATA: dataDir,
			ONEVISIT_NOW: STORY_NOW,
			DATABASE_URL: '',
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	// Whatever becomes of the runner, its server does not outlive it; SIGTERM lets the server end its database, too.
	const farewell = () => child.kill('SIGTERM');
	process.once('exit', farewell);
	const lines: string[] = [];
	child.stdout.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
	const output = () => lines.join('');
	const stop = async () => {
		await end(child);
		process.off('exit', farewell);
		await rm(dataDir, { recursive: true, force: true });
	};
	const url = `http://127.0.0.1:${port}`;
	try {
		await untilReady(child, url, output);
	} catch (error) {
		await stop();
		throw error;
	}
	return { url, output, stop };
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const address = probe.address();
	probe.close();
	await once(probe, 'close');
	if (address === null || typeof address === 'string') throw new Error('no free port');
	return address.port;
}

async function untilReady(child: ChildProcess, url: string, output: () => string): Promise<void> {
	const limit = Date.now() + READY_WITHIN_MS;
	while (Date.now() < limit) {
		if (child.exitCode !== null) {
			throw new Error(`The server ended with ${child.exitCode}:\n${output()}`);
		}
		if (await answers(`${url}/api/ready`)) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`The server was not ready within ${READY_WITHIN_MS / 1000} s:\n${output()}`);
}

async function answers(url: string): Promise<boolean> {
	try {
		return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
	} catch {
		// Refused or cut off: it is still starting, which is what is being asked.
		return false;
	}
}

async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = once(child, 'exit');
	child.kill('SIGTERM');
	const impatience = setTimeout(() => child.kill('SIGKILL'), 15_000);
	await ended;
	clearTimeout(impatience);
}
