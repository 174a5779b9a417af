import { useTranslation } from 'react-i18next';
import type { Item } from '../catalog.schema.ts';
import { useText } from './catalog-queries.ts';
import './catalog.css';

interface MaterialFactsProps {
	material: Item['materials'][number];
	/** For whoever is about to hand it in: without what only a guide says, and in columns. */
	brief?: boolean;
}

/** A paper as somebody has to get it: why, from whom, what will do, what it looks like. */
export function MaterialFacts({ material, brief = false }: MaterialFactsProps) {
	const { t } = useTranslation('web');
	const text = useText();
	const { issuer, basis, condition } = material;
	const source = [t(`portal.guide.sources.${material.source}`), issuer ? text(issuer) : ''];
	const shape = t('portal.guide.shapeOf', {
		type: t(`portal.guide.types.${material.type}`),
		form: t(`portal.guide.forms.${material.form}`),
		count: material.copies,
	});
	const articles = basis.articles ? t('portal.guide.articles', { articles: basis.articles }) : '';
	const facts: [string, string][] = [
		[t('portal.guide.why'), text(material.why)],
		[t('portal.guide.source'), source.filter(Boolean).join(' · ')],
		[t('portal.guide.shape'), brief ? '' : shape],
		[t('portal.guide.standard'), text(material.acceptStandard)],
		[t('portal.guide.sample'), text(material.sample)],
		[t('portal.guide.basis'), brief ? '' : text(basis.name) + articles],
		[t('portal.papers.condition'), brief && condition ? text(condition) : ''],
	];
	return (
		<dl className={brief ? 'material-facts brief' : 'material-facts'}>
			{facts
				.filter(([, value]) => value !== '')
				.map(([term, value]) => (
					<div key={term}>
						<dt>{term}</dt>
						<dd>{value}</dd>
					</div>
				))}
		</dl>
	);
}
