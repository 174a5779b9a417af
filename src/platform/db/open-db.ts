import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { APP_ROLE, JURISDICTION_SETTING } from './grants.ts';
import type { Database } from './schema.ts';

/** The database as the server sees it. Hot paths use `pool` with SQL of their own, everything else `kysely`. */
export interface Db {
	pool: pg.Pool;
	kysely: Kysely<Database>;
	close(): Promise<void>;
}

/** How to open. */
export interface DbOptions {
	/** GB/T 2260 code, six digits; every row that this connection may see bears it. */
	jurisdiction: string;
	/** Connections at most; default 20, of the 100 that PostgreSQL allows. */
	connections?: number;
	/** Told when an idle connection breaks; the pool makes a new one. Default: a warning of the process. */
	onError?: (error: Error) => void;
}

/**
 * Opens the database as role `onevisit_app`, whoever signs in, with the jurisdiction set for the policies.
 * Role and jurisdiction travel in the start-up packet, so no connection is ever without them (and a pooler
 * in between must pass `options` on).
 */
export function openDb(url: string, options: DbOptions): Db {
	if (!/^\d{6}$/.test(options.jurisdiction)) throw new Error(`Not a GB/T 2260 code: ${options.jurisdiction}`);
	const pool = new pg.Pool({
		connectionString: url,
		max: options.connections ?? 20,
		options: `-c role=${APP_ROLE} -c ${JURISDICTION_SETTING}=${options.jurisdiction} -c timezone=UTC`,
		types,
	});
	pool.on('error', options.onError ?? ((error) => process.emitWarning(error)));
	const kysely = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
	return { pool, kysely, close: () => pool.end() };
}

const DATE = pg.types.builtins.DATE;
const INT8 = pg.types.builtins.INT8;

/** Dates stay `YYYY-MM-DD`: a JavaScript Date would shift them with the time zone. Counts are below 2^53. */
const types: pg.CustomTypesConfig = {
	getTypeParser(id, format) {
		if (id === DATE) return (value: string) => value;
		if (id === INT8) return Number;
		return pg.types.getTypeParser(id, format);
	},
};
