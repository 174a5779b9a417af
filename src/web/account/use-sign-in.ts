import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { isStaff, sessionQuery } from '../api/session.ts';
import { returnAddress } from '../frame/require-session.ts';

/** After signing in: read everything anew as that person and go back to where they were; staff begin at their desk. */
export function useArrive(): () => Promise<void> {
	const client = useQueryClient();
	const navigate = useNavigate();
	const { next } = useSearch({ strict: false }) as { next?: unknown };
	return async () => {
		client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
		const { principal } = await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
		await navigate({
			href: next === undefined && principal && isStaff(principal) ? '/desk' : returnAddress(next),
		});
	};
}
