import type { PageRoute, ShellLoader } from '../../../../web/routes.ts';

/** The staff desk's pages, below `/desk`. Only their addresses are read at start; each page's code is fetched when opened. */
export const deskRoutes: PageRoute[] = [
	{ path: '/', title: 'desk:nav.todo', load: () => import('./list/todo-page.tsx') },
	{ path: 'all', title: 'desk:nav.all', load: () => import('./list/all-page.tsx') },
	{ path: 'cases/$caseId', title: 'desk:case.title', load: () => import('./case/case-page.tsx') },
	{ path: 'window', title: 'desk:nav.window', load: () => import('./window/window-page.tsx') },
	{ path: 'sole', title: 'desk:nav.sole', load: () => import('./sole/sole-page.tsx') },
	{ path: 'counting', title: 'desk:nav.counting', load: () => import('./counting/counting-page.tsx') },
];

/** The frame around every desk page, fetched with the first of them. */
export const deskShell: ShellLoader = () => import('./shell.tsx');
