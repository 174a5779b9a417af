import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
	chmodSync,
	chownSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type Binaries, sharedPlace } from './binaries.ts';
import { asUser, type OsUser } from './os-user.ts';

/** Major version of the embedded PostgreSQL; a cluster of another one cannot be opened by it. */
const MAJOR = '18';

/** Where the embedded PostgreSQL keeps its data, and how to sign in to it. Kept in `database.json`, mode 600. */
export interface Cluster {
	/** Directory with the lock and `postgres/`, which holds the data. */
	home: string;
	/** Password of the owner `postgres`, who migrates. */
	ownerPassword: string;
	/** Password of `onevisit_app`, which the server runs as. */
	appPassword: string;
}

/** The directory that PostgreSQL calls PGDATA. */
export function pgData(cluster: Cluster): string {
	return path.join(cluster.home, 'postgres');
}

/**
 * The cluster of a data directory; the first call decides where it lies and makes up its passwords.
 * It lies inside, unless PostgreSQL's user cannot reach that, as when root starts a clone under /root.
 */
export function findCluster(
	dataDir: string,
	user: OsUser | undefined,
	report: (line: string) => void,
): Cluster {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	const file = path.join(dataDir, 'database.json');
	if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Cluster;
	const home = chooseHome(realpathSync(dataDir), user);
	if (existsSync(path.join(home, 'postgres'))) {
		throw new Error(
			`${file} is missing, and without its passwords the database beside it stays shut. Put it back.`,
		);
	}
	if (home !== realpathSync(dataDir)) {
		report(`The user ${user?.name ?? ''} cannot enter ${dataDir}: the database lies in ${home}`);
	}
	const cluster = { home, ownerPassword: makePassword(), appPassword: makePassword() };
	writeFileSync(file, `${JSON.stringify(cluster, null, '\t')}\n`, { mode: 0o600, flag: 'wx' });
	return cluster;
}

function chooseHome(dataDir: string, user: OsUser | undefined): string {
	// PostgreSQL's user must pass through, but not look around; what is private in here has a mode of its own.
	if (user) chmodSync(dataDir, 0o711);
	if (canPass(user, dataDir)) return dataDir;
	const home = mkdtempSync(path.join(sharedPlace(), 'data-'));
	chmodSync(home, 0o711);
	return home;
}

/** Passing through needs only the right to enter, not to list. */
function canPass(user: OsUser | undefined, directory: string): boolean {
	return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], { cwd: '/', ...asUser(user) }).status === 0;
}

/** Makes the cluster with `initdb` unless it is there. A run that was cut off leaves nothing that looks whole. */
export function ensureInitialised(
	cluster: Cluster,
	binaries: Binaries,
	user: OsUser | undefined,
	options: { durable: boolean; report: (line: string) => void },
): void {
	const data = pgData(cluster);
	if (existsSync(path.join(data, 'PG_VERSION'))) {
		refuseOtherVersion(data);
		return;
	}
	options.report('Creating the database (first start only)');
	const unfinished = `${data}.unfinished`;
	rmSync(unfinished, { recursive: true, force: true });
	mkdirSync(unfinished, { mode: 0o700 });
	if (user) chownSync(unfinished, user.uid, user.gid);
	runInitdb(
		binaries.initdb,
		['-D', unfinished, ...(options.durable ? [] : ['--no-sync'])],
		{ file: `${unfinished}.password`, text: cluster.ownerPassword },
		user,
	);
	chmodSync(unfinished, 0o700);
	renameSync(unfinished, data);
}

function runInitdb(
	initdb: string,
	args: string[],
	password: { file: string; text: string },
	user: OsUser | undefined,
): void {
	writeFileSync(password.file, `${password.text}\n`, { mode: 0o600 });
	if (user) chownSync(password.file, user.uid, user.gid);
	const fixed = [
		'-U',
		'postgres',
		'--encoding=UTF8',
		'--locale=C',
		'--auth=scram-sha-256',
		'--no-instructions',
	];
	const result = spawnSync(initdb, [...args, ...fixed, `--pwfile=${password.file}`], {
		cwd: '/',
		encoding: 'utf8',
		env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
		...asUser(user),
	});
	rmSync(password.file, { force: true });
	if (result.error)
		throw new Error(`initdb could not be run: ${result.error.message}`, { cause: result.error });
	if (result.status !== 0) throw new Error(`initdb failed: ${result.stderr.trim()}`);
}

function refuseOtherVersion(data: string): void {
	const version = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
	if (version === MAJOR) return;
	throw new Error(
		`The database in ${data} was made by PostgreSQL ${version}, and this release brings ${MAJOR}. ` +
			'Save it with the release that made it, and restore it here; see docs/deploy.md, "Upgrade".',
	);
}

function makePassword(): string {
	return randomBytes(24).toString('base64url');
}
