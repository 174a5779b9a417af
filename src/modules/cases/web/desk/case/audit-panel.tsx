import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../../web/format.ts';
import { Notice } from '../../../../../web/ui/notice.tsx';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import { useCaseEvents } from '../data.ts';
import type { CaseView } from '../types.ts';
import { brokenLink } from './chain.ts';

const SHORT_HASH = 12;

/** The log of the case as it is stored: nothing can be changed in it without breaking the chain. */
export function AuditPanel({ view }: { view: CaseView }) {
	const { t } = useTranslation('desk');
	const format = useFormat();
	const log = useCaseEvents(view.id, view.version);
	if (log.error) return <ProblemNotice error={log.error} />;
	const events = log.data?.events ?? [];
	const broken = brokenLink(events);
	const told = new Map(view.timeline.map((entry) => [entry.version, entry]));
	return (
		<div className="desk-audit" aria-busy={log.isPending}>
			{log.data ? (
				<Notice
					tone={broken === null ? 'success' : 'danger'}
					title={t(broken === null ? 'audit.whole' : 'audit.broken')}
				>
					<p>
						{broken === null
							? t('audit.wholeText', { count: events.length })
							: t('audit.brokenText', { version: broken })}
					</p>
				</Notice>
			) : null}
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by key (WCAG 2.1.1) */}
			<section className="desk-scroll" aria-label={t('case.audit')} tabIndex={0}>
				<table className="desk-table is-plain">
					<thead>
						<tr>
							{(['version', 'at', 'event', 'actor', 'hash', 'previous'] as const).map((column) => (
								<th key={column} scope="col">
									{t(`audit.${column}`)}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{events.map((event) => (
							<tr key={event.version}>
								<td>{event.version}</td>
								<td className="desk-nowrap">{format.instant(event.at)}</td>
								<td>{told.get(event.version)?.title ?? event.type}</td>
								<td>{told.get(event.version)?.actor.name ?? event.actor}</td>
								<td>
									<code title={event.hash}>{event.hash.slice(0, SHORT_HASH)}</code>
								</td>
								<td>
									<code title={event.previousHash}>{event.previousHash.slice(0, SHORT_HASH)}</code>
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</section>
		</div>
	);
}
