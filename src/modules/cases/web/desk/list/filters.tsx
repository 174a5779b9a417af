import { Input, type InputRef, Select } from 'antd';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { LIGHTS, STAGES } from '../../../../../law/index.ts';
import { Light } from '../../../../../web/ui/light.tsx';
import type { CaseList, Light as LightName } from '../types.ts';
import { ItemSelect } from './item-select.tsx';
import type { Filter } from './use-filter.ts';

interface FiltersProps {
	filter: Filter;
	change: (part: Partial<Filter>) => void;
	counts: CaseList['counts'] | undefined;
	searchRef: RefObject<InputRef | null>;
}

/** Stage, item and text, and the lights as buttons that carry their counts. */
export function Filters({ filter, change, counts, searchRef }: FiltersProps) {
	const { t } = useTranslation('desk');
	return (
		<search className="desk-filters">
			<LightFilter chosen={filter.light} counts={counts} choose={(light) => change({ light })} />
			<Select
				aria-label={t('list.stage')}
				className="desk-filter-stage"
				allowClear
				placeholder={t('list.stage')}
				value={filter.stage}
				onChange={(stage?: string) => change({ stage })}
				options={STAGES.filter((stage) => stage !== 'DRAFT').map((stage) => ({
					value: stage,
					label: t(`words.stage.${stage}`),
				}))}
			/>
			<ItemSelect value={filter.item} onChange={(item) => change({ item })} />
			<Input
				ref={searchRef}
				type="search"
				className="desk-filter-text"
				aria-label={t('list.search')}
				placeholder={t('list.searchHint')}
				allowClear
				defaultValue={filter.q ?? ''}
				key={filter.q ?? ''}
				onPressEnter={(event) => change({ q: event.currentTarget.value.trim() || undefined })}
				onClear={() => change({ q: undefined })}
			/>
		</search>
	);
}

interface LightFilterProps {
	chosen: string | undefined;
	counts: CaseList['counts'] | undefined;
	choose: (light: LightName | undefined) => void;
}

function LightFilter({ chosen, counts, choose }: LightFilterProps) {
	const { t } = useTranslation('desk');
	return (
		<fieldset className="desk-lights">
			<legend className="visually-hidden">{t('list.lights')}</legend>
			{LIGHTS.map((light) => (
				<button
					key={light}
					type="button"
					aria-pressed={chosen === light}
					onClick={() => choose(chosen === light ? undefined : light)}
				>
					<Light light={light} />
					<span className="desk-count">{counts?.[light] ?? 0}</span>
				</button>
			))}
		</fieldset>
	);
}
