import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../../../web/api/session.ts';
import { Button } from '../../../../../web/ui/button.tsx';
import { Card } from '../../../../../web/ui/card.tsx';
import { ExplainedButton } from '../../../../../web/ui/explained-button.tsx';
import { Field } from '../../../../../web/ui/field.tsx';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import type { CaseView, CommandBody } from '../../../cases.schema.ts';
import { useCommand } from './use-command.ts';

/** What an applicant may ask for with one press or a few words; papers have places of their own. */
const OFFERED = ['Deliver', 'RequestHearing', 'RequestRenewal', 'RequestChange', 'Withdraw'] as const;
type Offered = (typeof OFFERED)[number];

/** Commands that need the person's words. */
const WORDED: readonly Offered[] = ['RequestChange', 'Withdraw'];

function commandOf(type: Offered, words: string, name: string): CommandBody['command'] {
	switch (type) {
		case 'Deliver':
			return { type, method: 'ONLINE', recipient: name, proof: 'SIGNED_IN' };
		case 'RequestHearing':
			return { type, party: name };
		case 'RequestRenewal':
			return { type };
		case 'RequestChange':
			return { type, what: words };
		case 'Withdraw':
			return { type, reason: words };
	}
}

interface ConfirmProps {
	type: Offered;
	busy: boolean;
	onConfirm: (words: string) => void;
	onCancel: () => void;
}

function Confirm({ type, busy, onConfirm, onCancel }: ConfirmProps) {
	const { t } = useTranslation('web');
	const [words, setWords] = useState('');
	const worded = WORDED.includes(type);
	return (
		<form
			className="confirm"
			onSubmit={(event) => {
				event.preventDefault();
				onConfirm(words);
			}}
		>
			<p>{t(`portal.actions.${type}.confirm`)}</p>
			{worded ? (
				<Field label={t(`portal.actions.${type}.words`)} required>
					{(control) => (
						<textarea {...control} value={words} onChange={(event) => setWords(event.target.value)} />
					)}
				</Field>
			) : null}
			<div className="row">
				<Button type="submit" look={type === 'Withdraw' ? 'danger' : 'primary'} busy={busy}>
					{t(`portal.actions.${type}.do`)}
				</Button>
				<Button onClick={onCancel}>{t('ui.cancel')}</Button>
			</div>
		</form>
	);
}

/** What may be asked of the case now; what may not says why. */
export function Actions({ view }: { view: CaseView }) {
	const { t } = useTranslation('web');
	const name = useSession()?.principal?.name ?? '';
	const command = useCommand(view);
	const [chosen, setChosen] = useState<Offered | null>(null);
	const offered = OFFERED.flatMap((type) =>
		view.actions.filter((action) => action.command === type).map((action) => ({ ...action, type })),
	);
	if (offered.length === 0) return null;
	const refused = offered.filter((action) => !action.allowed);
	const button = ({ type, allowed, refusal }: (typeof offered)[number]) => (
		<ExplainedButton
			key={type}
			look={type === 'Withdraw' ? 'danger' : type === 'Deliver' ? 'primary' : 'secondary'}
			refusal={allowed ? null : refusal}
			onClick={() => setChosen(type)}
		>
			{t(`portal.actions.${type}.label`)}
		</ExplainedButton>
	);
	return (
		<Card title={t('portal.actions.title')}>
			<div className="actions">{offered.filter((action) => action.allowed).map(button)}</div>
			{refused.length > 0 ? (
				<details className="faq">
					<summary>{t('portal.actions.notNow', { count: refused.length })}</summary>
					<div className="actions">{refused.map(button)}</div>
				</details>
			) : null}
			{chosen ? (
				<Confirm
					key={chosen}
					type={chosen}
					busy={command.isPending}
					onCancel={() => setChosen(null)}
					onConfirm={(words) =>
						command.mutate({ command: commandOf(chosen, words, name) }, { onSuccess: () => setChosen(null) })
					}
				/>
			) : null}
			{command.error ? <ProblemNotice error={command.error} /> : null}
		</Card>
	);
}
