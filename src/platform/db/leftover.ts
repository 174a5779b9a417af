import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A fast shutdown writes a checkpoint first. */
const STOP_LIMIT = 20_000;

/** What `postmaster.pid` says of a PostgreSQL that was started on a cluster. */
export interface Postmaster {
	pid: number;
	port: number;
}

/** The PostgreSQL that runs on this PGDATA, if one does; a file left by a dead one does not count. */
export function runningPostmaster(data: string): Postmaster | undefined {
	const file = path.join(data, 'postmaster.pid');
	if (!existsSync(file)) return undefined;
	const lines = readFileSync(file, 'utf8').split('\n');
	const pid = Number(lines[0]);
	return isPostmasterOf(pid, data) ? { pid, port: Number(lines[3]) } : undefined;
}

/**
 * Stops a PostgreSQL whose server was killed. Only to be called with the data lock held: then nobody uses
 * it any more. It is stopped and not taken over, because a child that is ours tells us when it ends.
 */
export async function stopLeftover(data: string): Promise<void> {
	const leftover = runningPostmaster(data);
	if (leftover) {
		process.kill(leftover.pid, 'SIGINT');
		const deadline = Date.now() + STOP_LIMIT;
		while (isPostmasterOf(leftover.pid, data)) {
			if (Date.now() > deadline) {
				throw new Error(`A PostgreSQL of an earlier run (process ${leftover.pid}) on ${data} does not stop.`);
			}
			await wait(20);
		}
	}
	// Its process number may belong to somebody else by now, for whom PostgreSQL would refuse to start.
	rmSync(path.join(data, 'postmaster.pid'), { force: true });
}

/** The command line is looked at, because a number alone says nothing after a restart of the machine. */
function isPostmasterOf(pid: number, data: string): boolean {
	if (!Number.isInteger(pid) || pid <= 1) return false;
	return commandLine(pid).includes(`-D ${data} `);
}

/** Empty when there is no such process. */
function commandLine(pid: number): string {
	try {
		if (process.platform === 'linux')
			return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
		return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
	} catch {
		return '';
	}
}
