import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SessionPrincipal, useSession, useSignOut } from '../../../../web/api/session.ts';
import { LanguageSwitch } from '../../../../web/frame/preferences.tsx';
import { useKeys } from '../../../../web/ui/keys.ts';
import { antdLocale } from './antd-locales.ts';
import { useCases } from './data.ts';
import { HelpOverlay } from './help-overlay.tsx';
import { NotStaff } from './not-staff.tsx';
import { isStaff, PLACE_PATHS, type Place, placesOf } from './permissions.ts';
import { deskTheme } from './theme.ts';
import './desk.css';

/** The staff desk's frame: who is here, where one can go, and the keys that work everywhere. */
export default function DeskShell() {
	const { i18n } = useTranslation();
	const principal = useSession()?.principal;
	const theme = useMemo(deskTheme, []);
	if (!principal) return null;
	return (
		<ConfigProvider theme={theme} locale={antdLocale(i18n.language)} button={{ autoInsertSpace: false }}>
			<App component={false}>{isStaff(principal) ? <Desk principal={principal} /> : <NotStaff />}</App>
		</ConfigProvider>
	);
}

function Desk({ principal }: { principal: SessionPrincipal }) {
	const navigate = useNavigate();
	const [help, setHelp] = useState(false);
	const places = useMemo(() => placesOf(principal), [principal]);
	const keys = useMemo(() => {
		const everywhere = { '?': () => setHelp((open) => !open), g: () => void navigate({ to: '/desk' }) };
		return places.includes('all')
			? { ...everywhere, a: () => void navigate({ to: PLACE_PATHS.all }) }
			: everywhere;
	}, [navigate, places]);
	useKeys(keys);
	return (
		<div className="desk">
			<DeskHeader principal={principal} onHelp={() => setHelp(true)} />
			<DeskNav places={places} />
			<main id="main" tabIndex={-1} className="desk-main">
				<Outlet />
			</main>
			<HelpOverlay open={help} onClose={() => setHelp(false)} />
		</div>
	);
}

function DeskHeader({ principal, onHelp }: { principal: SessionPrincipal; onHelp: () => void }) {
	const { t } = useTranslation('desk');
	const bureau = useSession()?.bureau;
	const signOut = useSignOut();
	const navigate = useNavigate();
	const roles = principal.roles.map((role) => t(`web:roles.${role}`)).join(t('listComma'));
	const leave = async () => {
		await signOut();
		await navigate({ to: '/' });
	};
	return (
		<header className="desk-header">
			<Link to="/desk" className="desk-brand">
				<img src="/seal.svg" alt="" width="26" height="26" />
				<span>{bureau?.name}</span>
				<span className="desk-brand-place">{t('title')}</span>
			</Link>
			<div className="desk-tools">
				<span className="desk-person">
					<strong>{principal.name}</strong> <span>{roles}</span>
				</span>
				<button type="button" className="desk-tool desk-help" onClick={onHelp}>
					<kbd>?</kbd> <span>{t('keys.title')}</span>
				</button>
				<LanguageSwitch />
				<Link to="/" className="desk-tool">
					{t('nav.portal')}
				</Link>
				<button type="button" className="desk-tool" onClick={() => void leave()}>
					{t('nav.signOut')}
				</button>
			</div>
		</header>
	);
}

function DeskNav({ places }: { places: Place[] }) {
	const { t } = useTranslation('desk');
	return (
		<nav className="desk-nav" aria-label={t('nav.label')}>
			<ul>
				{places.map((place) => (
					<li key={place}>
						<Link
							to={PLACE_PATHS[place]}
							activeOptions={{ exact: place !== 'catalogue', includeSearch: false }}
							activeProps={{ 'aria-current': 'page' }}
						>
							{t(`nav.${place}`)}
							{place === 'todo' ? <TodoCount /> : null}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}

/** How much waits, and whether something of it is late. */
function TodoCount() {
	const { t } = useTranslation('desk');
	const todo = useCases({ scope: 'todo', limit: 1 });
	if (!todo.data) return null;
	const late = todo.data.counts.RED ?? 0;
	return (
		<span className={late > 0 ? 'desk-count is-late' : 'desk-count'} title={t('nav.todoCount', { late })}>
			{todo.data.total}
		</span>
	);
}
