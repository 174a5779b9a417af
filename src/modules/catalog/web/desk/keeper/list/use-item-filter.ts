import { useNavigate, useSearch } from '@tanstack/react-router';
import type { DeskItem } from '../../../../desk.schema.ts';

/** What the list shows; it lives in the address, so that going back finds it again. */
export interface ItemFilter {
	q: string;
	theme: string | undefined;
	/** `change`: with an open change; `confirm`: with values to confirm. */
	only: 'change' | 'confirm' | undefined;
}

/** The items that a filter leaves. The search looks at names in both languages and at codes. */
export function filterItems(items: readonly DeskItem[], { q, theme, only }: ItemFilter): DeskItem[] {
	const wanted = q.trim().toLowerCase();
	return items.filter((item) => {
		const words = [item.code, item.name?.['zh-CN'] ?? '', item.name?.en ?? ''].join('\n').toLowerCase();
		return (
			words.includes(wanted) &&
			(theme === undefined || item.theme === theme) &&
			(only !== 'change' || item.change !== null) &&
			(only !== 'confirm' || item.confirm > 0)
		);
	});
}

const text = (value: unknown): string | undefined =>
	value === undefined || value === '' ? undefined : String(value);

/** The filter of the address, and how to change it. */
export function useItemFilter() {
	const search = useSearch({ strict: false }) as Record<string, unknown>;
	const navigate = useNavigate();
	const only = text(search.only);
	const filter: ItemFilter = {
		q: text(search.q) ?? '',
		theme: text(search.theme),
		only: only === 'change' || only === 'confirm' ? only : undefined,
	};
	const change = (part: Partial<ItemFilter>) => {
		const next = Object.entries({ ...filter, ...part }).filter(([, value]) => value);
		void navigate({ to: '.', search: Object.fromEntries(next) as never, replace: true });
	};
	return { filter, change };
}
