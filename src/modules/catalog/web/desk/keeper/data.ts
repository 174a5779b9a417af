import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../../web/api/client.ts';
import type { ItemFile } from '../../../catalog.schema.ts';
import type {
	Change,
	ChangeSummary,
	Checked,
	DeskItem,
	Difference,
	ItemHistory,
	PartNames,
	Preview,
	SourceBody,
	VersionSource,
} from '../../../desk/desk.schema.ts';
import type { Answers } from '../../../situations/situations.schema.ts';

const ROOT = '/api/catalog/desk';
const KEY = 'keeper';
const LONG = 300_000;

/** All items with what is going on with them. */
export function useDeskItems() {
	return useQuery({
		queryKey: [KEY, 'items'],
		queryFn: () => api.get<{ items: DeskItem[]; total: number }>(`${ROOT}/items`),
	});
}

/** Open changes of all items. */
export function useChanges() {
	return useQuery({
		queryKey: [KEY, 'changes'],
		queryFn: () => api.get<{ changes: ChangeSummary[] }>(`${ROOT}/changes`),
	});
}

/** The versions of an item and its record. */
export function useHistory(code: string) {
	return useQuery({
		queryKey: [KEY, 'item', code],
		queryFn: () => api.get<ItemHistory>(`${ROOT}/items/${code}`),
	});
}

/** One version of an item in full; it never changes. */
export function useVersion(code: string, version: number | null) {
	return useQuery({
		queryKey: [KEY, 'version', code, version],
		queryFn: () => api.get<VersionSource>(`${ROOT}/items/${code}/versions/${version}`),
		enabled: version !== null,
		staleTime: LONG,
	});
}

/** What is different between two versions; `stamp` tells one state of an open change from the next. */
export function useDifferences(code: string, from: number | null, to: string, stamp = 0) {
	return useQuery({
		queryKey: [KEY, 'compare', code, from, to, stamp],
		queryFn: () =>
			api.get<{ differences: Difference[] }>(`${ROOT}/items/${code}/compare`, { from: from ?? 1, to }),
		enabled: from !== null,
	});
}

/** Names of shared parts, for choosers. */
export function useParts() {
	return useQuery({
		queryKey: [KEY, 'parts'],
		queryFn: () => api.get<PartNames>(`${ROOT}/parts`),
		staleTime: LONG,
	});
}

/** Where a change is remembered. */
export const changeKey = (id: string) => [KEY, 'change', id];

export function useChange(id: string) {
	return useQuery({ queryKey: changeKey(id), queryFn: () => api.get<Change>(`${ROOT}/changes/${id}`) });
}

/** The saved state as it is now, past every cache. */
export const readChange = (id: string) => api.get<Change>(`${ROOT}/changes/${id}`);

/** Autosave of one form of the source. Throws `ApiProblem` 409 where somebody else saved first. */
export const saveChange = (id: string, expectedVersion: number, body: SourceBody) =>
	api.put<Change>(`${ROOT}/changes/${id}`, { expectedVersion, ...body });

/** What is wrong with a source, and its other form. */
export const checkSource = (body: SourceBody) => api.ask<Checked>(`${ROOT}/check`, body);

/** What an applicant with these answers gets. */
export function usePreview(source: ItemFile | null, answers: Answers) {
	return useQuery({
		queryKey: [KEY, 'preview', source, answers],
		queryFn: () => api.ask<Preview>(`${ROOT}/preview`, { source, answers }),
		enabled: source !== null,
		placeholderData: (before) => before,
		gcTime: 0,
	});
}

/** Something done to the catalogue; afterwards everything of it is read anew. */
function useAct<Input, Output>(act: (input: Input) => Promise<Output>) {
	const client = useQueryClient();
	return useMutation({
		mutationFn: act,
		onSettled: async () => {
			// What differs between two states stays so: each state has a key of its own.
			await client.invalidateQueries({
				queryKey: [KEY],
				predicate: ({ queryKey }) => queryKey[1] !== 'compare',
			});
			void client.invalidateQueries({ queryKey: ['catalog'] });
		},
	});
}

/** Begins a change of an item, or a new item. */
export const useBegin = () =>
	useAct((body: { code: string; from?: number }) => api.post<Change>(`${ROOT}/changes`, body));

export const useDiscard = () => useAct((id: string) => api.delete<unknown>(`${ROOT}/changes/${id}`));

/** Steps of a change on its way to being a version. */
export type ChangeStep = 'propose' | 'return' | 'publish' | 'withdraw-proposal';

export function useStep(id: string) {
	const client = useQueryClient();
	return useAct(
		async ({
			step,
			...body
		}: {
			step: ChangeStep;
			note?: string;
			reason?: string;
			expectedVersion: number;
		}) => {
			const change = await api.post<Change>(`${ROOT}/changes/${id}/${step}`, body);
			client.setQueryData(changeKey(id), change);
			return change;
		},
	);
}

export const useWithdraw = (code: string) =>
	useAct((version: number) => api.delete<unknown>(`${ROOT}/items/${code}/versions/${version}`));

/** Words that people searched for and that found nothing. */
export interface Misses {
	misses: { query: string; times: number; last: string }[];
	searches: number;
	missed: number;
}

export function useMisses(days: number) {
	return useQuery({
		queryKey: [KEY, 'misses', days],
		queryFn: () => api.get<Misses>(`${ROOT}/misses`, { days }),
	});
}

/** One fault of a file that was handed in, with its place. */
export interface ImportFault {
	file: string;
	line?: number;
	column?: number;
	path: string;
	code: string;
	problem: string;
	remedy: string;
}

/** Either every fault, and then nothing was changed; or the changes that came of the file. */
export type Imported =
	| { faults: ImportFault[] }
	| { changes: { id: string; code: string }[]; unchanged: number };

export const useImport = () =>
	useAct((file: File) => api.upload<Imported>(`${ROOT}/import`, {}, file, () => undefined));
