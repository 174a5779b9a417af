import { useTranslation } from 'react-i18next';
import { Answers } from '../../portal/answers.tsx';
import type { CaseView } from '../types.ts';
import { FileLinks } from './file-links.tsx';
import { JudgementPanel } from './judgement-panel.tsx';

/** What was asked for: the form as it was filled in, and the papers with their state. */
export function ApplicationPanel({ view }: { view: CaseView }) {
	const { t, i18n } = useTranslation('desk');
	return (
		<div className="desk-application">
			<section className="desk-panel" aria-labelledby="desk-form">
				<h2 id="desk-form">{t('case.form')}</h2>
				<Situation view={view} />
				<Answers form={view.item.form} value={view.form} language={i18n.language} />
			</section>
			<section className="desk-panel" aria-labelledby="desk-papers">
				<h2 id="desk-papers">{t('case.papers')}</h2>
				{view.personal ? null : <p className="desk-missing">{t('case.masked')}</p>}
				<ul className="desk-materials">
					{view.item.materials.map(({ code, name, necessity }) => (
						<li key={code}>
							<div>
								<strong>{name}</strong>
								<PaperState view={view} code={code} necessity={necessity} />
							</div>
							{view.personal ? (
								<FileLinks
									files={view.files.filter(({ material }) => material === code)}
									inHand={view.law.materials.includes(code)}
								/>
							) : null}
						</li>
					))}
				</ul>
			</section>
			<JudgementPanel view={view} />
		</div>
	);
}

/** What was answered before the form: why these papers were asked for. */
function Situation({ view }: { view: CaseView }) {
	if (view.situation.length === 0) return null;
	return (
		<dl className="answers desk-situation">
			{view.situation.map(({ code, question, answer }) => (
				<div key={code}>
					<dt>{question}</dt>
					<dd>{answer}</dd>
				</div>
			))}
		</dl>
	);
}

/** In hand, owed until a day, asked for, or not in. */
function PaperState({ view, code, necessity }: { view: CaseView; code: string; necessity: string }) {
	const { t } = useTranslation('desk');
	const owed = view.law.tolerated.find(
		({ material, suppliedOn }) => material === code && suppliedOn === null,
	);
	if (owed) return <span className="desk-paper is-owed">{t('case.owed', { due: owed.due })}</span>;
	if (view.law.supplement?.outstanding.includes(code)) {
		return <span className="desk-paper is-owed">{t('case.askedFor')}</span>;
	}
	if (view.law.materials.includes(code)) return <span className="desk-paper is-in">{t('case.inHand')}</span>;
	return <span className="desk-paper">{t(`words.necessity.${necessity}`)}</span>;
}
