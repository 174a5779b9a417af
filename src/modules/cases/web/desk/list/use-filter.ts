import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

/** What the list shows; it lives in the address, so that a list can be sent to a colleague and survives going back. */
export interface Filter {
	stage?: string | undefined;
	light?: string | undefined;
	item?: string | undefined;
	q?: string | undefined;
}

const text = (value: unknown): string | undefined =>
	value === undefined || value === null || value === '' ? undefined : String(value);

/** The filter of the address, and how to change it; paging starts anew with every change. */
export function useFilter() {
	const search = useSearch({ strict: false }) as Record<string, unknown>;
	const navigate = useNavigate();
	const filter: Filter = {
		stage: text(search.stage),
		light: text(search.light),
		item: text(search.item),
		q: text(search.q),
	};
	const [cursors, setCursors] = useState<string[]>([]);
	const change = (part: Partial<Filter>) => {
		setCursors([]);
		const next = Object.fromEntries(
			Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined),
		);
		void navigate({ to: '.', search: next as never, replace: true });
	};
	return {
		filter,
		change,
		cursor: cursors.at(-1),
		page: cursors.length,
		forward: (cursor: string) => setCursors((all) => [...all, cursor]),
		back: () => setCursors((all) => all.slice(0, -1)),
	};
}
