import type { PageRoute } from '../routes.ts';

/** Signing in and registering. */
export const accountRoutes: PageRoute[] = [
	{ path: 'sign-in', title: 'web:signIn.title', load: () => import('./sign-in-page.tsx') },
	{ path: 'register', title: 'web:register.title', load: () => import('./register-page.tsx') },
];
