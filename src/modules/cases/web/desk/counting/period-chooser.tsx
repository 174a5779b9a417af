import { useTranslation } from 'react-i18next';
import { type Period, PRESETS, periodOf, presetOf } from './period.ts';

interface PeriodChooserProps {
	period: Period;
	today: string;
	choose: (period: Period) => void;
}

/** The days of decision that are counted: by name, or day by day. */
export function PeriodChooser({ period, today, choose }: PeriodChooserProps) {
	const { t } = useTranslation('desk');
	const chosen = presetOf(period, today);
	return (
		<search className="desk-period" aria-label={t('counting.period')}>
			<div className="desk-presets">
				{PRESETS.map((preset) => (
					<button
						key={preset}
						type="button"
						aria-pressed={preset === chosen}
						onClick={() => choose(periodOf(preset, today))}
					>
						{t(`counting.presets.${preset}`)}
					</button>
				))}
			</div>
			{(['from', 'to'] as const).map((end) => (
				<label key={end}>
					{t(`counting.${end}`)}
					<input
						type="date"
						value={period[end]}
						min={end === 'to' ? period.from : undefined}
						max={end === 'from' ? period.to : undefined}
						onChange={({ target }) => target.value && choose({ ...period, [end]: target.value })}
					/>
				</label>
			))}
		</search>
	);
}
