import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Binaries } from './binaries.ts';
import { type Cluster, pgData } from './cluster.ts';
import { stopLeftover } from './leftover.ts';
import { asUser, type OsUser } from './os-user.ts';

/** How often to look whether PostgreSQL answers, in milliseconds; it starts in about 200. */
const LOOK = 20;
/** After a crash PostgreSQL replays its log first, which can take minutes. */
const START_LIMIT = 120_000;
/** A fast shutdown ends all sessions and writes a checkpoint. After this, it is cut off, and recovers at the next start. */
const STOP_LIMIT = 20_000;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A running PostgreSQL that belongs to this process. */
export interface EmbeddedPostgres {
	port: number;
	/** Stops it and waits until no process of it is left. May be called twice. */
	stop(): Promise<void>;
	/** Calls back when it ends without having been asked to. */
	onCrash(listener: (reason: string) => void): void;
}

/**
 * Starts PostgreSQL on an initialised cluster and waits until it answers. It listens on 127.0.0.1 only,
 * on a free port. `durable: false` is for tests: it may lose everything when the machine fails.
 */
export async function startPostgres(
	cluster: Cluster,
	binaries: Binaries,
	options: { user: OsUser | undefined; durable: boolean },
): Promise<EmbeddedPostgres> {
	await stopLeftover(pgData(cluster));
	const deadline = Date.now() + START_LIMIT;
	for (;;) {
		const port = await freePort();
		const child = launch(binaries.postgres, cluster, port, options);
		const end = watch(child);
		stopAtExit(child, end);
		const fault = await untilAnswer(cluster, port, end, deadline);
		if (!fault) return supervise(child, port, end, logPath(cluster));
		child.kill('SIGINT');
		await end.ended;
		const log = lastLines(logPath(cluster));
		// A postmaster that was killed leaves workers, which notice within moments; and a free port can be taken by another.
		const passing = /shared memory block .* is still in use|Address already in use/.test(log);
		if (!passing || Date.now() > deadline) throw new Error(`PostgreSQL did not start: ${fault}\n${log}`);
		await wait(LOOK * 5);
	}
}

function launch(
	postgres: string,
	cluster: Cluster,
	port: number,
	options: { user: OsUser | undefined; durable: boolean },
): ChildProcess {
	const settings = {
		listen_addresses: '127.0.0.1',
		port: String(port),
		unix_socket_directories: '',
		max_connections: '100',
		timezone: 'UTC',
		log_timezone: 'UTC',
		...(options.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
	};
	const log = openSync(logPath(cluster), 'w', 0o600);
	const child = spawn(
		postgres,
		[
			'-D',
			pgData(cluster),
			...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
		],
		{
			cwd: '/',
			// Its own process group: Ctrl-C must reach the server first, which then stops PostgreSQL last.
			detached: true,
			// A file and not a pipe: PostgreSQL must not die of a closed pipe when the server is killed.
			stdio: ['ignore', log, log],
			env: { ...process.env, LC_ALL: 'C' },
			...asUser(options.user),
		},
	);
	closeSync(log);
	return child;
}

/**
 * Last resort, when the process goes without stop(): a fast shutdown goes on without us. A signal that nobody
 * else listens to (yet) would end us without an exit event, and leave PostgreSQL behind.
 */
function stopAtExit(child: ChildProcess, end: End): void {
	const atExit = () => child.kill('SIGINT');
	const atSignal = (signal: NodeJS.Signals) => {
		if (process.listenerCount(signal) === 1) process.exit(128 + os.constants.signals[signal]);
	};
	process.once('exit', atExit);
	for (const signal of SIGNALS) process.on(signal, atSignal);
	void end.ended.then(() => {
		process.removeListener('exit', atExit);
		for (const signal of SIGNALS) process.removeListener(signal, atSignal);
	});
}

interface End {
	reason: string | undefined;
	ended: Promise<string>;
}

function watch(child: ChildProcess): End {
	const end: End = { reason: undefined, ended: Promise.resolve('') };
	end.ended = new Promise((resolve) => {
		const finish = (reason: string) => {
			end.reason = reason;
			resolve(reason);
		};
		child.once('error', (error) => finish(error.message));
		child.once('exit', (code, signal) => finish(signal ? `signal ${signal}` : `exit code ${code}`));
	});
	return end;
}

/** Nothing when it takes connections, else why it does not. */
async function untilAnswer(
	cluster: Cluster,
	port: number,
	end: End,
	deadline: number,
): Promise<string | undefined> {
	while (end.reason === undefined && Date.now() < deadline) {
		const client = new pg.Client(ownerUrl(cluster, port));
		try {
			await client.connect();
			return undefined;
		} catch (error) {
			// Refused: not listening yet. 57P03: still starting. Anything else will not pass by waiting.
			if (!isNotYet(error)) return String(error);
		} finally {
			await client.end();
		}
		await Promise.race([end.ended, wait(LOOK)]);
	}
	return end.reason ?? `no answer within ${START_LIMIT / 1000} s`;
}

function isNotYet(error: unknown): boolean {
	return (
		error instanceof Error && 'code' in error && (error.code === 'ECONNREFUSED' || error.code === '57P03')
	);
}

function supervise(child: ChildProcess, port: number, end: End, log: string): EmbeddedPostgres {
	let stopping: Promise<void> | undefined;
	const stop = async () => {
		child.kill('SIGINT');
		const late = setTimeout(() => child.kill('SIGQUIT'), STOP_LIMIT);
		await end.ended;
		clearTimeout(late);
	};
	return {
		port,
		stop() {
			stopping ??= stop();
			return stopping;
		},
		onCrash(listener) {
			void end.ended.then((reason) => {
				if (!stopping) listener(`PostgreSQL ended by itself (${reason}):\n${lastLines(log)}`);
			});
		},
	};
}

/** Address of the owner, who may do everything. */
export function ownerUrl(cluster: Cluster, port: number, database = 'postgres'): string {
	return `postgres://postgres:${cluster.ownerPassword}@127.0.0.1:${port}/${database}`;
}

/** Address of the role that the server runs as. */
export function appUrl(cluster: Cluster, port: number, database: string): string {
	return `postgres://onevisit_app:${cluster.appPassword}@127.0.0.1:${port}/${database}`;
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = net.createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() =>
				address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port.')),
			);
		});
	});
}

function logPath(cluster: Cluster): string {
	return path.join(cluster.home, 'postgres.log');
}

function lastLines(file: string): string {
	return readFileSync(file, 'utf8').trim().split('\n').slice(-15).join('\n');
}
