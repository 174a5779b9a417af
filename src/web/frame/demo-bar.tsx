import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { announce } from '../announce.tsx';
import { api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { useFormat } from '../format.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';

const STEPS = [1, 5, 10] as const;

/** Demo only: shows the demo's date and lets anybody move it by working days, so that deadlines can be seen to pass. */
export function DemoBar() {
	const { t } = useTranslation('web');
	const format = useFormat();
	const client = useQueryClient();
	const session = useSession();
	const move = useMutation({
		mutationFn: (workdays: number) => api.post<{ today: string }>('/api/demo/clock', { workdays }),
		onSuccess: async ({ today }) => {
			await client.invalidateQueries();
			announce(t('demo.moved', { date: format.date(today, true) }));
		},
	});
	if (!session?.demo.enabled) return null;
	return (
		<aside className="demo-bar" aria-label={t('demo.label')}>
			<div className="demo-bar-inner">
				<strong className="demo-badge">{t('demo.badge')}</strong>
				<span className="demo-date">
					{t('demo.today')} <time dateTime={session.today}>{format.date(session.today, true)}</time>
				</span>
				<span className="demo-steps">
					<span className="demo-hint">{t('demo.forward')}</span>
					{STEPS.map((days) => (
						<button key={days} type="button" disabled={move.isPending} onClick={() => move.mutate(days)}>
							{t('demo.step', { count: days })}
						</button>
					))}
				</span>
			</div>
			{move.error ? <ProblemNotice error={move.error} /> : null}
		</aside>
	);
}
