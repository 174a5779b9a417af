import { useTranslation } from 'react-i18next';
import type { CaseView } from '../types.ts';

/** The legal documents that the case has brought forth, each as PDF. */
export function DocumentsPanel({ view }: { view: CaseView }) {
	const { t } = useTranslation('desk');
	if (view.documents.length === 0) return <p className="desk-empty">{t('case.noDocuments')}</p>;
	return (
		<ul className="desk-documents">
			{view.documents.map(({ id, title, number, issuedOn, href }) => (
				<li key={id}>
					<div>
						<strong>{title}</strong>
						<span className="desk-case-number">{number}</span>
						<time dateTime={issuedOn}>{issuedOn}</time>
					</div>
					<a href={href} target="_blank" rel="noreferrer" aria-label={t('case.openDocument', { title })}>
						PDF
					</a>
				</li>
			))}
		</ul>
	);
}
