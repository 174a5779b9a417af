import { type Auth, createAuth } from './auth/index.ts';
import { type Bus, createBus } from './bus.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Db } from './db/index.ts';
import { type Relay, startRelay } from './events/relay.ts';
import { type FileStore, openFileStore } from './files/files.ts';
import { createIdempotencyStore } from './http/idempotency.store.ts';
import { type Jobs, startJobs } from './jobs/jobs.ts';
import { type Locales, loadLocales } from './locales.ts';

/** What every room stands on. Made once by the composition root, handed to each room when it registers. */
export interface Platform {
	readonly config: Config;
	readonly db: Db;
	readonly clock: Clock;
	readonly files: FileStore;
	readonly jobs: Jobs;
	readonly bus: Bus;
	/** Hand `relay.nudge` to an event store as `onCommit`. */
	readonly relay: Relay;
	readonly locales: Locales;
	readonly auth: Auth;
}

/** Opens everything on a migrated database. */
export async function openPlatform(options: {
	config: Config;
	db: Db;
	clock: Clock;
	/** Told of failures that happen apart from a request. */
	onError: (error: unknown) => void;
}): Promise<Platform> {
	const { config, db, clock, onError } = options;
	const { jurisdiction, dataDir } = config;
	const bus = createBus();
	const jobs = await startJobs({ pool: db.pool, onError });
	const answers = createIdempotencyStore(db.pool);
	await jobs.schedule('purge-idempotency-keys', '17 * * * *', async () => {
		await answers.purge();
	});
	return {
		config,
		db,
		clock,
		bus,
		jobs,
		files: await openFileStore({ pool: db.pool, clock, dataDir, jurisdiction }),
		relay: startRelay({ pool: db.pool, bus, jurisdiction, onError }),
		locales: loadLocales(),
		auth: createAuth({ db, config }),
	};
}

/** Stops what runs by itself. The database is closed by whoever opened it. */
export async function closePlatform(platform: Platform): Promise<void> {
	await platform.relay.stop();
	await platform.jobs.stop();
}
