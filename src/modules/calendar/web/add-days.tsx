import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../web/api/client.ts';
import { useSession } from '../../../web/api/session.ts';
import { useFormat } from '../../../web/format.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Card } from '../../../web/ui/card.tsx';
import { Field } from '../../../web/ui/field.tsx';
import { ProblemNotice } from '../../../web/ui/problem-notice.tsx';
import './calendar.css';

interface Sum {
	date: string;
	days: number;
	result: string;
	basis: string;
}

const MAX_DAYS = 1000;

/** On which day so many working days after a day end. */
export function AddDays() {
	const { t } = useTranslation('web');
	const format = useFormat();
	const today = useSession()?.today ?? '';
	const [date, setDate] = useState('');
	const [days, setDays] = useState('20');
	const [asked, setAsked] = useState<{ date: string; days: string } | null>(null);
	const sum = useQuery({
		queryKey: ['calendar', 'add', asked],
		queryFn: () => api.get<Sum>('/api/calendar/add', { ...asked }),
		enabled: asked !== null,
	});
	const submit = (event: SubmitEvent<HTMLFormElement>) => {
		event.preventDefault();
		setAsked({ date: date || today, days });
	};
	return (
		<Card title={t('portal.calculator.add.title')}>
			<form className="form" onSubmit={submit}>
				<Field label={t('portal.calculator.add.date')} hint={t('portal.calculator.add.dateHint')} required>
					{(control) => (
						<input
							{...control}
							type="date"
							value={date || today}
							onChange={(event) => setDate(event.target.value)}
						/>
					)}
				</Field>
				<Field label={t('portal.calculator.add.days')} required>
					{(control) => (
						<input
							{...control}
							type="number"
							min={0}
							max={MAX_DAYS}
							value={days}
							onChange={(event) => setDays(event.target.value)}
						/>
					)}
				</Field>
				<Button type="submit" look="primary" busy={sum.isFetching}>
					{t('portal.calculator.submit')}
				</Button>
			</form>
			<div aria-live="polite" className="answer-place">
				{asked ? null : <p className="answer-empty">{t('portal.calculator.empty')}</p>}
				{sum.error ? <ProblemNotice error={sum.error} /> : null}
				{sum.data && !sum.error ? (
					<div className="answer">
						<p className="answer-value">
							<time dateTime={sum.data.result}>{format.date(sum.data.result, true)}</time>
						</p>
						<p>
							{t('portal.calculator.add.answer', {
								date: format.date(sum.data.date, true),
								count: sum.data.days,
								result: format.date(sum.data.result, true),
							})}
						</p>
						<p className="basis">{t('ui.basis', { basis: sum.data.basis })}</p>
					</div>
				) : null}
			</div>
		</Card>
	);
}
