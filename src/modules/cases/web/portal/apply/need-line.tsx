import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../../../web/announce.tsx';
import type { Situation } from '../../../../catalog/web/index.ts';
import { needsOf } from './needs.ts';

interface NeedLineProps {
	situation: Situation;
	stale: boolean;
	atWindow: boolean;
}

/** “So you need”: papers, fields, days, visits, counted anew after each answer. */
export function NeedLine({ situation, stale, atWindow }: NeedLineProps) {
	const { t } = useTranslation('web');
	const { papers, fields, days, visits } = needsOf(situation.item, atWindow);
	const facts: [string, string, string][] = [
		['papers', String(papers), t('portal.situation.papers', { count: papers })],
		['fields', String(fields), t('portal.situation.fields', { count: fields })],
		days === 0
			? ['days', '⚡', t('portal.situation.onTheSpot')]
			: ['days', String(days), t('portal.situation.days', { count: days })],
		['visits', String(visits), t('portal.situation.visits', { count: visits })],
	];
	const sentence = t(situation.complete ? 'portal.situation.need' : 'portal.situation.needSoFar', {
		papers: t('portal.situation.papersOf', { count: papers }),
		fields: t('portal.situation.fieldsOf', { count: fields }),
		days: days === 0 ? t('portal.situation.onTheSpot') : t('portal.situation.daysOf', { count: days }),
		visits: t('portal.situation.visitsOf', { count: visits }),
	});
	const said = useRef('');
	useEffect(() => {
		if (!stale && situation.complete && said.current !== sentence) announce(sentence);
		if (!stale) said.current = sentence;
	}, [stale, situation.complete, sentence]);
	return (
		<section className="need" aria-label={t('portal.situation.soYouNeed')}>
			<p className="need-title">
				{t(situation.complete ? 'portal.situation.soYouNeed' : 'portal.situation.soFar')}
			</p>
			<ul>
				{facts.map(([id, figure, label]) => (
					<li key={id}>
						<strong>{figure}</strong> <span>{label}</span>
					</li>
				))}
			</ul>
		</section>
	);
}
