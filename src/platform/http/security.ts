import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';
import { signposts } from './signposts.ts';

/**
 * Scripts come from this server only and no text becomes a script. Styles may stand in the page, because
 * the desk's component library writes its styles there.
 */
const POLICY = [
	"default-src 'self'",
	"script-src 'self'",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data: blob:",
	"font-src 'self' data:",
	"connect-src 'self'",
	"frame-src 'self' blob:",
	"object-src 'none'",
	"base-uri 'none'",
	"form-action 'self'",
	"frame-ancestors 'none'",
].join('; ');

/** The headers that browsers protect people by. */
export function securityHeaders(publicUrl: string): Record<string, string> {
	return {
		'content-security-policy': POLICY,
		'x-content-type-options': 'nosniff',
		'x-frame-options': 'DENY',
		'referrer-policy': 'same-origin',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
		...(publicUrl.startsWith('https:') && {
			'strict-transport-security': 'max-age=31536000; includeSubDomains',
		}),
	};
}

/** Sets them on every answer. A route may set a stricter policy. */
export function setSecurityHeaders(app: FastifyInstance, publicUrl: string): void {
	const headers = securityHeaders(publicUrl);
	app.addHook('onRequest', async (request, reply) => {
		reply.headers(headers);
		if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
	});
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses changes that another site asks a signed-in browser to make. Clients without cookies are not concerned. */
export function refuseCrossSite(app: FastifyInstance, publicUrl: string): void {
	const own = hostOf(publicUrl);
	app.addHook('onRequest', async (request) => {
		if (SAFE.has(request.method) || request.headers.cookie === undefined) return;
		if (isSameOrigin(request, own)) return;
		throw new Problem({ code: 'CROSS_SITE_REQUEST', signposts: [signposts.home, signposts.reload] });
	});
}

function isSameOrigin({ headers, host, protocol }: FastifyRequest, own: string | undefined): boolean {
	const { origin, 'sec-fetch-site': site } = headers;
	if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
	if (origin === undefined) return true;
	const asking = hostOf(origin);
	return asking !== undefined && (asking === own || asking === hostOf(`${protocol}://${host}`));
}

function hostOf(url: string): string | undefined {
	return URL.canParse(url) ? new URL(url).host : undefined;
}
