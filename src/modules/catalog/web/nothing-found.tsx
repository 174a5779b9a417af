import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../web/api/session.ts';
import { TellUs } from './tell-us.tsx';

const WAYS = [
	{ to: '/items', key: 'items' },
	{ to: '/help', key: 'help' },
] as const;

/** No item answers to these words: says so, and who helps, where and when. */
export function NothingFound({ q }: { q: string }) {
	const { t } = useTranslation('web');
	const bureau = useSession()?.bureau;
	return (
		<section className="nothing-found stack">
			<h2>{t('portal.items.none', { q })}</h2>
			<p>{t('portal.items.noneNext')}</p>
			<ul className="signposts">
				{bureau ? (
					<>
						<li className="signpost">
							<span>{t('portal.items.noneCall')}</span>
							<a href={`tel:${bureau.hotline}`} className="signpost-action">
								{bureau.hotline}
							</a>
						</li>
						<li className="signpost">
							<span>{t('portal.items.noneCome', { address: bureau.address, hours: bureau.hours })}</span>
						</li>
					</>
				) : null}
				{WAYS.map(({ to, key }) => (
					<li key={key} className="signpost">
						<span>{t(`portal.items.noneWays.${key}.text`)}</span>
						<Link to={to} className="signpost-action">
							{t(`portal.items.noneWays.${key}.action`)}
						</Link>
					</li>
				))}
			</ul>
			<TellUs />
		</section>
	);
}
