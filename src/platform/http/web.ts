import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { openPage, type RenderPage } from './page-head.ts';

declare module 'fastify' {
	interface FastifyInstance {
		/** The page of the web part with a head of its own; undefined where none has been built. */
		renderPage: RenderPage | undefined;
	}
}

/** Serves the built web part. Answers false when there is none. */
export async function serveWeb(app: FastifyInstance, root: string): Promise<boolean> {
	const isBuilt = existsSync(join(root, 'index.html'));
	app.decorate('renderPage', isBuilt ? openPage(root) : undefined);
	if (!isBuilt) return false;
	await app.register(files, {
		root,
		schemaHide: true,
		preCompressed: true,
		cacheControl: false,
		setHeaders: (reply, path) => {
			// Names of assets contain their content's hash; everything else is asked for again.
			const isAsset = path.startsWith(join(root, 'assets') + sep);
			reply.header('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
		},
	});
	return true;
}
