import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseView, DeskCommand } from '../types.ts';
import './supplement.css';

/** Stages in which a clerk might still look for a supplement notice. */
const LOOKED_FOR: readonly CaseView['stage'][] = [
	'SUPPLEMENT_NOTIFIED',
	'SUPPLEMENTED',
	'ACCEPTED',
	'UNDER_REVIEW',
];
const BEFORE_ACCEPTANCE: readonly CaseView['stage'][] = ['SUPPLEMENT_NOTIFIED', 'SUPPLEMENTED'];

/** What can be done instead of a second notice, and the command that does it. */
const WAYS = [
	['accept', 'Accept'],
	['tolerate', 'Accept'],
	['onTheSpot', 'Supplement'],
	['phone', null],
	['refuse', 'Refuse'],
] as const satisfies [string, DeskCommand | null][];
type Way = (typeof WAYS)[number][0];

/** The law's refusal of a supplement notice, where this person would look for the button; otherwise null. */
export function refusedNotice({ stage, actions }: CaseView) {
	if (!LOOKED_FOR.includes(stage)) return null;
	const refusal = actions.find(({ command }) => command === 'RequestSupplement')?.refusal;
	const isSpent = refusal?.code === 'SUPPLEMENT_ONLY_ONCE' || refusal?.code === 'SUPPLEMENT_TOO_LATE';
	return isSpent ? refusal : null;
}

/** Stands where the button of the supplement notice stood: why there is no second one, and every other way. */
export function AfterNotice({ view, choose }: { view: CaseView; choose: (command: DeskCommand) => void }) {
	const { t } = useTranslation('desk');
	const refusal = refusedNotice(view);
	if (!refusal) return null;
	const isOpen = (command: DeskCommand) =>
		view.actions.some((action) => action.command === command && action.allowed);
	return (
		<details className="desk-after-notice" open={BEFORE_ACCEPTANCE.includes(view.stage)}>
			<summary>{t('afterNotice.title')}</summary>
			<p>{refusal.text}</p>
			<p className="basis">{t('web:ui.basis', { basis: refusal.article })}</p>
			<h3>{t('afterNotice.instead')}</h3>
			<ul>
				{WAYS.map(([way, command]) => (
					<li key={way}>
						<strong>{t(`afterNotice.ways.${way}.title`)}</strong>
						<p>{t(`afterNotice.ways.${way}.text`)}</p>
						{way === 'phone' ? <Phone view={view} /> : null}
						{command && fits(view, way) && isOpen(command) ? (
							<Button size="small" onClick={() => choose(command)}>
								{t(`commands.${command}.title`)}
							</Button>
						) : null}
					</li>
				))}
			</ul>
		</details>
	);
}

/** To accept with papers owed there must be one that may be owed. */
function fits({ law }: CaseView, way: Way): boolean {
	if (way !== 'tolerate') return true;
	const materials = law.rules?.materials ?? [];
	return materials.some(({ code, necessity }) => necessity === 'TOLERABLE' && !law.materials.includes(code));
}

function Phone({ view }: { view: CaseView }) {
	const { t } = useTranslation('desk');
	const applicant = view.form['applicant'] as { contact?: unknown; phone?: unknown } | undefined;
	const phone = applicant?.phone ?? view.onBehalfOf?.phone;
	if (!view.personal || typeof phone !== 'string') return null;
	const name = typeof applicant?.contact === 'string' ? applicant.contact : view.applicantName;
	return <a href={`tel:${phone}`}>{t('afterNotice.call', { name, phone })}</a>;
}
