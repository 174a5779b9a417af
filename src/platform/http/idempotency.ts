import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type BodyDigest, digestBody } from './body-digest.ts';
import type { IdempotencyStore, KeptAnswer, KeyOf } from './idempotency.store.ts';
import { Problem } from './problem.ts';
import { signposts } from './signposts.ts';

declare module 'fastify' {
	interface FastifyRequest {
		/** Set on a request that carries an Idempotency-Key. */
		bodyDigest?: BodyDigest;
		/** The key that this request executes under. */
		claimed?: KeyOf;
	}
}

/** Headers of an answer that are part of it; the rest belongs to one connection. */
const KEPT_HEADERS = ['content-type', 'content-language', 'location', 'content-disposition'];

interface Options {
	store: IdempotencyStore;
	jurisdiction: string;
	/** Largest body that is read to compare it, in bytes. */
	bodyLimit: number;
	/** How long a second request waits for the answer of the first, in milliseconds. */
	patience: number;
}

/**
 * A POST below /api with an `Idempotency-Key` is executed once: a second one with the same key and body gets the
 * first one's answer, with another body it is refused (422). Keys belong to the person who sends them and are kept
 * for 24 hours. Sign-in is left out: its answers are sessions, and a session must not lie in a table.
 */
export function honourIdempotencyKeys(app: FastifyInstance, options: Options): void {
	app.addHook('preParsing', async (request) => {
		if (!isConcerned(request)) return;
		readKey(request);
		request.bodyDigest = digestBody(request.raw, `${request.method} ${request.url}`);
	});
	app.addHook('preHandler', async (request, reply) => {
		if (!request.bodyDigest) return undefined;
		const key = keyOf(request, options.jurisdiction);
		if (await options.store.claim(key)) {
			request.claimed = key;
			return undefined;
		}
		const fingerprint = await request.bodyDigest.whole(options.bodyLimit);
		const kept = await waitForAnswer(options, key);
		if (kept.fingerprint !== fingerprint) throw keyReused();
		return replay(reply, kept);
	});
	app.addHook('onSend', async (request, reply, payload) => {
		if (request.claimed) await settle(request, reply, payload, request.claimed, options);
		return payload;
	});
}

function isConcerned(request: FastifyRequest): boolean {
	return (
		request.method === 'POST' &&
		request.headers['idempotency-key'] !== undefined &&
		request.url.startsWith('/api/') &&
		!request.url.startsWith('/api/auth/')
	);
}

function readKey(request: FastifyRequest): string {
	const key = request.headers['idempotency-key'];
	if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key;
	throw new Problem({ code: 'INVALID_IDEMPOTENCY_KEY', signposts: [signposts.documentation] });
}

function keyOf(request: FastifyRequest, jurisdiction: string): KeyOf {
	return { jurisdiction, scope: request.principal?.id ?? 'anonymous', key: readKey(request) };
}

/** Another process may be at work on the first request, so the table is asked, not the memory. */
async function waitForAnswer(options: Options, key: KeyOf): Promise<KeptAnswer> {
	const until = performance.now() + options.patience;
	for (let wait = 20; ; wait = Math.min(wait * 2, 500)) {
		const kept = await options.store.find(key);
		if (kept) return kept;
		if (performance.now() + wait > until) break;
		await pause(wait);
	}
	throw new Problem({
		code: 'IDEMPOTENCY_KEY_IN_USE',
		headers: { 'retry-after': '5' },
		signposts: [{ code: 'SAME_KEY_LATER', action: 'RETRY' }, signposts.reload],
	});
}

function keyReused(): Problem {
	return new Problem({
		code: 'IDEMPOTENCY_KEY_REUSED',
		signposts: [{ code: 'NEW_KEY', action: 'CORRECT' }, signposts.documentation],
	});
}

function replay(reply: FastifyReply, kept: KeptAnswer): FastifyReply {
	return reply
		.status(kept.status)
		.headers({ ...kept.headers, 'idempotency-replayed': 'true' })
		.serializer((body: Buffer) => body as never)
		.send(kept.body);
}

/**
 * Keeps the answer of an executed request, even of one that failed unexpectedly: it may have had its effect.
 * Only when the database could not be asked, or the body never arrived whole, is the key given back.
 */
async function settle(
	request: FastifyRequest,
	reply: FastifyReply,
	payload: unknown,
	key: KeyOf,
	{ store, bodyLimit }: Options,
): Promise<void> {
	const fingerprint = await request.bodyDigest?.whole(bodyLimit);
	const isKept = reply.statusCode !== 503 && fingerprint !== undefined;
	if (!isKept) return store.release(key);
	const headers = KEPT_HEADERS.flatMap((name) => {
		const value = reply.getHeader(name);
		return value === undefined ? [] : [[name, String(value)]];
	});
	await store.keep(key, {
		fingerprint,
		status: reply.statusCode,
		headers: Object.fromEntries(headers),
		body: Buffer.isBuffer(payload) ? payload : Buffer.from(typeof payload === 'string' ? payload : ''),
	});
}
