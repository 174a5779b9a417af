import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../../web/format.ts';
import { Card } from '../../../../../web/ui/card.tsx';
import type { CaseDocument } from '../../../cases.schema.ts';

/** The legal documents of the case, newest first, to download. */
export function Documents({ documents }: { documents: CaseDocument[] }) {
	const { t } = useTranslation('web');
	const format = useFormat();
	return (
		<Card title={t('portal.documents.title', { count: documents.length })}>
			{documents.length === 0 ? <p className="muted">{t('portal.documents.none')}</p> : null}
			<ul className="documents">
				{documents.toReversed().map((document) => (
					<li key={document.id}>
						<a href={document.href} target="_blank" rel="noreferrer">
							{document.title}
						</a>
						<span className="hint">
							{document.number} · {format.date(document.issuedOn)} · PDF
						</span>
					</li>
				))}
			</ul>
		</Card>
	);
}
