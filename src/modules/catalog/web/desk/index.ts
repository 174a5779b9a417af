import type { PageRoute } from '../../../../web/routes.ts';

/** The catalogue as its keepers see it; pages of the staff desk, below `/desk`. */
export const catalogDeskRoutes: PageRoute[] = [
	{ path: 'catalog', title: 'keeper:list.title', load: () => import('./keeper/list/list-page.tsx') },
	{
		path: 'catalog/misses',
		title: 'keeper:misses.title',
		load: () => import('./keeper/list/misses-page.tsx'),
	},
	{ path: 'catalog/$code', title: 'keeper:item.title', load: () => import('./keeper/item/item-page.tsx') },
	{
		path: 'catalog/changes/$changeId',
		title: 'keeper:change.title',
		load: () => import('./keeper/change/change-page.tsx'),
	},
];
