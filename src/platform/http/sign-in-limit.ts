import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { networkOf } from './network.ts';
import { Problem } from './problem.ts';
import { signposts } from './signposts.ts';

/** Sign-in attempts from one address in a minute. A whole hall may share one address, so this is only the outer wall. */
const MAX = 120;

/** Slows down whoever tries many accounts from one address; the account itself is guarded by sign-in. */
export async function limitSignIn(app: FastifyInstance, max = MAX): Promise<void> {
	await app.register(rateLimit, { global: false });
	const attempt = app.createRateLimit({
		max,
		timeWindow: 60_000,
		keyGenerator: (request) => networkOf(request.ip),
	});
	app.addHook('onRequest', async (request) => {
		if (request.method !== 'POST' || !request.url.startsWith('/api/auth/sign-')) return;
		const limit = await attempt(request);
		if (limit.isAllowed || !limit.isExceeded) return;
		throw new Problem({
			code: 'TOO_MANY_REQUESTS',
			params: { seconds: limit.ttlInSeconds },
			headers: { 'retry-after': String(limit.ttlInSeconds) },
			signposts: [
				{ ...signposts.retry, code: 'RETRY_AFTER', params: { seconds: limit.ttlInSeconds } },
				signposts.hotline,
			],
		});
	});
}
