import type { FastifyInstance } from 'fastify';
import { notFound } from './errors.ts';

/**
 * Lets an address be written in one way only. The router would also find `/%61pi/cases`, but whoever guards a part of
 * the house by the beginning of its address (sign-in, its limit, idempotency) would not see that it leads there.
 */
export function insistOnOneSpelling(app: FastifyInstance): void {
	app.addHook('onRequest', async ({ url, routeOptions }) => {
		const [fixed = ''] = (routeOptions.url ?? '').split(/[:*]/, 1);
		if (!url.startsWith(fixed)) throw notFound();
	});
}
