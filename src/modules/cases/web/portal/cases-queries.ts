import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../web/api/client.ts';
import type { CaseList, CaseView, Draft, FileMeta, Precheck } from '../../cases.schema.ts';

export const myCasesQuery = (cursor?: string) =>
	queryOptions({
		queryKey: ['cases', 'mine', cursor],
		queryFn: () => api.get<CaseList>('/api/cases', { scope: 'mine', cursor, limit: 20 }),
	});

export const caseQuery = (id: string) =>
	queryOptions({ queryKey: ['case', id], queryFn: () => api.get<CaseView>(`/api/cases/${id}`) });

export const draftsQuery = queryOptions({
	queryKey: ['drafts'],
	queryFn: () => api.get<{ drafts: Draft[] }>('/api/drafts'),
	select: ({ drafts }) => drafts,
});

export const draftQuery = (id: string) =>
	queryOptions({
		queryKey: ['draft', id],
		queryFn: () => api.get<Draft>(`/api/drafts/${id}`),
		/** The page holds newer words than the server; it alone decides when to read again. */
		staleTime: Number.POSITIVE_INFINITY,
	});

export const precheckQuery = (draft: Draft) =>
	queryOptions({
		queryKey: ['precheck', draft.id, draft.version, draft.files.length],
		queryFn: () => api.ask<Precheck>(`/api/drafts/${draft.id}/precheck`),
		staleTime: 0,
		gcTime: 0,
	});

/** Sends a paper for a case. It counts as handed in only with the command that names it. */
export function uploadPaper(
	caseId: string,
	material: string,
	file: File,
	onProgress: (share: number) => void,
) {
	return api.upload<FileMeta>(`/api/cases/${caseId}/files`, { material }, file, onProgress);
}
