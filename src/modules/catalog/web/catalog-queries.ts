import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../web/api/client.ts';
import type { Item, ItemSummary, Text } from '../catalog.schema.ts';
import { textIn } from '../form/form.ts';

const FIVE_MINUTES = 300_000;

/** Items that answer to a search in plain words; all of them for an empty one. */
export const itemsQuery = (q: string, limit?: number, theme?: string) =>
	queryOptions({
		queryKey: ['catalog', 'items', q, limit, theme],
		queryFn: () =>
			api.get<{ items: ItemSummary[]; total: number }>('/api/catalog/items', { q, limit, theme }),
		staleTime: FIVE_MINUTES,
		placeholderData: keepPreviousData,
	});

/** Themes with the number of their items. */
export const themesQuery = queryOptions({
	queryKey: ['catalog', 'themes'],
	queryFn: () => api.get<{ themes: { theme: ItemSummary['theme']; items: number }[] }>('/api/catalog/themes'),
	staleTime: FIVE_MINUTES,
});

/** An item in full. */
export const itemQuery = (code: string) =>
	queryOptions({
		queryKey: ['catalog', 'item', code],
		queryFn: () => api.get<Item>(`/api/catalog/items/${encodeURIComponent(code)}`),
		staleTime: FIVE_MINUTES,
	});

/** Reads a `Text` in the language of the page. */
export function useText(): (text: Text) => string {
	const { i18n } = useTranslation();
	return (text) => textIn(text, i18n.language);
}
