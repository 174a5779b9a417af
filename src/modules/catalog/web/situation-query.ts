import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../../web/api/client.ts';
import type { Situation } from '../situations/situation.ts';
import type { Answers } from '../situations/situations.schema.ts';

export type { Situation } from '../situations/situation.ts';
export type { Answers } from '../situations/situations.schema.ts';

const FIVE_MINUTES = 300_000;

/** What somebody with these answers is asked next, and what that person needs. The last one stays until it is here. */
export const situationQuery = (code: string, answers: Answers, version?: number) =>
	queryOptions({
		queryKey: ['catalog', 'situation', code, version, answers],
		queryFn: () =>
			api.ask<Situation>(`/api/catalog/items/${encodeURIComponent(code)}/situation`, {
				answers,
				...(version === undefined ? {} : { version }),
			}),
		staleTime: FIVE_MINUTES,
		placeholderData: keepPreviousData,
	});
