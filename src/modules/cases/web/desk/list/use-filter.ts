import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

/** What a list can be narrowed by: `/api/cases` takes the same names. */
const NAMES = [
	'stage',
	'light',
	'item',
	'q',
	'decidedFrom',
	'decidedTo',
	'visits',
	'online',
	'noticed',
	'timed',
	'late',
] as const;

/** What the list shows; it lives in the address, so that a list can be sent to a colleague and survives going back. */
export type Filter = { [Name in (typeof NAMES)[number]]?: string | undefined };

const text = (value: unknown): string | undefined =>
	value === undefined || value === null || value === '' ? undefined : String(value);

/** The filter of the address, and how to change it; paging starts anew with every change. */
export function useFilter() {
	const search = useSearch({ strict: false }) as Record<string, unknown>;
	const navigate = useNavigate();
	const filter: Filter = Object.fromEntries(NAMES.map((name) => [name, text(search[name])]));
	const [cursors, setCursors] = useState<string[]>([]);
	const show = (wanted: Filter) => {
		setCursors([]);
		const next = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
		void navigate({ to: '.', search: next as never, replace: true });
	};
	return {
		filter,
		change: (part: Filter) => show({ ...filter, ...part }),
		clear: () => show({}),
		cursor: cursors.at(-1),
		page: cursors.length,
		forward: (cursor: string) => setCursors((all) => [...all, cursor]),
		back: () => setCursors((all) => all.slice(0, -1)),
	};
}
