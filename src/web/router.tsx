import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
	type AnyRoute,
	createRootRoute,
	createRoute,
	createRouter,
	lazyRouteComponent,
} from '@tanstack/react-router';
import { calendarRoutes } from '../modules/calendar/web/index.ts';
import { deskRoutes, deskShell, portalRoutes } from '../modules/cases/web/index.ts';
import { catalogDeskRoutes, catalogRoutes } from '../modules/catalog/web/index.ts';
import { accountRoutes } from './account/index.ts';
import { ApiProblem } from './api/problem.ts';
import { ErrorPage } from './frame/error-page.tsx';
import { NotFoundPage } from './frame/not-found-page.tsx';
import { PendingPage } from './frame/pending-page.tsx';
import { PortalShell } from './frame/portal-shell.tsx';
import { requireSession } from './frame/require-session.ts';
import { Root } from './frame/root.tsx';
import { loadDeskTexts } from './i18n.ts';
import type { PageRoute } from './routes.ts';

/** A refusal is an answer, and asking again does not change it; only a missing answer is worth another try. */
const retry = (failures: number, error: unknown): boolean =>
	failures < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 502);

export const queryClient = new QueryClient({
	defaultOptions: { queries: { retry, staleTime: 15_000 }, mutations: { retry } },
});

function pages(parent: AnyRoute, routes: PageRoute[]): AnyRoute[] {
	return routes.map(({ path, title, load, signedIn }) =>
		createRoute({
			getParentRoute: () => parent,
			path,
			component: lazyRouteComponent(load),
			staticData: { title },
			...(signedIn ? { beforeLoad: ({ location }) => requireSession(queryClient, location.href) } : {}),
		}),
	);
}

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage, errorComponent: ErrorPage });

const portal = createRoute({ getParentRoute: () => root, id: 'portal', component: PortalShell });
portal.addChildren(pages(portal, [...portalRoutes, ...catalogRoutes, ...calendarRoutes, ...accountRoutes]));

const desk = createRoute({
	getParentRoute: () => root,
	path: 'desk',
	component: lazyRouteComponent(deskShell),
	beforeLoad: async ({ location }) => {
		await requireSession(queryClient, location.href);
		await loadDeskTexts();
	},
});
desk.addChildren(pages(desk, [...deskRoutes, ...catalogDeskRoutes]));

root.addChildren([portal, desk]);

export const router = createRouter({
	routeTree: root,
	defaultPreload: 'intent',
	defaultPendingComponent: PendingPage,
	defaultErrorComponent: ErrorPage,
	scrollRestoration: true,
	Wrap: ({ children }) => <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>,
});

declare module '@tanstack/react-router' {
	interface StaticDataRouteOption {
		/** Full text key of the page's title. */
		title?: string;
	}
}
