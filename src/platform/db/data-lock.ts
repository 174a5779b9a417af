import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The directory is in use by another process; `holder` is what that one wrote about itself, if readable. */
export class DataLockedError extends Error {
	readonly holder: string | undefined;
	constructor(directory: string, holder: string | undefined) {
		super(
			`Another OneVisit is running on ${directory}${holder ? ` (${holder})` : ''}. ` +
				'Stop that one first, or give this one a directory of its own with ONEVISIT_DATA.',
		);
		this.name = 'DataLockedError';
		this.holder = holder;
	}
}

/** A held lock; `release` gives it back, and may be called twice. */
export interface DataLock {
	release(): void;
}

/**
 * Takes the only lock of a database's directory, or throws `DataLockedError` with the data directory that people know it by.
 *
 * The lock is one of the operating system, held through an open SQLite file: the kernel drops it with
 * the process, however that ends. So a lock can never be stale, and no process number, which another
 * process or container may have by now, is ever trusted.
 */
export function takeDataLock(directory: string, dataDir: string): DataLock {
	const notePath = path.join(directory, 'running.txt');
	const lock = new DatabaseSync(path.join(directory, 'running.lock'), { timeout: 0 });
	try {
		lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
	} catch (error) {
		lock.close();
		if (isBusy(error)) throw new DataLockedError(dataDir, readNote(notePath));
		throw error;
	}
	writeFileSync(notePath, `process ${process.pid}, since ${new Date().toISOString()}\n`);
	return { release: () => void (lock.isOpen && lock.close()) };
}

/** SQLITE_BUSY: somebody else holds the lock. */
function isBusy(error: unknown): boolean {
	return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

/** The note is only for the message; a missing one is no fault. */
function readNote(file: string): string | undefined {
	try {
		return readFileSync(file, 'utf8').trim();
	} catch {
		return undefined;
	}
}
