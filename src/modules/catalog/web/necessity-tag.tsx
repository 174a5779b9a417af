import { useTranslation } from 'react-i18next';
import type { Item } from '../catalog.schema.ts';

const TONES = { REQUIRED: 'red', TOLERABLE: 'green', BY_PROMISE: 'green', OPTIONAL: 'grey' } as const;

/** Whether a paper must be there now, may follow, or may be promised. */
export function NecessityTag({
	material,
}: {
	material: Pick<Item['materials'][number], 'necessity' | 'toleranceDays'>;
}) {
	const { t } = useTranslation('web');
	return (
		<span className={`tag ${TONES[material.necessity]}`}>
			{t(`portal.necessity.${material.necessity}`, { count: material.toleranceDays ?? 0 })}
		</span>
	);
}
