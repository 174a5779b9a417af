import { useTranslation } from 'react-i18next';
import type { Item } from '../catalog.schema.ts';
import { useText } from './catalog-queries.ts';
import { NecessityTag } from './necessity-tag.tsx';
import './catalog.css';

type Material = Item['materials'][number];

function Facts({ material }: { material: Material }) {
	const { t } = useTranslation('web');
	const text = useText();
	const articles = material.basis.articles
		? t('portal.guide.articles', { articles: material.basis.articles })
		: '';
	const facts: [string, string][] = [
		[t('portal.guide.why'), text(material.why)],
		[
			t('portal.guide.source'),
			[t(`portal.guide.sources.${material.source}`), material.issuer ? text(material.issuer) : '']
				.filter(Boolean)
				.join(' · '),
		],
		[
			t('portal.guide.shape'),
			t('portal.guide.shapeOf', {
				type: t(`portal.guide.types.${material.type}`),
				form: t(`portal.guide.forms.${material.form}`),
				count: material.copies,
			}),
		],
		[t('portal.guide.standard'), text(material.acceptStandard)],
		[t('portal.guide.sample'), text(material.sample)],
		[t('portal.guide.basis'), `${text(material.basis.name)}${articles}`],
	];
	return (
		<dl className="material-facts">
			{facts.map(([term, value]) => (
				<div key={term}>
					<dt>{term}</dt>
					<dd>{value}</dd>
				</div>
			))}
		</dl>
	);
}

/** The bureau's blank for a paper, empty and filled in as a sample. */
export function BlankLinks({ item, material }: { item: string; material: string }) {
	const { t } = useTranslation('web');
	const blank = `/api/catalog/items/${item}/blanks/${material}`;
	return (
		<p className="row blank-links">
			<a href={blank} target="_blank" rel="noreferrer">
				{t('portal.guide.blank')} (PDF)
			</a>
			<a href={`${blank}?filled=true`} target="_blank" rel="noreferrer">
				{t('portal.guide.blankSample')} (PDF)
			</a>
		</p>
	);
}

/** Papers of an item: which, why, where from, and whether they may come later or be promised; with `item`, their blanks. */
export function MaterialList({ item, materials }: { item?: string; materials: Material[] }) {
	const { t } = useTranslation('web');
	const text = useText();
	return (
		<ol className="materials">
			{materials.map((material) => (
				<li key={material.code}>
					<details>
						<summary>
							<span className="material-name">{text(material.name)}</span>
							<NecessityTag material={material} />
							{material.condition ? <span className="tag">{t('portal.guide.conditional')}</span> : null}
							{material.shared ? <span className="tag green">{t('portal.guide.shared')}</span> : null}
						</summary>
						{material.condition ? (
							<p className="condition">
								{t('portal.guide.condition', { condition: text(material.condition) })}
							</p>
						) : null}
						{material.commitment ? <p className="commitment">{text(material.commitment)}</p> : null}
						<Facts material={material} />
						{item && material.blank ? <BlankLinks item={item} material={material.code} /> : null}
					</details>
				</li>
			))}
		</ol>
	);
}
