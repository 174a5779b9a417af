import { useTranslation } from 'react-i18next';

export interface Step {
	id: string;
	label: string;
	state: 'DONE' | 'CURRENT' | 'AHEAD';
	note?: string;
}

/** A way in a few stations: done, here, ahead. `across` keeps them side by side on a phone, too: for short names. */
export function Steps({ steps, label, across = false }: { steps: Step[]; label: string; across?: boolean }) {
	const { t } = useTranslation('web');
	return (
		<ol className={across ? 'steps across' : 'steps'} aria-label={label}>
			{steps.map((step, index) => (
				<li
					key={step.id}
					className={step.state.toLowerCase()}
					aria-current={step.state === 'CURRENT' ? 'step' : undefined}
				>
					<span className="step-mark" aria-hidden="true">
						{step.state === 'DONE' ? '✓' : index + 1}
					</span>
					<span className="step-text">
						<span className="step-label">{step.label}</span>
						<span className="visually-hidden">{t(`ui.step.${step.state}`)}</span>
						{step.note ? <span className="step-note">{step.note}</span> : null}
					</span>
				</li>
			))}
		</ol>
	);
}
