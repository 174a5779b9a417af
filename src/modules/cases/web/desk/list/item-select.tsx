import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../../web/api/client.ts';
import { useText } from '../../../../catalog/web/index.ts';

type Text = Parameters<ReturnType<typeof useText>>[0];

interface ItemList {
	items: { code: string; name: Text }[];
	total: number;
}

const ALL_ITEMS = 500;

/** One approval item of the catalogue, found by typing. */
export function ItemSelect({
	value,
	onChange,
}: {
	value: string | undefined;
	onChange: (code: string | undefined) => void;
}) {
	const { t } = useTranslation('desk');
	const text = useText();
	const items = useQuery({
		queryKey: ['catalog-items', ALL_ITEMS],
		queryFn: () => api.get<ItemList>('/api/catalog/items', { limit: ALL_ITEMS }),
		staleTime: 600_000,
	});
	return (
		<Select
			aria-label={t('list.item')}
			className="desk-filter-item"
			allowClear
			showSearch={{ optionFilterProp: 'label' }}
			placeholder={t('list.item')}
			value={value}
			onChange={(code?: string) => onChange(code)}
			options={(items.data?.items ?? []).map(({ code, name }) => ({ value: code, label: text(name) }))}
		/>
	);
}
