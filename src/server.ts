import { allMigrations } from './migrations.ts';
import { refuseDemoInProduction } from './platform/auth/index.ts';
import { systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { type Db, migrate, openDb, type RunningDatabase, startDatabase } from './platform/db/index.ts';
import { openDemoClock } from './platform/demo-clock.ts';
import { buildApp } from './platform/http/app.ts';
import { mask } from './platform/http/log.ts';
import { closePlatform, openPlatform } from './platform/platform.ts';
import { type DemoAccount, registerRooms } from './rooms.ts';

/** A server that listens. */
export interface Server {
	/** Where people find it. */
	address: string;
	/** Ways into the demo; none in production. */
	accounts: DemoAccount[];
	/** Ends everything in order: requests, jobs, connections, database. May be called more than once. */
	stop(): Promise<void>;
}

/** Told of each step of the start, a line at a time. */
export type Report = (line: string) => void;

/** Starts the whole house. Whatever fails on the way, what was started before is stopped again. */
export async function startServer(config: Config, report: Report): Promise<Server> {
	const closing = createClosing();
	try {
		const database = await startDatabase(config, report);
		closing.add(() => database.stop());
		database.onCrash((reason) => {
			console.error(`PostgreSQL has ended: ${reason}`);
			process.exitCode = 1;
			void closing.close();
		});
		const db = await openMigrated(config, database, { report, isClosing: closing.hasBegun });
		closing.add(() => db.close());
		const demoClock = config.mode === 'demo' ? await openDemoClock(db, config.now) : undefined;
		const platform = await openPlatform({ config, db, clock: demoClock ?? systemClock, onError: logError });
		closing.add(() => closePlatform(platform));
		const app = await buildApp(platform, { logLevel: config.mode === 'demo' ? 'warn' : 'info' });
		closing.add(() => app.close());
		const { accounts } = await registerRooms(app, platform, demoClock, report);
		const address = await app.listen({ host: config.host, port: config.port });
		return { address: addressOf(config, address), accounts, stop: closing.close };
	} catch (error) {
		await closing.close();
		throw error;
	}
}

async function openMigrated(
	config: Config,
	database: RunningDatabase,
	{ report, isClosing }: { report: Report; isClosing: () => boolean },
): Promise<Db> {
	const done = await migrate(database.ownerUrl, allMigrations);
	if (done.length > 0) report(`Migrated the database: ${done.length} steps`);
	const db = openDb(database.url, {
		jurisdiction: config.jurisdiction,
		// At the end PostgreSQL may be quicker than the pool, which is no news.
		onError: (error) => isClosing() || logError(error),
	});
	try {
		await refuseDemoInProduction(db, config);
		return db;
	} catch (error) {
		await db.close();
		throw error;
	}
}

/** People type `localhost`; port 0 has become a real one. */
function addressOf({ mode, publicUrl }: Config, address: string): string {
	return mode === 'production' ? publicUrl : address.replace('127.0.0.1', 'localhost');
}

function logError(error: unknown): void {
	console.error(mask(error instanceof Error ? (error.stack ?? error.message) : String(error)));
}

/** Closes in the opposite order of opening, each once, whatever fails. */
function createClosing() {
	const steps: (() => Promise<unknown>)[] = [];
	let closing: Promise<void> | undefined;

	async function closeAll(): Promise<void> {
		for (const step of steps.reverse()) await step().catch(logError);
	}

	return {
		add: (step: () => Promise<unknown>) => void steps.push(step),
		hasBegun: () => closing !== undefined,
		close(): Promise<void> {
			closing ??= closeAll();
			return closing;
		},
	};
}
