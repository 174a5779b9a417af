import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { themesQuery } from './catalog-queries.ts';
import './items.css';

/** The themes as doors, each with the number of items behind it; `current` is where one stands. */
export function ThemeDoors({ current }: { current?: string | undefined }) {
	const { t } = useTranslation('web');
	const { data } = useQuery(themesQuery);
	return (
		<nav aria-label={t('portal.items.themes')}>
			<ul className="theme-doors">
				{data?.themes.map(({ theme, items }) => (
					<li key={theme}>
						<Link
							to="/items"
							search={{ theme }}
							className="theme-door"
							aria-current={theme === current ? 'true' : undefined}
						>
							<span>{t(`portal.themes.${theme}`)}</span>
							<span className="theme-count">{items}</span>
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
