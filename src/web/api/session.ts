import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client.ts';

/** Who is signed in. `permissions` are CASL raw rules; the rooms build abilities from them. */
export interface SessionPrincipal {
	id: string;
	username: string;
	name: string;
	roles: string[];
	permissions: unknown[];
}

/** Whether somebody works here; applicants have no other role. */
export function isStaff({ roles }: Pick<SessionPrincipal, 'roles'>): boolean {
	return roles.some((role) => role !== 'APPLICANT');
}

/** The bureau as people meet it. */
export interface Bureau {
	name: string;
	address: string;
	hotline: string;
	hours: string;
}

/** `GET /api/session`: who is here, where, and what day it is. `today` is a Shanghai date. */
export interface Session {
	principal: SessionPrincipal | null;
	bureau: Bureau;
	demo: { enabled: boolean; now: string | null };
	today: string;
	now: string;
	/** Name of the identity service that one can also sign in with. */
	identityService: string | null;
}

export const sessionQuery = queryOptions({
	queryKey: ['session'],
	queryFn: () => api.get<Session>('/api/session'),
	staleTime: 60_000,
});

/** The session, or undefined while the first answer is on its way. */
export function useSession(): Session | undefined {
	return useQuery(sessionQuery).data;
}

/** Signs out and forgets everything that was read as that person. */
export function useSignOut(): () => Promise<void> {
	const client = useQueryClient();
	return async () => {
		await api.post('/api/auth/sign-out');
		client.clear();
		await client.invalidateQueries();
	};
}
