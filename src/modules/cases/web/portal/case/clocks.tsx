import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../../web/format.ts';
import { Card } from '../../../../../web/ui/card.tsx';
import { DueDate } from '../../../../../web/ui/due-date.tsx';
import type { CaseView } from '../../../cases.schema.ts';

type Clock = CaseView['clocks'][number];

/** A clock that was met: when, and whether in time; late stays to be seen. */
function Met({ clock }: { clock: Clock }) {
	const { t } = useTranslation('web');
	const format = useFormat();
	return (
		<span>
			{t('portal.clocks.doneOn', { date: format.date(clock.doneOn ?? '') })}{' '}
			<span className={clock.late ? 'tag red' : 'tag green'}>
				{t(clock.late ? 'portal.clocks.late' : 'portal.clocks.inTime')}
			</span>
		</span>
	);
}

function ClockRow({ clock }: { clock: Clock }) {
	const { t } = useTranslation('web');
	const unit = t(`portal.clocks.unit.${clock.unit}`, { count: clock.budget });
	const share = clock.used === null || clock.budget === 0 ? 0 : Math.min(1, clock.used / clock.budget);
	return (
		<li>
			<div className="clock-head">
				<strong>{clock.name}</strong>
				<span className="hint">{t(`portal.clocks.state.${clock.state}`)}</span>
			</div>
			<div className={`clock-bar ${clock.light.toLowerCase()}`} aria-hidden="true">
				<span style={{ inlineSize: `${share * 100}%` }} />
			</div>
			<div className="clock-foot">
				{clock.doneOn ? <Met clock={clock} /> : null}
				{clock.due && !clock.doneOn ? <DueDate date={clock.due} light={clock.light} /> : null}
				{clock.missingYear ? (
					<span>{t('portal.clocks.missingYear', { year: clock.missingYear })}</span>
				) : null}
				<span className="hint">
					{clock.used === null ? unit : t('portal.clocks.used', { used: clock.used, budget: unit })}
				</span>
			</div>
		</li>
	);
}

/** The legal time limits of the case, each with how much of it is used. */
export function Clocks({ clocks }: { clocks: Clock[] }) {
	const { t } = useTranslation('web');
	if (clocks.length === 0) return null;
	return (
		<Card title={t('portal.clocks.title')}>
			<ul className="clocks">
				{clocks.map((clock) => (
					<ClockRow key={clock.id} clock={clock} />
				))}
			</ul>
		</Card>
	);
}
