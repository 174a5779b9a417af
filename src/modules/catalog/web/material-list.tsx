import { useTranslation } from 'react-i18next';
import type { Item } from '../catalog.schema.ts';
import { useText } from './catalog-queries.ts';
import { MaterialFacts } from './material-facts.tsx';
import { NecessityTag } from './necessity-tag.tsx';
import './catalog.css';

type Material = Item['materials'][number];

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
						<MaterialFacts material={material} />
						{item && material.blank ? <BlankLinks item={item} material={material.code} /> : null}
					</details>
				</li>
			))}
		</ol>
	);
}
