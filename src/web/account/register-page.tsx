import { useMutation } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useArrive } from './use-sign-in.ts';

interface Registration {
	name: string;
	username: string;
	password: string;
}

const FIELDS = [
	{ key: 'name', type: 'text', autoComplete: 'name', minLength: 2 },
	{ key: 'username', type: 'text', autoComplete: 'username', minLength: 3 },
	{ key: 'password', type: 'password', autoComplete: 'new-password', minLength: 8 },
] as const;

/** A new applicant's account. Staff accounts are made by the bureau, not here. */
export default function RegisterPage() {
	const { t } = useTranslation('web');
	const { next } = useSearch({ strict: false }) as { next?: string };
	const arrive = useArrive();
	const [registration, setRegistration] = useState<Registration>({
		name: '',
		username: '',
		password: '',
	});
	const register = useMutation({
		mutationFn: () => api.post('/api/auth/sign-up/email', registration),
		onSuccess: arrive,
	});
	const submit = (event: SubmitEvent<HTMLFormElement>) => {
		event.preventDefault();
		register.mutate();
	};
	return (
		<div className="page narrow">
			<h1>{t('register.title')}</h1>
			<Card>
				<form className="form" onSubmit={submit}>
					{FIELDS.map(({ key, ...attributes }) => (
						<Field key={key} label={t(`register.${key}`)} hint={t(`register.${key}Hint`)} required>
							{(control) => (
								<input
									{...control}
									{...attributes}
									value={registration[key]}
									onChange={(event) => setRegistration({ ...registration, [key]: event.target.value })}
								/>
							)}
						</Field>
					))}
					{register.error ? <ProblemNotice error={register.error} /> : null}
					<Button type="submit" look="primary" busy={register.isPending}>
						{t('register.submit')}
					</Button>
					<p>
						{t('register.haveAccount')}{' '}
						<Link to="/sign-in" {...(next ? { search: { next } } : {})}>
							{t('signIn.title')}
						</Link>
					</p>
				</form>
			</Card>
		</div>
	);
}
