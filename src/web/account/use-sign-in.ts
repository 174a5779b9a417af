import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { returnAddress } from '../frame/require-session.ts';

/** After signing in: read everything anew as that person and go back to where they were. */
export function useArrive(): () => Promise<void> {
	const client = useQueryClient();
	const navigate = useNavigate();
	const { next } = useSearch({ strict: false }) as { next?: unknown };
	return async () => {
		client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
		await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
		await navigate({ href: returnAddress(next) });
	};
}
