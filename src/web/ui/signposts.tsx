import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Signpost } from '../api/problem.ts';
import { useFormat } from '../format.ts';

function Way({ href, children }: { href: string; children: string }) {
	if (href.startsWith('/') && !href.startsWith('/api/')) {
		return (
			<Link to={href} className="signpost-action">
				{children}
			</Link>
		);
	}
	return (
		<a href={href} className="signpost-action">
			{children}
		</a>
	);
}

/** What to do next, who helps, by when, on what basis. */
export function Signposts({ signposts }: { signposts: Signpost[] }) {
	const { t } = useTranslation('web');
	const format = useFormat();
	if (signposts.length === 0) return null;
	return (
		<ul className="signposts" aria-label={t('ui.waysOn')}>
			{signposts.map((signpost) => (
				<li key={signpost.text + (signpost.href ?? '')} className="signpost">
					<span>{signpost.text}</span>
					{signpost.contact ? <span>{t('ui.helper', { contact: signpost.contact })}</span> : null}
					{signpost.dueBy ? (
						<strong>{t('ui.dueBy', { date: format.date(signpost.dueBy, true) })}</strong>
					) : null}
					{signpost.basis ? <span className="basis">{t('ui.basis', { basis: signpost.basis })}</span> : null}
					{signpost.href ? <Way href={signpost.href}>{signpost.action ?? t('ui.goThere')}</Way> : null}
				</li>
			))}
		</ul>
	);
}
