import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';

/** A page that failed: what happened, and the ways on. */
export function ErrorPage({ error, reset }: { error: unknown; reset: () => void }) {
	const { t } = useTranslation('web');
	const router = useRouter();
	const again = () => {
		reset();
		void router.invalidate();
	};
	return (
		<div className="page">
			<h1>{t('error.title')}</h1>
			<ProblemNotice error={error} />
			<Button onClick={again}>{t('error.again')}</Button>
		</div>
	);
}
