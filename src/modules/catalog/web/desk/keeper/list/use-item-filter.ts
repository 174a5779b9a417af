import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { DeskItem } from '../../../../desk/desk.schema.ts';
import { textIn } from '../../../../form/form.ts';

/** What the list shows; it lives in the address, so that going back finds it again. */
export interface ItemFilter {
	q: string;
	theme: string | undefined;
	/** `change`: with an open change; `confirm`: with values to confirm. */
	only: 'change' | 'confirm' | undefined;
}

/** The items that a filter leaves, by name. The search looks at names in both languages and at codes. */
export function filterItems(
	items: readonly DeskItem[],
	{ q, theme, only }: ItemFilter,
	language: string,
): DeskItem[] {
	const wanted = q.trim().toLowerCase();
	const { compare } = new Intl.Collator(language);
	const nameOf = ({ name, code }: DeskItem) => (name ? textIn(name, language) : code);
	const found = items.filter((item) => {
		const words = [item.code, item.name?.['zh-CN'] ?? '', item.name?.en ?? ''].join('\n').toLowerCase();
		return (
			words.includes(wanted) &&
			(theme === undefined || item.theme === theme) &&
			(only !== 'change' || item.change !== null) &&
			(only !== 'confirm' || item.confirm > 0)
		);
	});
	return found.sort((one, other) => compare(nameOf(one), nameOf(other)));
}

const text = (value: unknown): string | undefined =>
	value === undefined || value === '' ? undefined : String(value);

/** The filter, and how to change it. It begins with the address, which follows it: typing must not wait for that. */
export function useItemFilter() {
	const search = useSearch({ strict: false }) as Record<string, unknown>;
	const navigate = useNavigate();
	const [filter, setFilter] = useState<ItemFilter>(() => {
		const only = text(search.only);
		return {
			q: text(search.q) ?? '',
			theme: text(search.theme),
			only: only === 'change' || only === 'confirm' ? only : undefined,
		};
	});
	const change = (part: Partial<ItemFilter>) => {
		const next = { ...filter, ...part };
		setFilter(next);
		const said = Object.entries(next).filter(([, value]) => value);
		void navigate({ to: '.', search: Object.fromEntries(said) as never, replace: true });
	};
	return { filter, change };
}
