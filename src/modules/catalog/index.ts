import { resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { catalogRoutes } from './catalog.routes.ts';
import { type Catalog, openCatalog } from './catalog.ts';

/** Where the district's items are kept. */
export const CATALOG_FOLDER = resolve(import.meta.dirname, '../../../data/catalog');

/** Reads the items and serves them. */
export function registerCatalog(app: FastifyInstance, folder = CATALOG_FOLDER): Catalog {
	const catalog = openCatalog(folder);
	catalogRoutes(app, catalog);
	return catalog;
}

export { loadCatalog } from './catalog.load.ts';
export { Item } from './catalog.schema.ts';
export { type Catalog, catalogMessages, openCatalog } from './catalog.ts';
export { declaredFields, type JsonSchema, localiseForm, textIn } from './form.ts';
export { validateForm } from './form-check.ts';
export { toItemRules } from './rules.ts';
export { sampleForm } from './sample-form.ts';
export type { Situation } from './situation.routes.ts';
export { answerText } from './situations/answer-text.ts';
export {
	type AnswerFault,
	answerFaults,
	answersThatCount,
	fillFromAnswers,
	questionsFor,
	situate,
	warningsFor,
} from './situations/situate.ts';
export { Answers } from './situations/situations.schema.ts';
