import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { plainDate } from '../../../../../law/index.ts';
import { api } from '../../../../../web/api/client.ts';
import { useSession } from '../../../../../web/api/session.ts';
import { Notice } from '../../../../../web/ui/notice.tsx';
import { nameOf } from '../../portal/case/supplement-names.ts';
import type { CaseView, Procedure } from '../types.ts';
import { type CommandFormProps, FormButtons } from './command-form.tsx';

/** Working days that a tolerated paper is given when the clerk names no other day. */
const TOLERANCE_DAYS = 5;

/** Materials that are not in hand, by what the item says of their necessity. */
function missing(view: CaseView, necessity: string): string[] {
	return (view.law.rules?.materials ?? [])
		.filter((material) => material.necessity === necessity && !view.law.materials.includes(material.code))
		.map(({ code }) => code);
}

/** Acceptance: by which procedure, which papers may follow and until when, and what the applicant has signed. */
export function AcceptForm({ view, type, busy, closed, send, cancel }: CommandFormProps) {
	const { t } = useTranslation('desk');
	const roles = useSession()?.principal?.roles ?? [];
	const soleOnly = roles.includes('SOLE_APPROVER') && !roles.includes('CLERK');
	const mayBeSole = roles.includes('SOLE_APPROVER') && Boolean(view.law.rules?.soleApproval);
	const [procedure, setProcedure] = useState<Procedure>(mayBeSole ? 'SOLE' : 'THREE_STEP');
	const [dues, setDues] = useState<Record<string, string>>({});
	const [promiseSigned, setPromiseSigned] = useState(false);
	const [commitmentSigned, setCommitmentSigned] = useState(false);
	const tolerable = missing(view, 'TOLERABLE');
	const promised = missing(view, 'BY_PROMISE');
	const absent = missing(view, 'REQUIRED');
	const tolerated = Object.entries(dues).map(([material, due]) => ({ material, due: plainDate(due) }));
	const submit = () =>
		send({
			type: 'Accept',
			procedure,
			...(tolerated.length > 0 ? { tolerated, promiseSigned } : {}),
			...(commitmentSigned ? { commitmentSigned } : {}),
		});
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				submit();
			}}
		>
			<fieldset className="desk-fieldset">
				<legend>{t('accept.procedure')}</legend>
				<Radio.Group
					value={procedure}
					onChange={(event) => setProcedure(event.target.value)}
					options={(['THREE_STEP', 'SOLE'] as const).map((value) => ({
						value,
						label: t(`words.procedure.${value}`),
						disabled: value === 'SOLE' ? !mayBeSole : soleOnly,
					}))}
				/>
			</fieldset>
			{absent.length > 0 ? (
				<Notice tone="warning" title={t('accept.absent')}>
					<ul className="plain">
						{absent.map((code) => (
							<li key={code}>{nameOf(view.item, code)}</li>
						))}
					</ul>
				</Notice>
			) : null}
			{tolerable.length > 0 ? (
				<Tolerances view={view} codes={tolerable} dues={dues} change={setDues}>
					<Checkbox checked={promiseSigned} onChange={(event) => setPromiseSigned(event.target.checked)}>
						{t('accept.promiseSigned')}
					</Checkbox>
				</Tolerances>
			) : null}
			{view.law.rules?.commitment || promised.length > 0 ? (
				<fieldset className="desk-fieldset">
					<legend>{t('accept.commitment')}</legend>
					<Checkbox
						checked={commitmentSigned}
						onChange={(event) => setCommitmentSigned(event.target.checked)}
					>
						{t('accept.commitmentSigned')}
					</Checkbox>
				</fieldset>
			) : null}
			<FormButtons type={type} grave={false} busy={busy} closed={closed} cancel={cancel} />
		</form>
	);
}

interface TolerancesProps {
	view: CaseView;
	codes: string[];
	dues: Record<string, string>;
	change: (dues: Record<string, string>) => void;
	children: React.ReactNode;
}

/** 容缺受理: each paper that may follow with its last day; nothing is issued before it is in. */
function Tolerances({ view, codes, dues, change, children }: TolerancesProps) {
	const { t } = useTranslation('desk');
	const without = (code: string) =>
		Object.fromEntries(Object.entries(dues).filter(([other]) => other !== code));
	return (
		<fieldset className="desk-fieldset">
			<legend>{t('accept.tolerance')}</legend>
			<p className="desk-hint">{t('accept.toleranceHint')}</p>
			<ul className="desk-papers">
				{codes.map((code) => (
					<ToleranceRow
						key={code}
						view={view}
						code={code}
						due={dues[code]}
						change={(due) => change(due === undefined ? without(code) : { ...dues, [code]: due })}
					/>
				))}
			</ul>
			{Object.keys(dues).length > 0 ? children : null}
		</fieldset>
	);
}

interface ToleranceRowProps {
	view: CaseView;
	code: string;
	due: string | undefined;
	change: (due: string | undefined) => void;
}

function ToleranceRow({ view, code, due, change }: ToleranceRowProps) {
	const { t } = useTranslation('desk');
	const today = useSession()?.today ?? '';
	const days =
		view.item.materials.find((material) => material.code === code)?.toleranceDays ?? TOLERANCE_DAYS;
	const usual = useQuery({
		queryKey: ['calendar-add', today, days],
		queryFn: () => api.get<{ result: string }>('/api/calendar/add', { date: today, days }),
		enabled: today !== '',
	});
	const name = nameOf(view.item, code);
	return (
		<li>
			<Checkbox
				checked={due !== undefined}
				onChange={(event) => change(event.target.checked ? (usual.data?.result ?? today) : undefined)}
			>
				{t('accept.follows', { name })}
			</Checkbox>
			{due === undefined ? null : (
				<Input
					type="date"
					min={today}
					aria-label={t('accept.due', { name })}
					value={due}
					onChange={(event) => change(event.target.value)}
				/>
			)}
		</li>
	);
}
