import type { PageRoute } from '../../../web/routes.ts';

/** The official calendar as people use it. */
export const calendarRoutes: PageRoute[] = [
	{ path: 'calculator', title: 'web:portal.calculator.title', load: () => import('./calculator-page.tsx') },
];
