import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';

/** The second step of signing in: the code of the authenticator. */
export function TwoFactorForm({ onDone }: { onDone: () => Promise<void> }) {
	const { t } = useTranslation('web');
	const [code, setCode] = useState('');
	const verify = useMutation({
		mutationFn: () => api.post('/api/auth/two-factor/verify-totp', { code }),
		onSuccess: onDone,
	});
	const submit = (event: SubmitEvent<HTMLFormElement>) => {
		event.preventDefault();
		verify.mutate();
	};
	return (
		<form className="form" onSubmit={submit}>
			<Field label={t('signIn.code')} hint={t('signIn.codeHint')} required>
				{(control) => (
					<input
						{...control}
						inputMode="numeric"
						autoComplete="one-time-code"
						value={code}
						onChange={(event) => setCode(event.target.value.trim())}
					/>
				)}
			</Field>
			{verify.error ? <ProblemNotice error={verify.error} /> : null}
			<Button type="submit" look="primary" busy={verify.isPending}>
				{t('signIn.verify')}
			</Button>
		</form>
	);
}
