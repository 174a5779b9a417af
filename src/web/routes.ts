import type { ComponentType } from 'react';

/**
 * A page as a room hands it to the frame: where it lives and how its code is fetched.
 * `path` is TanStack Router syntax, relative to its group (`cases/$id`). `title` is a full text key (`web:portal.home.title`).
 */
export interface PageRoute {
	path: string;
	title: string;
	load: () => Promise<{ default: ComponentType }>;
	/** Nobody gets here without signing in first. */
	signedIn?: boolean;
}

/** A group's own frame around its pages; it renders `<Outlet />`. */
export type ShellLoader = () => Promise<{ default: ComponentType }>;
