export { catalogRules } from './catalog.permissions.ts';
export { Item } from './catalog.schema.ts';
export { type Catalog, catalogMessages, openCatalog } from './catalog.ts';
export { declaredFields, isNode, type JsonSchema, localiseForm, textIn } from './form/form.ts';
export { validateForm } from './form/form-check.ts';
export { sampleForm } from './form/sample-form.ts';
export { guideRoutes } from './guide/guide.routes.ts';
export { CATALOG_FOLDER, registerCatalog } from './register.ts';
export { toItemRules } from './rules.ts';
export { registerSearch } from './search.routes.ts';
export { answerText } from './situations/answer-text.ts';
export { type SampleSituation, sampleAnswers, sampleSituations } from './situations/sample-situations.ts';
export {
	answerFaults,
	answersThatCount,
	fillFromAnswers,
	questionsFor,
	warningsFor,
} from './situations/situate.ts';
export type { Situation } from './situations/situation.ts';
export { Answers } from './situations/situations.schema.ts';
export { loadCatalog } from './sources/load.ts';
