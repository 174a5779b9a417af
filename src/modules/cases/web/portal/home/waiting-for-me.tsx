import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../../../web/ui/notice.tsx';
import { draftsQuery, myCasesQuery } from '../cases-queries.ts';

/** What the signed-in person has open: drafts, and cases that wait for an answer. */
export function WaitingForMe() {
	const { t } = useTranslation('web');
	const cases = useQuery(myCasesQuery()).data?.cases ?? [];
	const drafts = useQuery(draftsQuery).data ?? [];
	const waiting = cases.filter((each) => each.waitingFor === 'APPLICANT');
	if (waiting.length === 0 && drafts.length === 0) return null;
	return (
		<Notice tone="warning" title={t('portal.home.waiting')}>
			<ul className="plain">
				{waiting.map((each) => (
					<li key={each.id}>
						<Link to="/cases/$caseId" params={{ caseId: each.id }}>
							{each.itemName}
						</Link>{' '}
						· {t(`portal.standing.${each.stage}.short`)}
					</li>
				))}
				{drafts.length > 0 ? (
					<li>
						<Link to="/my">{t('portal.home.drafts', { count: drafts.length })}</Link>
					</li>
				) : null}
			</ul>
		</Notice>
	);
}
