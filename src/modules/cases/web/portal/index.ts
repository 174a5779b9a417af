import type { PageRoute } from '../../../../web/routes.ts';

/** The citizen's portal. */
export const portalRoutes: PageRoute[] = [
	{ path: '/', title: 'web:portal.home.title', load: () => import('./home/home-page.tsx') },
	{
		path: 'apply/start/$code',
		title: 'web:portal.apply.title',
		load: () => import('./apply/start-page.tsx'),
		signedIn: true,
	},
	{
		path: 'apply/$draftId',
		title: 'web:portal.apply.title',
		load: () => import('./apply/apply-page.tsx'),
		signedIn: true,
	},
	{ path: 'my', title: 'web:portal.my.title', load: () => import('./my-cases-page.tsx'), signedIn: true },
	{
		path: 'cases/$caseId',
		title: 'web:portal.case.title',
		load: () => import('./case/case-page.tsx'),
		signedIn: true,
	},
	{
		path: 'profile',
		title: 'web:portal.profile.title',
		load: () => import('./profile-page.tsx'),
		signedIn: true,
	},
	{ path: 'help', title: 'web:portal.help.title', load: () => import('./help-page.tsx') },
];
