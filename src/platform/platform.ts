import type { Auth } from './auth/index.ts';
import type { Bus } from './bus.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Db } from './db/index.ts';
import type { FileStore } from './files/files.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Locales } from './locales.ts';

/** What every room stands on. Made once by the composition root, handed to each room when it registers. */
export interface Platform {
	readonly config: Config;
	readonly db: Db;
	readonly clock: Clock;
	readonly files: FileStore;
	readonly jobs: Jobs;
	readonly bus: Bus;
	readonly locales: Locales;
	readonly auth: Auth;
}
