import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../../web/api/client.ts';

interface StaffList {
	staff: { id: string; name: string; post: string }[];
}

interface StaffControlProps {
	id: string | undefined;
	single: boolean;
	value: string[] | string | undefined;
	onChange: (value: string[] | string) => void;
}

/** Colleagues by name and post. */
export function StaffControl({ id, single, value, onChange }: StaffControlProps) {
	const { t } = useTranslation('desk');
	const staff = useQuery({
		queryKey: ['staff'],
		queryFn: () => api.get<StaffList>('/api/organisation/staff'),
		staleTime: 600_000,
	});
	return (
		<Select
			{...(id ? { id } : {})}
			{...(single ? {} : { mode: 'multiple' as const })}
			showSearch={{ optionFilterProp: 'label' }}
			placeholder={t('form.staffHint')}
			{...(value === undefined ? {} : { value })}
			onChange={onChange}
			loading={staff.isPending}
			options={(staff.data?.staff ?? []).map((person) => ({
				value: person.id,
				label: `${person.name} · ${person.post}`,
			}))}
		/>
	);
}
