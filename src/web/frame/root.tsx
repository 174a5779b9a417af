import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useMatches, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveRegion } from '../announce.tsx';
import { useSession } from '../api/session.ts';
import { DemoBar } from './demo-bar.tsx';
import { OfflineBanner } from './offline-banner.tsx';

/** Title of the page, and focus on its heading after a move, as a full page load would do it. */
function usePageTitle(): void {
	const { t } = useTranslation();
	const session = useSession();
	const last = useMatches().at(-1);
	const title = last?.staticData.title ? t(last.staticData.title) : '';
	const path = last?.pathname;
	const first = useRef(true);
	useEffect(() => {
		document.title = [title, session?.bureau.name ?? t('web:brand')].filter(Boolean).join(' · ');
	}, [title, session, t]);
	useEffect(() => {
		if (path === undefined) return;
		if (first.current) first.current = false;
		else document.getElementById('main')?.focus({ preventScroll: true });
	}, [path]);
}

/** When a session ends under an open page, the guards run again and lead to sign-in and back. */
function useLapsedSession(): void {
	const router = useRouter();
	const client = useQueryClient();
	const session = useSession();
	const wasSignedIn = useRef(false);
	useEffect(() => {
		if (!session) return;
		if (wasSignedIn.current && !session.principal) {
			client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
			void router.invalidate();
		}
		wasSignedIn.current = session.principal !== null;
	}, [session, router, client]);
}

/** Around every page of portal and desk. */
export function Root() {
	const { t } = useTranslation('web');
	usePageTitle();
	useLapsedSession();
	return (
		<>
			<a className="skip-link" href="#main">
				{t('skipToContent')}
			</a>
			<DemoBar />
			<OfflineBanner />
			<Outlet />
			<LiveRegion />
		</>
	);
}
