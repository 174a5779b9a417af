import { useTranslation } from 'react-i18next';
import { type Item, useText } from '../../../../catalog/web/index.ts';
import './apply.css';

type Material = Item['materials'][number];

/** A paper as somebody has to get it: why, from whom, what will do, what it looks like. */
export function PaperFacts({ material }: { material: Material }) {
	const { t } = useTranslation('web');
	const text = useText();
	const source = t(`portal.guide.sources.${material.source}`);
	const facts: [string, string][] = [
		[t('portal.guide.why'), text(material.why)],
		[t('portal.papers.issuer'), material.issuer ? text(material.issuer) : source],
		[t('portal.guide.standard'), text(material.acceptStandard)],
		[t('portal.guide.sample'), text(material.sample)],
		...(material.condition
			? [[t('portal.papers.condition'), text(material.condition)] satisfies [string, string]]
			: []),
	];
	return (
		<dl className="paper-facts">
			{facts.map(([term, value]) => (
				<div key={term}>
					<dt>{term}</dt>
					<dd>{value}</dd>
				</div>
			))}
		</dl>
	);
}
