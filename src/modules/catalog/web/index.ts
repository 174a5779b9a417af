/** What other rooms and the frame may use of the catalogue in the browser. */
import { lazy } from 'react';
import type { PageRoute } from '../../../web/routes.ts';

export type { Item } from '../catalog.schema.ts';
export { declaredFields, isNode, type JsonSchema } from '../form/form.ts';
export { answerText } from '../situations/answer-text.ts';
export { itemQuery, itemsQuery, useText } from './catalog-queries.ts';
export { catalogDeskRoutes } from './desk/index.ts';
export { MaterialFacts } from './material-facts.tsx';
export { BlankLinks, MaterialList } from './material-list.tsx';
export { NecessityTag } from './necessity-tag.tsx';
export { Questions } from './questions/questions.tsx';
export { SearchForm } from './search-form.tsx';
export { type Answers, type Situation, situationQuery } from './situation-query.ts';
export { ThemeDoors } from './theme-doors.tsx';

/** The application form of an item; fetched when first shown, because the form engine is large. */
export const ItemForm = lazy(() => import('./item-form.tsx'));

/** The catalogue as people read it. */
export const catalogRoutes: PageRoute[] = [
	{ path: 'items', title: 'web:portal.items.title', load: () => import('./items-page.tsx') },
	{ path: 'items/$code', title: 'web:portal.guide.title', load: () => import('./guide-page.tsx') },
];
