import type { Config } from '../config.ts';
import type { Db } from '../db/index.ts';
import { findDemoAccounts } from './accounts.ts';

/** Production was asked for on a database of the demo; the message says what to do. */
class DemoInProductionError extends Error {
	override readonly name = 'DemoInProductionError';
}

/**
 * Production on a database with accounts that everybody has the password of is refused; in demo mode nothing is.
 * @throws DemoInProductionError
 */
export async function refuseDemoInProduction(db: Db, config: Config): Promise<void> {
	if (config.mode !== 'production') return;
	const accounts = await findDemoAccounts(db);
	if (accounts.length === 0) return;
	throw new DemoInProductionError(
		`Refusing to start in production: the database holds ${accounts.length} demo accounts (${accounts.slice(0, 3).join(', ')}…), whose password is public. Use a fresh database for production: set DATABASE_URL to an empty one.`,
	);
}
