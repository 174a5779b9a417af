import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../../web/api/client.ts';
import type { Text } from '../catalog.schema.ts';

/** An item that what has been typed so far may mean, and the words of it that say so. */
export interface Suggestion {
	code: string;
	name: Text;
	match: { kind: 'EXACT' | 'PREFIX' | 'PART'; text: string };
}

/** The best few for what has been typed so far. */
export const suggestQuery = (q: string) =>
	queryOptions({
		queryKey: ['catalog', 'suggest', q],
		queryFn: () => api.get<{ suggestions: Suggestion[] }>('/api/catalog/suggest', { q }),
		enabled: q !== '',
		staleTime: 300_000,
		placeholderData: keepPreviousData,
		retry: false,
	});

/** Milliseconds without a key before something is asked: a fast typist asks once a word. */
const PAUSE = 120;

/** The value as it is once nothing has changed for a moment. */
export function useSettled<T>(value: T): T {
	const [settled, setSettled] = useState(value);
	useEffect(() => {
		const timer = setTimeout(() => setSettled(value), PAUSE);
		return () => clearTimeout(timer);
	}, [value]);
	return settled;
}

/**
 * Tells the bureau of a search that was sent off, so that it learns which words fail.
 * @param helped false: whatever was found was not what was meant
 */
export const tellSearch = (q: string, helped = true): Promise<unknown> =>
	api.post('/api/catalog/searches', { q, helped });
