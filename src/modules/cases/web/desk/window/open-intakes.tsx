import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../../web/format.ts';
import { draftsQuery } from '../../portal/cases-queries.ts';

/** Intakes that were begun at this window and not finished. */
export function OpenIntakes({ resume }: { resume: (draftId: string) => void }) {
	const { t } = useTranslation('desk');
	const format = useFormat();
	const drafts = useQuery(draftsQuery);
	const open = (drafts.data ?? []).flatMap(({ id, onBehalfOf, updatedAt }) =>
		onBehalfOf ? [{ id, name: onBehalfOf.name, updatedAt }] : [],
	);
	if (open.length === 0) return null;
	return (
		<section className="desk-panel">
			<h2>{t('window.drafts')}</h2>
			<ul className="desk-found">
				{open.map(({ id, name, updatedAt }) => (
					<li key={id}>
						<button type="button" className="desk-link" onClick={() => resume(id)}>
							{t('window.resume', { name })}
						</button>
						<span className="desk-hint">{format.instant(updatedAt)}</span>
					</li>
				))}
			</ul>
		</section>
	);
}
