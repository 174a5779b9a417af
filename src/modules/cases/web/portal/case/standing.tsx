import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../../web/format.ts';
import { DueDate } from '../../../../../web/ui/due-date.tsx';
import type { CaseView } from '../../../cases.schema.ts';

/** Where the case stands in plain words, for whom it waits and until when. */
export function Standing({ view }: { view: CaseView }) {
	const { t } = useTranslation('web');
	const format = useFormat();
	const paused = view.law.specials.some((special) => special.to === null);
	const unit = view.clocks.find((clock) => clock.due === view.dueOn)?.unit ?? 'WD';
	// On a day off after the last day nothing more is counted: the light says that it is over.
	const left =
		view.left === null || (view.light === 'RED' && view.left === 0)
			? undefined
			: t(view.left < 0 ? 'portal.case.overdueBy' : 'portal.case.left', {
					days: t(`portal.clocks.unit.${unit}`, { count: Math.abs(view.left) }),
				});
	return (
		<section className={`standing ${view.waitingFor.toLowerCase()}`} aria-labelledby="standing-title">
			<div className="stack">
				<p className="standing-label">{t('portal.case.where')}</p>
				<h2 id="standing-title">{t(`portal.standing.${view.stage}.title`)}</h2>
				<p>{t(`portal.standing.${view.stage}.text`)}</p>
				{paused ? <p>{t('portal.case.paused')}</p> : null}
				{view.law.extension ? (
					<p>
						{t('portal.case.extended', {
							count: view.law.extension.days,
							date: format.date(view.law.extension.on),
						})}
					</p>
				) : null}
			</div>
			<dl className="standing-facts">
				<div>
					<dt>{t('portal.case.waitsFor')}</dt>
					<dd>{t(`portal.waitingFor.${view.waitingFor}`)}</dd>
				</div>
				{view.dueOn ? (
					<div>
						<dt>{t('portal.case.dueOn')}</dt>
						<dd>
							<DueDate date={view.dueOn} light={view.light} note={left} />
						</dd>
					</div>
				) : null}
				<div>
					<dt>{t('portal.case.visits')}</dt>
					<dd>{t('portal.case.visitCount', { count: view.visits })}</dd>
				</div>
			</dl>
		</section>
	);
}
