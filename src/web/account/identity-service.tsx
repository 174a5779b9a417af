import { useMutation } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { returnAddress } from '../frame/require-session.ts';
import { Button } from '../ui/button.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';

/** Signing in through the identity service that this installation is connected to, if any. */
export function IdentityService() {
	const { t } = useTranslation('web');
	const { next } = useSearch({ strict: false }) as { next?: unknown };
	const name = useSession()?.identityService;
	const leave = useMutation({
		mutationFn: () =>
			api.post<{ url: string }>('/api/auth/sign-in/social', {
				provider: 'oidc',
				callbackURL: returnAddress(next),
			}),
		onSuccess: ({ url }) => location.assign(url),
	});
	if (!name) return null;
	return (
		<>
			<Button busy={leave.isPending} onClick={() => leave.mutate()}>
				{t('signIn.service', { name })}
			</Button>
			{leave.error ? <ProblemNotice error={leave.error} /> : null}
		</>
	);
}
