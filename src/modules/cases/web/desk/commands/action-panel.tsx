import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../../../web/announce.tsx';
import { ApiProblem } from '../../../../../web/api/problem.ts';
import { useSession } from '../../../../../web/api/session.ts';
import { ExplainedButton } from '../../../../../web/ui/explained-button.tsx';
import { Notice } from '../../../../../web/ui/notice.tsx';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import { useCommand } from '../data.ts';
import { abilityOf } from '../permissions.ts';
import type { CaseAction, CaseCommand, CaseView, DeskCommand } from '../types.ts';
import { AcceptForm } from './accept-form.tsx';
import { AfterNotice, refusedNotice } from './after-notice.tsx';
import { CommandForm, type CommandFormProps } from './command-form.tsx';
import { COMMAND_FORMS, GROUPS } from './definitions.ts';
import { OnBehalf } from './on-behalf.tsx';
import { SupplementForm } from './supplement-form.tsx';

/** Refusals that only say "not at this point of the procedure": kept in a list of their own, out of the way. */
const OUT_OF_TURN = new Set([
	'NOT_YET',
	'TOO_LATE',
	'CASE_ENDED',
	'NOT_SUBMITTED',
	'ALREADY_SUBMITTED',
	'ALREADY_DELIVERED',
	'SUPPLEMENT_TOO_LATE',
	'NOTHING_OWED',
	'NO_COMMITMENT',
	'NO_CHANGE_PENDING',
	'SPECIAL_NOT_RUNNING',
	'HEARING_NOT_REQUESTED',
	'HEARING_NOT_NOTIFIED',
]);

function isOutOfTurn({ refusal }: CaseAction): boolean {
	return refusal !== null && OUT_OF_TURN.has(refusal.code);
}

/** The order in which the definitions name the commands, which is that of the procedure. */
const ORDER = Object.keys(COMMAND_FORMS);

const FORMS: Partial<Record<DeskCommand, (props: CommandFormProps) => React.ReactNode>> = {
	Accept: AcceptForm,
	RequestSupplement: SupplementForm,
	Supplement: OnBehalf,
	SupplyOwed: OnBehalf,
};

/** What this person may do with the case now; what the law forbids explains itself. */
export function ActionPanel({ view }: { view: CaseView }) {
	const { t } = useTranslation('desk');
	const principal = useSession()?.principal;
	const [chosen, setChosen] = useState<DeskCommand | null>(null);
	const ability = principal ? abilityOf(principal) : null;
	const own = view.actions.filter(
		({ command, refusal }) => refusal?.code !== 'WRONG_ROLE' && ability?.can(command, 'Case'),
	);
	const noSecondNotice = own.some(({ command }) => command === 'RequestSupplement') && refusedNotice(view);
	const offered = noSecondNotice ? own.filter(({ command }) => command !== 'RequestSupplement') : own;
	own.sort((a, b) => ORDER.indexOf(a.command) - ORDER.indexOf(b.command));
	const inTurn = offered.filter((action) => !isOutOfTurn(action));
	const later = offered.filter(isOutOfTurn);
	if (chosen) {
		return <CommandPane key={chosen} view={view} type={chosen} close={() => setChosen(null)} />;
	}
	return (
		<section className="desk-panel" aria-labelledby="desk-actions">
			<h2 id="desk-actions">{t('actions.title')}</h2>
			{inTurn.some(({ allowed }) => allowed) ? null : (
				<p className="desk-hint">{t(`actions.nothing.${view.waitingFor}`)}</p>
			)}
			{GROUPS.map((group) => {
				const actions = inTurn.filter(({ command }) => COMMAND_FORMS[command].group === group);
				const explains = group === 'acceptance' && noSecondNotice;
				if (actions.length === 0 && !explains) return null;
				return (
					<fieldset key={group} className="desk-action-group">
						<legend>{t(`actions.groups.${group}`)}</legend>
						{actions.map((action) => (
							<ExplainedButton
								key={action.command}
								look={isMain(view, action.command) && action.allowed ? 'primary' : 'secondary'}
								refusal={action.allowed ? null : action.refusal}
								onClick={() => setChosen(action.command)}
							>
								{t(`commands.${action.command}.title`)}
							</ExplainedButton>
						))}
						{explains ? <AfterNotice view={view} choose={setChosen} /> : null}
					</fieldset>
				);
			})}
			{later.length > 0 ? <Later actions={later} /> : null}
		</section>
	);
}

const MAIN: readonly DeskCommand[] = ['Accept', 'StartReview', 'Review', 'Grant', 'Deliver'];
/** A review that runs is no longer begun: then the opinion is the step to take. */
const isMain = ({ stage }: CaseView, command: DeskCommand) =>
	MAIN.includes(command) && !(command === 'StartReview' && stage === 'UNDER_REVIEW');

/** Commands whose turn has not come or is over, each with the law's reason. */
function Later({ actions }: { actions: CaseAction[] }) {
	const { t } = useTranslation('desk');
	return (
		<details className="desk-later">
			<summary>{t('actions.later', { count: actions.length })}</summary>
			<ul>
				{actions.map(({ command, refusal }) => (
					<li key={command}>
						<strong>{t(`commands.${command}.title`)}</strong>
						<span className="desk-later-why">{refusal?.text}</span>
					</li>
				))}
			</ul>
		</details>
	);
}

/** One command being written; it stays open through a stale version, with everything that was typed. */
function CommandPane({ view, type, close }: { view: CaseView; type: DeskCommand; close: () => void }) {
	const { t } = useTranslation('desk');
	const command = useCommand(view);
	const refusal = view.actions.find((action) => action.command === type)?.refusal ?? null;
	const stale = command.error instanceof ApiProblem && command.error.code.endsWith('STALE_VERSION');
	const Form = FORMS[type] ?? CommandForm;
	const send = (wanted: CaseCommand) =>
		command.mutate(wanted, {
			onSuccess: () => {
				announce(t('actions.done', { what: t(`commands.${type}.title`) }));
				close();
			},
		});
	return (
		<section className="desk-panel desk-command" aria-labelledby="desk-command">
			<h2 id="desk-command">{t(`commands.${type}.title`)}</h2>
			<p className="desk-hint">{t(`commands.${type}.hint`)}</p>
			{stale ? (
				<Notice tone="warning" title={t('actions.stale.title')}>
					<p>{t('actions.stale.text')}</p>
				</Notice>
			) : null}
			{command.error && !stale ? <ProblemNotice error={command.error} /> : null}
			{refusal ? (
				<Notice tone="warning" title={t('actions.closed')}>
					<p>{refusal.text}</p>
				</Notice>
			) : null}
			<Form
				view={view}
				type={type}
				busy={command.isPending}
				closed={refusal !== null}
				send={send}
				cancel={close}
			/>
		</section>
	);
}
