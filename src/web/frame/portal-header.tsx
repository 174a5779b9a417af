import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isStaff, type SessionPrincipal, useSession, useSignOut } from '../api/session.ts';
import { LanguageSwitch, LargeTextSwitch } from './preferences.tsx';

const PAGES = [
	{ to: '/items', key: 'items' },
	{ to: '/my', key: 'my' },
	{ to: '/calculator', key: 'calculator' },
	{ to: '/help', key: 'help' },
] as const;

/** The bureau's mark and name; leads home. */
function Brand() {
	const { t } = useTranslation('web');
	const session = useSession();
	return (
		<Link to="/" className="brand">
			<img src="/seal.svg" alt="" width="40" height="40" />
			<span className="brand-text">
				<span className="brand-name">{session?.bureau.name ?? t('brand')}</span>
				<span className="brand-motto">{t('motto')}</span>
			</span>
		</Link>
	);
}

function SignedIn({ principal }: { principal: SessionPrincipal }) {
	const { t } = useTranslation('web');
	const signOut = useSignOut();
	const navigate = useNavigate();
	const leave = async () => {
		await signOut();
		await navigate({ to: '/' });
	};
	return (
		<>
			{isStaff(principal) ? (
				<Link to="/desk" className="quiet-button">
					{t('nav.desk')}
				</Link>
			) : null}
			<Link to="/profile" className="quiet-button">
				{principal.name}
			</Link>
			<button type="button" className="quiet-button" onClick={() => void leave()}>
				{t('nav.signOut')}
			</button>
		</>
	);
}

/** Header of the portal: brand, the few places to go, language and type size, who is signed in. */
export function PortalHeader() {
	const { t } = useTranslation('web');
	const session = useSession();
	return (
		<header className="portal-header">
			<div className="portal-header-inner">
				<Brand />
				<div className="header-tools">
					<LargeTextSwitch />
					<LanguageSwitch />
					{session?.principal ? <SignedIn principal={session.principal} /> : null}
					{session && !session.principal ? (
						<Link to="/sign-in" className="quiet-button strong">
							{t('nav.signIn')}
						</Link>
					) : null}
				</div>
			</div>
			<nav className="portal-nav" aria-label={t('nav.label')}>
				<ul>
					{PAGES.map(({ to, key }) => (
						<li key={to}>
							<Link to={to} activeProps={{ 'aria-current': 'page' }}>
								{t(`nav.${key}`)}
							</Link>
						</li>
					))}
				</ul>
			</nav>
		</header>
	);
}
