import pg from 'pg';
import type { Config } from '../config.ts';
import { findBinaries } from './binaries.ts';
import { type Cluster, ensureInitialised, findCluster, pgData } from './cluster.ts';
import { takeDataLock } from './data-lock.ts';
import { appUrl, ownerUrl, startPostgres } from './embedded-postgres.ts';
import { ensureAppRole } from './grants.ts';
import { runningPostmaster } from './leftover.ts';
import { postgresUser } from './os-user.ts';

/** Name of the database inside the embedded PostgreSQL. */
const NAME = 'onevisit';

/** A database that answers. Close what uses it before `stop`. */
export interface RunningDatabase {
	/** For the server (`openDb`). */
	url: string;
	/** For migrations (`migrate`) and for what makes tables of its own. */
	ownerUrl: string;
	/** Whether PostgreSQL is a child of this process. */
	embedded: boolean;
	/** Stops the embedded PostgreSQL and gives the data directory back; does nothing to one of your own. */
	stop(): Promise<void>;
	/** Calls back when the embedded PostgreSQL ends without having been asked to. */
	onCrash(listener: (reason: string) => void): void;
}

type Place = Pick<Config, 'dataDir' | 'databaseUrl' | 'databaseOwnerUrl'>;
type Report = (line: string) => void;

/**
 * The database of this configuration: your own when `DATABASE_URL` is given, else the embedded PostgreSQL
 * in the data directory, made when missing and started. `report` gets a line at each step.
 *
 * @throws DataLockedError when another process has the data directory.
 */
export async function startDatabase(
	config: Place,
	report: Report = () => undefined,
	options: { durable: boolean } = { durable: true },
): Promise<RunningDatabase> {
	if (config.databaseUrl) return ownDatabase(config.databaseUrl, config.databaseOwnerUrl);
	const user = postgresUser();
	const cluster = findCluster(config.dataDir, user, report);
	const lock = takeDataLock(cluster.home, config.dataDir);
	try {
		const binaries = findBinaries(user, report);
		ensureInitialised(cluster, binaries, user, { durable: options.durable, report });
		report('Starting PostgreSQL');
		const postgres = await startPostgres(cluster, binaries, { user, durable: options.durable });
		await ensureDatabase(cluster, postgres.port);
		return {
			...addresses(cluster, postgres.port),
			embedded: true,
			onCrash: postgres.onCrash,
			async stop() {
				await postgres.stop();
				lock.release();
			},
		};
	} catch (error) {
		lock.release();
		throw error;
	}
}

/**
 * For tools beside the server (`npm run verify`): uses the database of a server that runs on this data
 * directory, or starts it for as long as the tool needs it.
 */
export async function joinDatabase(
	config: Place,
	report: Report = () => undefined,
): Promise<RunningDatabase> {
	if (config.databaseUrl) return ownDatabase(config.databaseUrl, config.databaseOwnerUrl);
	const cluster = findCluster(config.dataDir, postgresUser(), report);
	const running = runningPostmaster(pgData(cluster));
	if (!running) return startDatabase(config, report);
	return {
		...addresses(cluster, running.port),
		embedded: false,
		stop: async () => undefined,
		onCrash: () => undefined,
	};
}

function ownDatabase(url: string, ownerUrl: string | undefined): RunningDatabase {
	return {
		url,
		ownerUrl: ownerUrl ?? url,
		embedded: false,
		stop: async () => undefined,
		onCrash: () => undefined,
	};
}

function addresses(cluster: Cluster, port: number): { url: string; ownerUrl: string } {
	return { url: appUrl(cluster, port, NAME), ownerUrl: ownerUrl(cluster, port, NAME) };
}

async function ensureDatabase(cluster: Cluster, port: number): Promise<void> {
	await ensureAppRole(ownerUrl(cluster, port), cluster.appPassword);
	const client = new pg.Client(ownerUrl(cluster, port));
	await client.connect();
	try {
		const { rowCount } = await client.query('select from pg_database where datname = $1', [NAME]);
		if (rowCount === 0) await client.query(`create database ${NAME}`);
	} finally {
		await client.end();
	}
}
