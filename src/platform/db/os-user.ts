import { execFileSync, spawnSync } from 'node:child_process';

/** The operating system user that PostgreSQL runs as. */
export interface OsUser {
	name: string;
	uid: number;
	gid: number;
}

/** PostgreSQL refuses to run as root; these exist on Linux and macOS and own nothing of ours. */
const CANDIDATES = ['postgres', '_postgres', 'nobody'];

/**
 * The user to run PostgreSQL as: undefined means "as ourselves", when we are not root.
 * No user is created. Throws when root finds none of the usual ones.
 */
export function postgresUser(): OsUser | undefined {
	if (process.getuid?.() !== 0) return undefined;
	for (const name of CANDIDATES) {
		const uid = identity('-u', name);
		const gid = identity('-g', name);
		if (uid !== undefined && gid !== undefined) return { name, uid, gid };
	}
	throw new Error(
		`PostgreSQL does not run as root, and this machine has none of the users ${CANDIDATES.join(', ')}. ` +
			'Start OneVisit as an ordinary user, or create one of them.',
	);
}

/** Whether the user can execute or read all these paths. The kernel is asked, so that ACLs and mounts count. */
export function canReach(user: OsUser | undefined, paths: string[]): boolean {
	const test =
		'for each in "$@"; do test -r "$each" || exit 1; test ! -d "$each" || test -x "$each" || exit 1; done';
	const result = spawnSync('/bin/sh', ['-c', test, 'sh', ...paths], { cwd: '/', ...asUser(user) });
	return result.status === 0;
}

/** Spawn options that run a child as that user. */
export function asUser(user: OsUser | undefined): { uid?: number; gid?: number } {
	return user ? { uid: user.uid, gid: user.gid } : {};
}

function identity(flag: '-u' | '-g', name: string): number | undefined {
	try {
		const id = Number(
			execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
		);
		// Node takes signed 32 bit ids; macOS calls nobody 4294967294.
		return id > 0 && id < 2 ** 31 ? id : undefined;
	} catch {
		return undefined;
	}
}
