import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SearchForm } from '../../modules/catalog/web/index.ts';
import { useSession } from '../api/session.ts';
import { PortalShell } from './portal-shell.tsx';

const WAYS = [
	{ to: '/items', key: 'items' },
	{ to: '/my', key: 'my' },
	{ to: '/help', key: 'help' },
	{ to: '/', key: 'home' },
] as const;

/** No page lives here: says so, and where to go instead. */
export function NotFoundPage() {
	const { t } = useTranslation('web');
	const bureau = useSession()?.bureau;
	return (
		<PortalShell>
			<div className="page narrow">
				<h1>{t('notFound.title')}</h1>
				<p className="lead">{t('notFound.why')}</p>
				<SearchForm />
				<ul className="signposts">
					{WAYS.map(({ to, key }) => (
						<li key={to} className="signpost">
							<span>{t(`notFound.ways.${key}.text`)}</span>
							<Link to={to} className="signpost-action">
								{t(`notFound.ways.${key}.action`)}
							</Link>
						</li>
					))}
				</ul>
				{bureau ? <p>{t('notFound.helper', { hotline: bureau.hotline, hours: bureau.hours })}</p> : null}
			</div>
		</PortalShell>
	);
}
