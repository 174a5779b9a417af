import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../web/api/client.ts';
import type { Filter } from './list/use-filter.ts';
import type { CaseCommand, CaseList, CaseView, StoredEvent } from './types.ts';

/** What a list of cases is asked for; empty values ask for nothing. */
export interface ListQuery extends Filter {
	scope: 'todo' | 'all';
	cursor?: string | undefined;
	limit?: number | undefined;
}

/** A list of cases; the last page stays on the screen while the next one is on its way. */
export function useCases(query: ListQuery) {
	return useQuery({
		queryKey: ['cases', query],
		queryFn: () => api.get<CaseList>('/api/cases', { ...query }),
		placeholderData: keepPreviousData,
	});
}

const caseKey = (id: string) => ['case', id];

export function useCase(id: string) {
	return useQuery({ queryKey: caseKey(id), queryFn: () => api.get<CaseView>(`/api/cases/${id}`) });
}

/** The case's events as they are stored, with their hash chain. */
export function useCaseEvents(id: string, version: number) {
	return useQuery({
		queryKey: ['case-events', id, version],
		queryFn: () => api.get<{ events: StoredEvent[] }>(`/api/cases/${id}/events`),
	});
}

/**
 * Gives a command to a case as it stood when it was read. When somebody else was quicker (409
 * `STALE_VERSION`) the case is read anew, and the form keeps what was typed.
 */
export function useCommand(view: CaseView) {
	const client = useQueryClient();
	return useMutation({
		mutationFn: (command: CaseCommand) =>
			api.post<CaseView>(`/api/cases/${view.id}/commands`, { expectedVersion: view.version, command }),
		onSuccess: (fresh) => {
			client.setQueryData(caseKey(view.id), fresh);
			void client.invalidateQueries({ queryKey: ['cases'] });
		},
		onError: () => void client.invalidateQueries({ queryKey: caseKey(view.id) }),
	});
}
