import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Locales } from '../locales.ts';
import { notFound, sendProblem } from './errors.ts';
import { Problem } from './problem.ts';
import { signposts } from './signposts.ts';

/** Answers addresses without a route: the page of the web part for a browser, else 405 or 404 with signposts. */
export function answerUnknownRoutes(
	app: FastifyInstance,
	options: { locales: Locales; hasWeb: boolean },
): void {
	const routes: { method: string; pattern: RegExp }[] = [];
	app.addHook('onRoute', ({ url, method }) => {
		if (url.endsWith('*')) return;
		for (const name of [method].flat()) routes.push({ method: name, pattern: patternOf(url) });
	});
	// Nothing is returned: a returned reply is waited for, at the price of listeners until Node warns of a leak.
	app.setNotFoundHandler((request, reply) => {
		if (options.hasWeb && isPage(request)) {
			reply.sendFile('index.html');
			return;
		}
		const path = pathOf(request);
		const allowed = routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
		const problem = allowed.length > 0 ? methodNotAllowed([...new Set(allowed)].sort()) : notFound();
		sendProblem(problem, request, reply, options.locales);
	});
}

function methodNotAllowed(allowed: string[]): Problem {
	const methods = allowed.join(', ');
	return new Problem({
		code: 'METHOD_NOT_ALLOWED',
		params: { methods },
		headers: { allow: methods },
		signposts: [signposts.documentation, signposts.home],
	});
}

/** A browser that wants to see a page of the web part, whose addresses the server does not know. */
function isPage(request: FastifyRequest): boolean {
	const path = pathOf(request);
	return (
		(request.method === 'GET' || request.method === 'HEAD') &&
		path !== '/api' &&
		!path.startsWith('/api/') &&
		!path.startsWith('/assets/') &&
		(request.headers.accept ?? '').includes('text/html')
	);
}

function pathOf(request: FastifyRequest): string {
	return request.url.split('?', 1)[0] ?? '/';
}

/** `/api/cases/:id` → `^/api/cases/[^/]+$`. */
function patternOf(url: string): RegExp {
	const literal = url.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
	return new RegExp(`^${literal.replace(/:[A-Za-z0-9_]+/g, '[^/]+')}$`);
}
