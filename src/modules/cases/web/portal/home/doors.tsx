import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Outlines of 24 × 24, drawn for this page. */
const DOORS = [
	{ key: 'apply', to: '/items', path: 'M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5' },
	{ key: 'follow', to: '/my', path: 'M4 6h9M4 12h6M4 18h6M15 15.5l2 2 4-4.5M13 6h7' },
	{ key: 'calculator', to: '/calculator', path: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M9 15l2 2 4-4' },
	{ key: 'help', to: '/help', path: 'M4 5h16v11H9l-5 4zM9 9h6M9 12h4' },
] as const;

/** The large doors of the first page. */
export function Doors() {
	const { t } = useTranslation('web');
	return (
		<nav aria-label={t('portal.home.doorsLabel')}>
			<ul className="doors">
				{DOORS.map(({ key, to, path }) => (
					<li key={key}>
						<Link to={to} className="door">
							<svg viewBox="0 0 24 24" width="40" height="40" aria-hidden="true">
								<path d={path} />
							</svg>
							<span className="door-text">
								<span className="door-title">{t(`portal.home.doors.${key}.title`)}</span>
								<span className="door-note">{t(`portal.home.doors.${key}.text`)}</span>
							</span>
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
