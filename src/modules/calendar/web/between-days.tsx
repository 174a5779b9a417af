import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../web/api/client.ts';
import { useFormat } from '../../../web/format.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Card } from '../../../web/ui/card.tsx';
import { Field } from '../../../web/ui/field.tsx';
import { ProblemNotice } from '../../../web/ui/problem-notice.tsx';
import './calendar.css';

interface Difference {
	from: string;
	to: string;
	workdays: number;
}

/** How many working days lie between two days. */
export function BetweenDays() {
	const { t } = useTranslation('web');
	const format = useFormat();
	const [span, setSpan] = useState({ from: '', to: '' });
	const [asked, setAsked] = useState<typeof span | null>(null);
	const difference = useQuery({
		queryKey: ['calendar', 'between', asked],
		queryFn: () => api.get<Difference>('/api/calendar/between', { ...asked }),
		enabled: asked !== null,
	});
	const submit = (event: SubmitEvent<HTMLFormElement>) => {
		event.preventDefault();
		setAsked(span);
	};
	const data = difference.error ? undefined : difference.data;
	return (
		<Card title={t('portal.calculator.between.title')}>
			<form className="form" onSubmit={submit}>
				{(['from', 'to'] as const).map((side) => (
					<Field
						key={side}
						label={t(`portal.calculator.between.${side}`)}
						hint={t(`portal.calculator.between.${side}Hint`)}
						required
					>
						{(control) => (
							<input
								{...control}
								type="date"
								value={span[side]}
								onChange={(event) => setSpan({ ...span, [side]: event.target.value })}
							/>
						)}
					</Field>
				))}
				<Button type="submit" look="primary" busy={difference.isFetching}>
					{t('portal.calculator.submit')}
				</Button>
			</form>
			<div aria-live="polite" className="answer-place">
				{asked ? null : <p className="answer-empty">{t('portal.calculator.empty')}</p>}
				{difference.error ? <ProblemNotice error={difference.error} /> : null}
				{data ? (
					<div className="answer">
						<p className="answer-value">{t('portal.guide.workingDays', { count: data.workdays })}</p>
						<p>
							{t('portal.calculator.between.answer', {
								from: format.date(data.from, true),
								to: format.date(data.to, true),
								count: data.workdays,
							})}
						</p>
					</div>
				) : null}
			</div>
		</Card>
	);
}
