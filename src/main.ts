import { pathToFileURL } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { allMigrations } from './migrations.ts';
import { refuseDemoInProduction } from './platform/auth/index.ts';
import { systemClock } from './platform/clock.ts';
import { type Config, ConfigError, readConfig } from './platform/config.ts';
import { type Db, migrate, openDb, type RunningDatabase, startDatabase } from './platform/db/index.ts';
import { openDemoClock } from './platform/demo-clock.ts';
import { buildApp } from './platform/http/app.ts';
import { mask } from './platform/http/log.ts';
import { closePlatform, openPlatform, type Platform } from './platform/platform.ts';
import { type DemoAccount, registerRooms } from './rooms.ts';

/** A server that listens. */
export interface Server {
	address: string;
	accounts: DemoAccount[];
	/** Ends everything in order: requests, jobs, connections, database. May be called more than once. */
	stop(): Promise<void>;
}

/** Something that was opened, and must be closed after everything that was opened later. */
type Closing = () => Promise<unknown>;

/** Starts the whole house. Whatever fails on the way, what was started before is stopped again. */
export async function start(config: Config, report: (line: string) => void): Promise<Server> {
	const closings: Closing[] = [];
	let stopping: Promise<void> | undefined;
	const stop = () => {
		stopping ??= closeAll(closings);
		return stopping;
	};
	try {
		const database = await startDatabase(config, report);
		closings.push(() => database.stop());
		const db = await openMigrated(config, database, report);
		closings.push(() => db.close());
		const demoClock = config.mode === 'demo' ? await openDemoClock(db, config.now) : undefined;
		const onError = (error: unknown) =>
			console.error(mask(error instanceof Error ? `${error.stack}` : `${error}`));
		const platform = await openPlatform({ config, db, clock: demoClock ?? systemClock, onError });
		closings.push(() => closePlatform(platform));
		const app = await buildApp(platform, { logLevel: config.mode === 'demo' ? 'warn' : 'info' });
		closings.push(() => app.close());
		database.onCrash((reason) => {
			console.error(`PostgreSQL has ended: ${reason}`);
			process.exitCode = 1;
			void stop();
		});
		const { accounts } = await registerRooms(app, platform, demoClock);
		return { address: await listen(app, config, platform), accounts, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

async function openMigrated(
	config: Config,
	database: RunningDatabase,
	report: (line: string) => void,
): Promise<Db> {
	const done = await migrate(database.ownerUrl, allMigrations);
	if (done.length > 0) report(`Migrated the database: ${done.length} steps`);
	const db = openDb(database.url, { jurisdiction: config.jurisdiction });
	await refuseDemoInProduction(db, config).catch(async (error: unknown) => {
		await db.close();
		throw error;
	});
	return db;
}

async function listen(app: FastifyInstance, { host, port, publicUrl }: Config, { config }: Platform) {
	const address = await app.listen({ host, port });
	return config.mode === 'production' ? publicUrl : address.replace('127.0.0.1', 'localhost');
}

async function closeAll(closings: Closing[]): Promise<void> {
	for (const close of closings.reverse()) {
		await close().catch((error: unknown) => console.error('While stopping:', error));
	}
}

async function main(): Promise<void> {
	const started = performance.now();
	const config = readConfig(process.env);
	const server = await start(config, (line) => console.log(line));
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => void server.stop());
	}
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	console.log(`\nOneVisit · 一次办成 is listening on ${server.address} (after ${seconds} s)\n`);
	for (const { username, password, name, roles } of server.accounts) {
		console.log(`  ${username.padEnd(20)} ${password.padEnd(16)} ${name} ${roles.join(', ')}`);
	}
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	main().catch((error: unknown) => {
		const isKnown =
			error instanceof ConfigError || (error instanceof Error && error.name === 'DataLockedError');
		console.error(isKnown ? error.message : error);
		process.exitCode = 1;
	});
}
