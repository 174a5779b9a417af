import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Signpost } from '../api/problem.ts';
import { useFormat } from '../format.ts';

const SIGN_IN = '/sign-in';

/** Where a signpost leads: a page of ours, a file of the server, another site, a fresh copy of this page. */
function Way({ signpost }: { signpost: Signpost }) {
	const { t } = useTranslation('web');
	const here = useLocation({ select: (location) => location.href });
	const { href, action = 'OPEN' } = signpost;
	const label = t(`ui.action.${action}`, { defaultValue: t('ui.action.OPEN') });
	if (action === 'RELOAD' && !href) {
		return (
			<button type="button" className="signpost-action link" onClick={() => location.reload()}>
				{label}
			</button>
		);
	}
	if (!href) return null;
	if (!href.startsWith('/') || href.startsWith('/api/')) {
		return (
			<a href={href} className="signpost-action">
				{label}
			</a>
		);
	}
	const next = href === SIGN_IN && !here.startsWith(SIGN_IN) ? { next: here } : undefined;
	const { pathname, searchParams } = new URL(href, location.origin);
	return (
		<Link to={pathname} search={next ?? Object.fromEntries(searchParams)} className="signpost-action">
			{label}
		</Link>
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
					{signpost.dueBy ? (
						<strong>{t('ui.dueBy', { date: format.date(signpost.dueBy, true) })}</strong>
					) : null}
					{signpost.basis ? <span className="basis">{t('ui.basis', { basis: signpost.basis })}</span> : null}
					{signpost.contact ? (
						<a href={`tel:${signpost.contact}`} className="signpost-action">
							{t('ui.helper', { contact: signpost.contact })}
						</a>
					) : null}
					<Way signpost={signpost} />
				</li>
			))}
		</ul>
	);
}
