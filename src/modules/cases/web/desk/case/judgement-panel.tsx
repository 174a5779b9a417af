import { useTranslation } from 'react-i18next';
import { nameOf } from '../../portal/case/supplement-names.ts';
import type { CaseView } from '../types.ts';

/** What was found of each paper and field before the one notice; nothing where there was none. */
export function JudgementPanel({ view }: { view: CaseView }) {
	const { t } = useTranslation('desk');
	const { judgement, supplement, item } = view;
	if (judgement.length === 0) return null;
	const right = judgement.filter(({ verdict }) => verdict === 'RIGHT');
	return (
		<section className="desk-panel" aria-labelledby="desk-judged">
			<h2 id="desk-judged">{t('judged.title')}</h2>
			<p className="desk-hint">
				{t('judged.sum', {
					count: judgement.length,
					right: right.length,
					faulty: judgement.length - right.length,
				})}
			</p>
			<ul className="desk-judged">
				{supplement.map(({ code, fault, remedy, done }) => (
					<li key={code}>
						<strong>{nameOf(item, code)}</strong>{' '}
						<span className={`desk-paper ${done ? 'is-in' : 'is-owed'}`}>
							{t(done ? 'judged.mended' : 'case.askedFor')}
						</span>
						<p>{t('judged.words', { fault, remedy })}</p>
					</li>
				))}
			</ul>
			<details>
				<summary>{t('judged.right', { count: right.length })}</summary>
				<p>{right.map(({ code }) => nameOf(item, code)).join(t('listComma'))}</p>
			</details>
		</section>
	);
}
