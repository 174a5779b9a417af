import type { Pool } from 'pg';
import { PgBoss } from 'pg-boss';
import { JOBS_SCHEMA } from './jobs.migration.ts';

/** Work that is done apart from a request: at a time, again after a failure, by one process of many. */
export interface Jobs {
	/** Runs `fn` at the times of a cron expression (Asia/Shanghai, real time, not the demo clock). */
	schedule(name: string, cron: string, fn: () => Promise<void>): Promise<void>;
	/** Does the jobs of a name; a rejected one comes again, with growing pauses. */
	work<T extends object>(name: string, fn: (data: T) => Promise<void>): Promise<void>;
	/** Asks for a job, at once or at an instant of real time. */
	send(name: string, data: object, options?: { after?: Date }): Promise<void>;
	isRunning(): boolean;
	/** Lets running jobs end, then stops. */
	stop(): Promise<void>;
}

/** How often a failed job is tried again, and how the pauses grow. */
const RETRY = { retryLimit: 10, retryDelay: 5, retryBackoff: true };

/** How long a stop waits for a running job, in milliseconds. */
const STOP_TIMEOUT = 10_000;

/** Starts the job queue on the connections of the server; its tables come from a migration. */
export async function startJobs(options: { pool: Pool; onError: (error: Error) => void }): Promise<Jobs> {
	const { pool, onError } = options;
	const boss = new PgBoss({
		db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
		schema: JOBS_SCHEMA,
		migrate: false,
		createSchema: false,
		// Rebuilding indexes is the owner's right, not the server's.
		reindex: false,
	});
	boss.on('error', onError);
	await boss.start();
	let running = true;
	const queues = new Set<string>();

	async function ensureQueue(name: string): Promise<void> {
		if (queues.has(name)) return;
		await boss.createQueue(name, RETRY);
		queues.add(name);
	}

	async function work<T extends object>(name: string, fn: (data: T) => Promise<void>): Promise<void> {
		await ensureQueue(name);
		await boss.work<T>(name, async (jobs) => {
			for (const { data } of jobs) await fn(data);
		});
	}

	return {
		work,
		async schedule(name, cron, fn) {
			await work(name, fn);
			await boss.schedule(name, cron, null, { tz: 'Asia/Shanghai' });
		},
		async send(name, data, { after } = {}) {
			await ensureQueue(name);
			await boss.send(name, data, after ? { startAfter: after } : {});
		},
		isRunning: () => running,
		async stop() {
			if (!running) return;
			running = false;
			await boss.stop({ graceful: true, timeout: STOP_TIMEOUT });
		},
	};
}
