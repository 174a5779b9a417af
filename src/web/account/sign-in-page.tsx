import { useMutation } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { DemoAccounts } from './demo-accounts.tsx';
import { IdentityService } from './identity-service.tsx';
import { TwoFactorForm } from './two-factor-form.tsx';
import { useArrive } from './use-sign-in.ts';

interface Credentials {
	username: string;
	password: string;
}

/** Signing in with name and password, and with a second code when the account asks for one. */
export default function SignInPage() {
	const { t } = useTranslation('web');
	const { next } = useSearch({ strict: false }) as { next?: string };
	const session = useSession();
	const arrive = useArrive();
	const [credentials, setCredentials] = useState<Credentials>({ username: '', password: '' });
	const signIn = useMutation({
		mutationFn: (body: Credentials) =>
			api.post<{ twoFactorRedirect?: boolean }>('/api/auth/sign-in/username', body),
		onSuccess: async (answer) => {
			if (!answer.twoFactorRedirect) await arrive();
		},
	});
	const submit = (event: SubmitEvent<HTMLFormElement>) => {
		event.preventDefault();
		signIn.mutate(credentials);
	};
	return (
		<div className="page">
			<h1>{t('signIn.title')}</h1>
			{next ? <Notice title={t('signIn.needed')}>{t('signIn.nothingLost')}</Notice> : null}
			<div className="account">
				<Card>
					{signIn.data?.twoFactorRedirect ? (
						<TwoFactorForm onDone={arrive} />
					) : (
						<form className="form" onSubmit={submit}>
							<Field label={t('signIn.username')} required>
								{(control) => (
									<input
										{...control}
										autoComplete="username"
										autoCapitalize="none"
										value={credentials.username}
										onChange={(event) => setCredentials({ ...credentials, username: event.target.value })}
									/>
								)}
							</Field>
							<Field label={t('signIn.password')} required>
								{(control) => (
									<input
										{...control}
										type="password"
										autoComplete="current-password"
										value={credentials.password}
										onChange={(event) => setCredentials({ ...credentials, password: event.target.value })}
									/>
								)}
							</Field>
							{signIn.error ? <ProblemNotice error={signIn.error} /> : null}
							<Button type="submit" look="primary" busy={signIn.isPending}>
								{t('signIn.submit')}
							</Button>
							<IdentityService />
							<p>
								{t('signIn.noAccount')}{' '}
								<Link to="/register" {...(next ? { search: { next } } : {})}>
									{t('register.title')}
								</Link>
							</p>
						</form>
					)}
				</Card>
				{session?.demo.enabled ? (
					<DemoAccounts
						onPick={(account) => {
							setCredentials(account);
							signIn.mutate(account);
						}}
					/>
				) : null}
			</div>
		</div>
	);
}
