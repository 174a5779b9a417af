import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import packageJson from '../../../package.json' with { type: 'json' };
import { registerAuth } from '../auth/index.ts';
import { FILE_LIMIT } from '../files/files.ts';
import { JOBS_SCHEMA } from '../jobs/jobs.migration.ts';
import type { Platform } from '../platform.ts';
import { serveDocs } from './docs-page.ts';
import { answerProblems, sendProblem, toProblem } from './errors.ts';
import { answerHealth, type ReadyCheck } from './health.ts';
import { createIdempotencyStore } from './idempotency.store.ts';
import { honourIdempotencyKeys } from './idempotency.ts';
import { checkInput } from './input.ts';
import { languageOf } from './language.ts';
import { logOptions } from './log.ts';
import { answerUnknownRoutes } from './not-found.ts';
import { insistOnOneSpelling } from './one-spelling.ts';
import { describeApi } from './openapi.ts';
import { refuseCrossSite, securityHeaders, setSecurityHeaders } from './security.ts';
import { limitSignIn } from './sign-in-limit.ts';
import { serveWeb } from './web.ts';

/** Largest JSON body in bytes: a long form with room to spare. */
const BODY_LIMIT = 1024 * 1024;

/** Largest multipart body in bytes: one file and the fields beside it. */
const MULTIPART_LIMIT = FILE_LIMIT + 64 * 1024;

/** How long a request may take to arrive, in milliseconds: a large file over a slow line, not a connection held for nothing. */
const ARRIVAL = 5 * 60_000;

export interface AppOptions {
	/** `silent` in tests; `warn` in a demo. */
	logLevel?: string;
	logStream?: NodeJS.WritableStream;
	/** Where the built web part lies. */
	webRoot?: string;
	/** Sign-in attempts from one address in a minute. */
	signInLimit?: number;
	/** How long a second request with an Idempotency-Key waits for the first, in milliseconds. */
	idempotencyPatience?: number;
	/** What `/api/ready` asks besides the database and the jobs. */
	readyChecks?: Record<string, ReadyCheck>;
}

/**
 * The HTTP frame: problems, languages, security headers, input checks, idempotency, sign-in, documentation, health.
 * Rooms register their routes on what it answers.
 */
export async function buildApp(platform: Platform, options: AppOptions = {}): Promise<FastifyInstance> {
	const { config, db, locales, auth, clock, jobs } = platform;
	const app = fastify({
		logger: logOptions(options.logLevel ?? 'info', options.logStream),
		genReqId: () => randomUUID(),
		trustProxy: config.behindProxy ? 'loopback' : false,
		bodyLimit: BODY_LIMIT,
		requestTimeout: ARRIVAL,
		routerOptions: { ignoreTrailingSlash: true },
		// An address that cannot even be read meets no hook.
		frameworkErrors: (error, request, reply) =>
			sendProblem(toProblem(error), request, reply.headers(securityHeaders(config.publicUrl)), locales),
	});
	app.removeContentTypeParser('text/plain');
	chooseLanguages(app);
	setSecurityHeaders(app, config.publicUrl);
	answerProblems(app, locales);
	insistOnOneSpelling(app);
	refuseCrossSite(app, config.publicUrl);
	checkInput(app);
	await describeApi(app, packageJson.version);
	await limitSignIn(app, options.signInLimit);
	// One byte more than a file may have, so that the file store is the one to refuse it, in its words.
	const limits = { fileSize: FILE_LIMIT + 1, files: 1, fields: 10, fieldSize: 10_000 };
	await app.register(multipart, { limits });
	const hasWeb = await serveWeb(app, options.webRoot ?? resolve(import.meta.dirname, '../../../dist/web'));
	answerUnknownRoutes(app, { locales, hasWeb });
	registerAuth(app, auth, clock);
	honourIdempotencyKeys(app, {
		store: createIdempotencyStore(db.pool),
		jurisdiction: config.jurisdiction,
		bodyLimit: MULTIPART_LIMIT,
		patience: options.idempotencyPatience ?? 10_000,
	});
	answerHealth(app, packageJson.version, {
		database: async () => (await db.pool.query('select 1')).rowCount === 1,
		migrations: () => hasTables(db.pool),
		jobs: async () => jobs.isRunning(),
		...options.readyChecks,
	});
	serveDocs(app, locales);
	return app;
}

/** Whether the tables of the platform are there; those of the rooms are made in the same transaction. */
async function hasTables(pool: Pool): Promise<boolean> {
	const tables = ['events', 'outbox', 'files', 'idempotency', `${JOBS_SCHEMA}.job`];
	const { rows } = await pool.query<{ missing: number }>(
		'select count(*) filter (where to_regclass(name) is null)::int as missing from unnest($1::text[]) as name',
		[tables],
	);
	return rows[0]?.missing === 0;
}

function chooseLanguages(app: FastifyInstance): void {
	app.decorateRequest('language', {
		getter() {
			return languageOf(this);
		},
	});
}
