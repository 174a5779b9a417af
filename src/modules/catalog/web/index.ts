import type { PageRoute } from '../../../web/routes.ts';

/** The catalogue as people read it. */
export const catalogRoutes: PageRoute[] = [
	{ path: 'items', title: 'web:portal.items.title', load: () => import('./items-page.tsx') },
	{ path: 'items/$code', title: 'web:portal.guide.title', load: () => import('./guide-page.tsx') },
];
