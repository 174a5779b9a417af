import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../../web/format.ts';
import { type Step, Steps } from '../../../../../web/ui/steps.tsx';
import type { CaseView } from '../../../cases.schema.ts';
import { progressOf } from './progress-of.ts';

/** The way of the case as a picture, with the days that are behind it. */
export function Progress({ view }: { view: CaseView }) {
	const { t } = useTranslation('web');
	const format = useFormat();
	const stations = progressOf(view.law);
	const steps = stations.map(({ id, on, state }): Step => {
		const step = { id, label: t(`portal.progress.${id}`), state };
		return on ? { ...step, note: format.date(on) } : step;
	});
	return (
		<section className="progress-picture" aria-label={t('portal.case.progress')}>
			<Steps label={t('portal.case.progress')} steps={steps} />
		</section>
	);
}
