import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

const State = Type.Union([Type.Literal('ok'), Type.Literal('failed')]);
const Ready = Type.Object({ status: State, checks: Type.Record(Type.String(), State) });

/** Something that must work before requests are welcome; rejects or answers false when it does not. */
export type ReadyCheck = () => Promise<boolean>;

/** A check that takes longer than this has failed, in milliseconds. */
const PATIENCE = 3000;

/** `/api/health`: the process answers. `/api/ready`: what it stands on answers too; 503 when some of it does not. */
export function answerHealth(
	app: FastifyInstance,
	version: string,
	checks: Record<string, ReadyCheck>,
): void {
	app.get(
		'/api/health',
		{
			schema: {
				tags: ['platform'],
				summary: 'Whether the process is alive',
				response: { 200: Type.Object({ status: State, version: Type.String() }) },
			},
		},
		async () => ({ status: 'ok' as const, version }),
	);
	app.get(
		'/api/ready',
		{
			schema: {
				tags: ['platform'],
				summary: 'Whether database, migrations and jobs are there',
				response: { 200: Ready, 503: Ready },
			},
		},
		async (request, reply) => {
			const names = Object.keys(checks);
			const results = await Promise.allSettled(Object.values(checks).map((check) => inTime(check())));
			const states = results.map((result) => result.status === 'fulfilled' && result.value);
			for (const [index, result] of results.entries()) {
				if (result.status === 'rejected')
					request.log.error({ err: result.reason }, `not ready: ${names[index]}`);
			}
			const isReady = states.every(Boolean);
			return reply.status(isReady ? 200 : 503).send({
				status: isReady ? 'ok' : 'failed',
				checks: Object.fromEntries(names.map((name, index) => [name, states[index] ? 'ok' : 'failed'])),
			});
		},
	);
}

function inTime(check: Promise<boolean>): Promise<boolean> {
	const { promise, reject } = Promise.withResolvers<never>();
	const timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE);
	return Promise.race([check, promise]).finally(() => clearTimeout(timer));
}
