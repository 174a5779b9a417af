import { useTranslation } from 'react-i18next';
import { Light } from '../../../../../web/ui/light.tsx';
import type { CaseView } from '../types.ts';
import { handling } from './handling.ts';

/** Number, matter, person, stage: what a clerk reads first. */
export function CaseHeader({ view }: { view: CaseView }) {
	const { t } = useTranslation('desk');
	const { people, handovers } = handling(view.timeline);
	const facts: [string, string][] = [
		[t('case.applicant'), view.applicantName],
		[t('case.submittedOn'), view.submittedOn],
		[t('case.procedure'), view.procedure ? t(`words.procedure.${view.procedure}`) : t('case.procedureOpen')],
		[t('case.waitsFor'), t(`words.waitingFor.${view.waitingFor}`)],
		[t('case.visits'), String(view.visits)],
		[t('case.hands'), t('case.handsValue', { people, handovers })],
	];
	return (
		<header className="desk-case-head">
			<div className="desk-case-title">
				<p className="desk-case-number">{view.number}</p>
				<h1>{view.itemName}</h1>
				<span className={`desk-stage desk-stage-${view.waitingFor.toLowerCase()}`}>
					{t(`words.stage.${view.stage}`)}
				</span>
				<Light light={view.light} />
			</div>
			<dl className="desk-facts">
				{facts.map(([name, value]) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
		</header>
	);
}
