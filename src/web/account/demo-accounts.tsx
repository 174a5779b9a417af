import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { Card } from '../ui/card.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

interface DemoAccount {
	username: string;
	password: string;
	name: string;
	roles: string[];
	note: string;
}

/** The demo's people; one press signs in as one of them. */
export function DemoAccounts({
	onPick,
}: {
	onPick: (account: { username: string; password: string }) => void;
}) {
	const { t } = useTranslation('web');
	const accounts = useQuery({
		queryKey: ['demo', 'accounts'],
		queryFn: () => api.get<DemoAccount[]>('/api/demo/accounts'),
		staleTime: Number.POSITIVE_INFINITY,
	});
	return (
		<Card title={t('signIn.demoTitle')}>
			<p className="muted">{t('signIn.demoHint')}</p>
			{accounts.isPending ? <Skeleton lines={6} /> : null}
			{accounts.error ? <ProblemNotice error={accounts.error} /> : null}
			<ul className="demo-accounts">
				{accounts.data?.map(({ username, password, name, note }) => (
					<li key={username}>
						<button type="button" onClick={() => onPick({ username, password })}>
							<span className="who">{name}</span>
							<span className="note">{note}</span>
							<code className="note">{username}</code>
						</button>
					</li>
				))}
			</ul>
		</Card>
	);
}
