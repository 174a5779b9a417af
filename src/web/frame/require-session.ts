import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';

/** Lets signed-in people pass; others sign in first and come back to the same address, search included. */
export async function requireSession(client: QueryClient, here: string): Promise<void> {
	const session = await client.ensureQueryData(sessionQuery);
	if (!session.principal) throw redirect({ to: '/sign-in', search: { next: here } });
}

/** The page to return to after signing in: an address of ours, never another site's. */
export function returnAddress(next: unknown): string {
	return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/';
}
