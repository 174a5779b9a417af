import { useTranslation } from 'react-i18next';
import { Card } from '../../../../../web/ui/card.tsx';
import type { CaseView } from '../../../cases.schema.ts';

const REFUSED = [
	'REFUSED',
	'OUT_OF_SCOPE',
	'NOT_REQUIRED',
	'REVOKED',
	'WITHDRAWN_BY_ORGAN',
	'REVOKED_AS_PENALTY',
];

/** Values of the event that ended the case, where it gives them. */
function given(view: CaseView, key: string): string | undefined {
	const entry = view.timeline.findLast((each) => typeof each.params[key] === 'string');
	const value = entry?.params[key];
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** After a refusal: why, on what basis, what to mend, and which remedies the law gives (Art. 38 ¶2). */
export function Remedies({ view }: { view: CaseView }) {
	const { t } = useTranslation('web');
	if (!REFUSED.includes(view.stage)) return null;
	const reasons = given(view, 'reasons') ?? given(view, 'reason');
	const basis = given(view, 'basis');
	const rightOrgan = given(view, 'rightOrgan');
	const ways = ['again', 'reconsideration', 'lawsuit', 'ask'] as const;
	return (
		<Card title={t('portal.remedies.title')}>
			{reasons ? <p>{t('portal.remedies.reasons', { reasons })}</p> : null}
			{basis ? <p className="basis">{t('ui.basis', { basis })}</p> : null}
			{rightOrgan ? <p>{t('portal.remedies.rightOrgan', { organ: rightOrgan })}</p> : null}
			<ul className="signposts">
				{ways.map((way) => (
					<li key={way} className="signpost">
						<span>{t(`portal.remedies.${way}.text`)}</span>
						<span className="basis">{t(`portal.remedies.${way}.basis`)}</span>
					</li>
				))}
			</ul>
		</Card>
	);
}
