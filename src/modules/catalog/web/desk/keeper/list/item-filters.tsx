import { Input, type InputRef, Select } from 'antd';
import type { RefObject } from 'react';
import { THEMES } from '../../../../catalog.schema.ts';
import type { DeskItem } from '../../../../desk/desk.schema.ts';
import { useWords } from '../words.ts';
import type { ItemFilter } from './use-item-filter.ts';

interface ItemFiltersProps {
	filter: ItemFilter;
	change: (part: Partial<ItemFilter>) => void;
	items: readonly DeskItem[];
	searchRef: RefObject<InputRef | null>;
}

const ONLY = ['change', 'confirm'] as const;

/** Text and theme, and two buttons that carry their counts. */
export function ItemFilters({ filter, change, items, searchRef }: ItemFiltersProps) {
	const { t } = useWords();
	const counts = {
		change: items.filter((item) => item.change !== null).length,
		confirm: items.filter((item) => item.confirm > 0).length,
	};
	return (
		<search className="desk-filters">
			<Input
				ref={searchRef}
				type="search"
				className="desk-filter-text"
				aria-label={t('list.search')}
				placeholder={t('list.searchHint')}
				allowClear
				value={filter.q}
				onChange={(event) => change({ q: event.target.value })}
				// Then the keys are the list's again.
				onPressEnter={(event) => event.currentTarget.blur()}
			/>
			<Select
				aria-label={t('list.theme')}
				className="desk-filter-stage"
				allowClear
				placeholder={t('list.theme')}
				value={filter.theme}
				onChange={(theme?: string) => change({ theme })}
				options={THEMES.map((theme) => ({ value: theme, label: t(`web:portal.themes.${theme}`) }))}
			/>
			<fieldset className="desk-lights">
				<legend className="visually-hidden">{t('list.only.label')}</legend>
				{ONLY.map((only) => (
					<button
						key={only}
						type="button"
						aria-pressed={filter.only === only}
						onClick={() => change({ only: filter.only === only ? undefined : only })}
					>
						{t(`list.only.${only}`)}
						<span className="desk-count">{counts[only]}</span>
					</button>
				))}
			</fieldset>
		</search>
	);
}
