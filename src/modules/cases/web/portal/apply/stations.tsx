import { useTranslation } from 'react-i18next';
import { Steps } from '../../../../../web/ui/steps.tsx';
import type { Item } from '../../../../catalog/web/index.ts';

const STATIONS = ['questions', 'form', 'papers', 'check'] as const;
export type Station = (typeof STATIONS)[number];

/** The stations of an application; an item that asks nothing begins with its form. */
export function stationsOf({ questions }: Pick<Item, 'questions'>): [Station, ...Station[]] {
	return questions.length > 0 ? [...STATIONS] : ['form', 'papers', 'check'];
}

/** Where somebody stands on the way to handing in. */
export function Stations({ stations, current }: { stations: Station[]; current: Station }) {
	const { t } = useTranslation('web');
	const at = stations.indexOf(current);
	return (
		<Steps
			label={t('portal.apply.steps')}
			across
			steps={stations.map((id, index) => ({
				id,
				label: t(`portal.apply.step.${id}`),
				state: index < at ? 'DONE' : index === at ? 'CURRENT' : 'AHEAD',
			}))}
		/>
	);
}
