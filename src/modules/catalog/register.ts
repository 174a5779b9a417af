import { resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../../platform/platform.ts';
import { catalogRoutes } from './catalog.routes.ts';
import type { Catalog } from './catalog.ts';
import { changeRoutes } from './desk/changes.routes.ts';
import type { CatalogDesk } from './desk/changes.ts';
import { deskRoutes } from './desk/desk.routes.ts';
import { exchangeRoutes } from './exchange/exchange.routes.ts';
import type { Parts } from './sources/parts.ts';
import { importFiles } from './versions/versions.import.ts';
import { keyOf } from './versions/versions.rules.ts';
import { follow, openStoredCatalog } from './versions/versions.ts';

/** Where the district's items are kept. */
export const CATALOG_FOLDER = resolve(import.meta.dirname, '../../../data/catalog');

export interface CatalogDeps {
	/** How many cases and drafts hold on to which version. The cases lie above this room, so they are asked through this. */
	uses(): Promise<readonly { code: string; version: number; count: number }[]>;
	/** Another folder than `data/catalog`, for tests. */
	folder?: string;
	/** Told, a line at a time, of files that were not taken in and why. */
	report?: (line: string) => void;
}

/**
 * Brings the files into the database and serves what is in effect. Answers it, and the forms that the bureau gives out.
 * @throws DefinitionError with every fault of every file
 */
export async function registerCatalog(
	app: FastifyInstance,
	platform: Pick<Platform, 'db' | 'clock' | 'config' | 'locales'>,
	deps: CatalogDeps,
): Promise<{ catalog: Catalog; blanks: Parts['blanks'] }> {
	const { db, clock, config, locales } = platform;
	const uses = async () => new Map((await deps.uses()).map((use) => [keyOf(use), use.count]));
	const { jurisdiction } = config;
	const { parts, partsDigest, notes } = await importFiles({
		db,
		jurisdiction,
		folder: deps.folder ?? CATALOG_FOLDER,
		uses,
	});
	for (const { code, params } of notes) deps.report?.(locales.t('en', `catalog.start.${code}`, params));
	const stored = await openStoredCatalog(db, clock, parts);
	const stop = follow(stored, (error) => app.log.error({ err: error }, 'the catalogue cannot be refreshed'));
	app.addHook('onClose', async () => stop());
	catalogRoutes(app, stored.catalog);
	const desk: CatalogDesk = { db, clock, jurisdiction, parts, partsDigest, stored, uses };
	deskRoutes(app, desk);
	changeRoutes(app, desk);
	exchangeRoutes(app, desk, locales);
	return { catalog: stored.catalog, blanks: parts.blanks };
}
