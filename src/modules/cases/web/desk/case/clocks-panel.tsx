import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Light } from '../../../../../web/ui/light.tsx';
import type { CaseView, ClockView } from '../types.ts';

/** Every clock of the case: its last day, what is used of it, and why it stands still where it does. */
export function ClocksPanel({ view }: { view: CaseView }) {
	const { t } = useTranslation('desk');
	if (view.clocks.length === 0) return null;
	return (
		<section className="desk-clocks" aria-label={t('clocks.title')}>
			{view.clocks.map((clock) => (
				<Clock key={clock.id} clock={clock} view={view} />
			))}
		</section>
	);
}

function Clock({ clock, view }: { clock: ClockView; view: CaseView }) {
	const { t } = useTranslation('desk');
	const unit = t(`words.unit.${clock.unit}`);
	const { name } = clock;
	return (
		<div className={`desk-clock is-${clock.state.toLowerCase()}`}>
			<p className="desk-clock-head">
				<strong>{name}</strong>
				<Light light={clock.light} compact />
				<span>{t(`words.clockState.${clock.state}`)}</span>
			</p>
			<p className="desk-clock-due">
				{clock.doneOn ? (
					t('clocks.doneOn', { date: clock.doneOn })
				) : clock.due ? (
					<time dateTime={clock.due}>{clock.due}</time>
				) : (
					t('clocks.noCalendar', { year: clock.missingYear ?? '' })
				)}
			</p>
			<div className={`desk-bar is-${clock.light.toLowerCase()}`} aria-hidden="true">
				<span style={{ width: `${share(clock)}%` }} />
			</div>
			{clock.used === null || clock.left === null ? null : (
				<p className="desk-clock-count">
					{t('clocks.used', { used: clock.used, budget: clock.budget, unit })}
					<span>
						{clock.left < 0
							? t('clocks.late', { days: -clock.left })
							: t('clocks.left', { days: clock.left })}
					</span>
				</p>
			)}
			{stops(clock, view) ? <p className="desk-clock-why">{stoppedBy(view, t)}</p> : null}
		</div>
	);
}

/** How much of the budget is used, in percent. */
function share({ used, budget }: ClockView): number {
	return budget === 0 ? 100 : Math.min(100, ((used ?? 0) / budget) * 100);
}

/** Clocks that a special procedure of Art. 45 stops; on its first day it has begun and they still run. */
const STOPPABLE: readonly string[] = ['C2', 'C2x', 'C3'];

function stops({ id, state }: ClockView, view: CaseView): boolean {
	const begun = view.law.specials.some(({ to }) => to === null);
	return state === 'STOPPED' || (state === 'RUNNING' && begun && STOPPABLE.includes(id));
}

/** What stands in the way of the clock, in words. */
function stoppedBy(view: CaseView, t: TFunction<'desk'>): string {
	const running = view.law.specials.filter(({ to }) => to === null);
	if (running.length === 0) return t(view.law.hearing ? 'clocks.stoppedHearing' : 'clocks.endedToday');
	return running
		.map(({ kind, from, neededDays }) =>
			t('clocks.stoppedSpecial', { kind: t(`web:portal.special.${kind}`), from, days: neededDays }),
		)
		.join(t('listComma'));
}
