import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../../web/announce.tsx';
import { api } from '../../../../web/api/client.ts';
import { ApiProblem } from '../../../../web/api/problem.ts';
import { Button } from '../../../../web/ui/button.tsx';
import { Field } from '../../../../web/ui/field.tsx';
import { Notice } from '../../../../web/ui/notice.tsx';
import { ProblemNotice } from '../../../../web/ui/problem-notice.tsx';
import { type Profile, profileQuery } from './profile-query.ts';

const KINDS = ['CITIZEN', 'COMPANY'] as const;

interface Words {
	kind: Profile['kind'];
	name: string;
	idNumber: string;
	phone: string;
	companyName: string;
	creditCode: string;
}

/** Only what was typed is sent: the numbers that we show are masked and would be no numbers. */
function changeOf(words: Words, profile: Profile) {
	const company = { name: words.companyName, ...(words.creditCode ? { creditCode: words.creditCode } : {}) };
	const companyChanged = words.creditCode !== '' || words.companyName !== (profile.company?.name ?? '');
	return {
		kind: words.kind,
		name: words.name,
		...(words.idNumber ? { idNumber: words.idNumber } : {}),
		...(words.phone ? { phone: words.phone } : {}),
		...(words.kind === 'COMPANY' && companyChanged ? { company } : {}),
	};
}

/** What applications are filled in from (免填单); told once, used every time. */
export function ProfileForm({ profile }: { profile: Profile }) {
	const { t } = useTranslation('web');
	const client = useQueryClient();
	const empty = { idNumber: '', phone: '', creditCode: '' };
	const [words, setWords] = useState<Words>({
		...empty,
		kind: profile.kind,
		name: profile.name,
		companyName: profile.company?.name ?? '',
	});
	const save = useMutation({
		mutationFn: () => api.put<Profile>('/api/profile', changeOf(words, profile)),
		onSuccess: (fresh) => {
			client.setQueryData(profileQuery.queryKey, fresh);
			setWords({ ...words, ...empty });
			announce(t('portal.profile.saved'));
		},
	});
	const faults = save.error instanceof ApiProblem ? save.error.errors : [];
	const faultAt = (path: string) => faults.find((fault) => fault.path === path)?.text;
	const submit = (event: SubmitEvent<HTMLFormElement>) => {
		event.preventDefault();
		save.mutate();
	};
	const input = (key: keyof Words, path: string, shown: string | null | undefined, autoComplete: string) => (
		<Field
			label={t(`portal.profile.fields.${key}`)}
			hint={shown ? t('portal.profile.held', { value: shown }) : undefined}
			error={faultAt(path)}
		>
			{(control) => (
				<input
					{...control}
					autoComplete={autoComplete}
					value={words[key]}
					onChange={(event) => setWords({ ...words, [key]: event.target.value })}
				/>
			)}
		</Field>
	);
	return (
		<form className="form" onSubmit={submit}>
			<fieldset>
				<legend className="label">{t('portal.profile.fields.kind')}</legend>
				<div className="row">
					{KINDS.map((kind) => (
						<label key={kind} className="choice">
							<input
								type="radio"
								name="kind"
								checked={words.kind === kind}
								onChange={() => setWords({ ...words, kind })}
							/>
							<span>{t(`portal.profile.kinds.${kind}`)}</span>
						</label>
					))}
				</div>
			</fieldset>
			{input('name', '/name', null, 'name')}
			{input('idNumber', '/idNumber', profile.idNumber, 'off')}
			{input('phone', '/phone', profile.phone, 'tel')}
			{words.kind === 'COMPANY' ? (
				<>
					{input('companyName', '/company', null, 'organization')}
					{input('creditCode', '/company/creditCode', profile.company?.creditCode, 'off')}
				</>
			) : null}
			{profile.warnings.length > 0 ? (
				<Notice tone="warning" title={t('portal.profile.warnings')}>
					<ul className="plain">
						{profile.warnings.map((warning) => (
							<li key={warning.path}>{warning.text}</li>
						))}
					</ul>
				</Notice>
			) : null}
			{save.error ? <ProblemNotice error={save.error} /> : null}
			<div className="row">
				<Button type="submit" look="primary" busy={save.isPending}>
					{t('portal.profile.save')}
				</Button>
				{save.isSuccess ? <span>{t('portal.profile.saved')}</span> : null}
			</div>
		</form>
	);
}
