import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../web/ui/button.tsx';
import { Card } from '../../../web/ui/card.tsx';
import { ProblemNotice } from '../../../web/ui/problem-notice.tsx';
import { Skeleton } from '../../../web/ui/skeleton.tsx';
import type { Item } from '../catalog.schema.ts';
import { itemQuery, useText } from './catalog-queries.ts';
import { Forms, ForYou, StandardFields, Yardstick } from './guide-details.tsx';
import { ItemFigures } from './item-figures.tsx';
import { LimitPicture } from './limit-picture.tsx';
import { MaterialList } from './material-list.tsx';
import { Procedure } from './procedure.tsx';
import './catalog.css';

function Apply({ item }: { item: Item }) {
	const { t } = useTranslation('web');
	return (
		<Card title={t('portal.guide.atAGlance')}>
			<LimitPicture rules={item.rules} />
			<dl className="glance">
				<div>
					<dt>{t('portal.guide.visits')}</dt>
					<dd>{t(`portal.items.visits.${item.standard.limit_scene_num}`)}</dd>
				</div>
				<div>
					<dt>{t('portal.guide.fee')}</dt>
					<dd>{t(item.fees.length === 0 ? 'portal.items.free' : 'portal.items.paid')}</dd>
				</div>
				<div>
					<dt>{t('portal.guide.materialsCount')}</dt>
					<dd>{t('portal.items.materials', { count: item.materials.length })}</dd>
				</div>
			</dl>
			<ButtonLink to={`/apply/start/${item.code}`} look="primary">
				{t('portal.guide.apply')}
			</ButtonLink>
			<p className="hint">{t('portal.guide.applyHint')}</p>
		</Card>
	);
}

function Place({ item }: { item: Item }) {
	const { t } = useTranslation('web');
	const text = useText();
	const { window } = item;
	return (
		<Card title={t('portal.guide.window')}>
			<address className="place">
				<strong>{text(window.name)}</strong>
				<span>{text(window.address)}</span>
				<span>{text(window.hours)}</span>
				<span>
					{t('bureau.hotline')} <a href={`tel:${window.hotline}`}>{window.hotline}</a>
				</span>
				<span>
					{t('portal.guide.complaint')} <a href={`tel:${window.complaint}`}>{window.complaint}</a>
				</span>
			</address>
		</Card>
	);
}

function Basis({ item }: { item: Item }) {
	const { t } = useTranslation('web');
	const text = useText();
	return (
		<ul className="plain">
			{item.legalBasis.map((basis) => (
				<li key={basis.statute + (basis.articles ?? '')}>
					{text(basis.name)}
					{basis.articles ? t('portal.guide.articles', { articles: basis.articles }) : ''}
					{basis.sure ? null : (
						<>
							{' '}
							<span className="tag grey">{t('portal.guide.unsure')}</span>
						</>
					)}
				</li>
			))}
		</ul>
	);
}

function Guide({ item }: { item: Item }) {
	const { t } = useTranslation('web');
	const text = useText();
	return (
		<div className="page">
			<div className="stack">
				<p className="breadcrumb">
					<Link to="/items">{t('portal.items.title')}</Link> › {t(`portal.themes.${item.theme}`)}
				</p>
				<h1>{text(item.name)}</h1>
				<p className="lead">{text(item.summary)}</p>
				<p className="hint">
					{t('portal.guide.version', { version: item.version, from: item.effectiveFrom })}
					{item.cancelledFrom ? ` · ${t('portal.guide.cancelled', { from: item.cancelledFrom })}` : ''}
				</p>
			</div>
			<div className="guide">
				<aside className="guide-aside">
					<Apply item={item} />
					<ItemFigures code={item.code} />
					<Forms item={item} />
					<Place item={item} />
				</aside>
				<div className="stack">
					<ForYou item={item} />
					<Card title={t('portal.guide.conditions')}>
						<ul className="plain">
							{item.conditions.map((condition) => (
								<li key={condition['zh-CN']}>{text(condition)}</li>
							))}
						</ul>
					</Card>
					<Card title={t('portal.guide.materials')}>
						<p className="muted materials-hint">{t('portal.guide.materialsHint')}</p>
						<MaterialList item={item.code} materials={item.materials} />
					</Card>
					<Procedure item={item} />
					<Card title={t('portal.guide.feeTitle')}>
						{item.fees.length === 0 ? (
							<p>{t('portal.guide.noFee')}</p>
						) : (
							<ul className="plain">
								{item.fees.map((fee) => (
									<li key={fee.name['zh-CN']}>
										{text(fee.name)} · {text(fee.standard)}
										{fee.reduction ? <p className="muted">{text(fee.reduction)}</p> : null}
									</li>
								))}
							</ul>
						)}
					</Card>
					<Card title={t('portal.guide.legalBasis')}>
						<Basis item={item} />
						<Yardstick item={item} />
						<StandardFields item={item} />
					</Card>
					<Card title={t('portal.guide.faq')}>
						{item.faq.map(({ question, answer }) => (
							<details key={question['zh-CN']} className="faq">
								<summary>{text(question)}</summary>
								<p>{text(answer)}</p>
							</details>
						))}
					</Card>
				</div>
			</div>
		</div>
	);
}

/** On paper nothing can be opened: whatever is folded up is unfolded for printing. */
function usePrintWhole(): void {
	useEffect(() => {
		const opened: HTMLDetailsElement[] = [];
		const open = () => {
			for (const each of document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')) {
				each.open = true;
				opened.push(each);
			}
		};
		const close = () => {
			for (const each of opened.splice(0)) each.open = false;
		};
		window.addEventListener('beforeprint', open);
		window.addEventListener('afterprint', close);
		return () => {
			window.removeEventListener('beforeprint', open);
			window.removeEventListener('afterprint', close);
		};
	}, []);
}

/** Everything about one item before applying for it (Art. 30). */
export default function GuidePage() {
	const { code } = useParams({ strict: false }) as { code: string };
	const item = useQuery(itemQuery(code));
	usePrintWhole();
	if (item.data) return <Guide item={item.data} />;
	return (
		<div className="page">{item.error ? <ProblemNotice error={item.error} /> : <Skeleton lines={14} />}</div>
	);
}
