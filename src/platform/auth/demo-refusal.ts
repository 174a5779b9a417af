import type { Config } from '../config.ts';
import type { Db } from '../db/index.ts';
import { findDemoAccounts } from './accounts.ts';

/** Shorter secrets can be guessed from a cookie. */
const SECRET_MIN = 32;
/** What a default or a copied example looks like. */
const DEFAULT_SECRET = /onevisit|change-?me|insecure|default|example/i;

/**
 * Production with a door that everybody has the key of is refused. Names every fault at once and what to do.
 * In demo mode it does nothing.
 * @throws Error whose message is for the terminal
 */
export async function refuseDemoInProduction(db: Db, config: Config): Promise<void> {
	if (config.mode !== 'production') return;
	const faults: string[] = [];
	if (config.secret.length < SECRET_MIN || DEFAULT_SECRET.test(config.secret)) {
		faults.push(
			`The secret is a default or shorter than ${SECRET_MIN} characters. Make one with \`openssl rand -base64 48\` and set ONEVISIT_SECRET to it.`,
		);
	}
	const accounts = await findDemoAccounts(db);
	if (accounts.length > 0) {
		faults.push(
			`The database holds ${accounts.length} demo accounts (${accounts.slice(0, 3).join(', ')}…), whose password is public. Use a fresh database for production: set DATABASE_URL to an empty one.`,
		);
	}
	if (faults.length > 0) throw new Error(`Refusing to start in production:\n- ${faults.join('\n- ')}`);
}
