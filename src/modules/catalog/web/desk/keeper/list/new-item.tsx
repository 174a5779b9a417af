import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { ProblemNotice } from '../../../../../../web/ui/problem-notice.tsx';
import { useBegin } from '../data.ts';
import { useWords } from '../words.ts';

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Begins an item that there was not before: only its code is asked for, everything else has its place in the editor. */
export function NewItem({ taken }: { taken: string[] }) {
	const { t } = useWords();
	const id = useId();
	const navigate = useNavigate();
	const begin = useBegin();
	const [open, setOpen] = useState(false);
	const [code, setCode] = useState('');
	const fault = code === '' ? '' : taken.includes(code) ? 'taken' : CODE.test(code) ? '' : 'shape';
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (code === '' || fault) return;
		begin.mutate(
			{ code },
			{ onSuccess: ({ id: change }) => void navigate({ to: `/desk/catalog/changes/${change}` }) },
		);
	};
	if (!open) return <Button onClick={() => setOpen(true)}>{t('newItem.open')}</Button>;
	return (
		<form className="keeper-new" onSubmit={submit}>
			<label htmlFor={id}>{t('newItem.code')}</label>
			<Input
				id={id}
				autoFocus
				value={code}
				aria-describedby={`${id}-hint`}
				aria-invalid={fault !== ''}
				onChange={(event) => setCode(event.target.value.trim().toLowerCase())}
			/>
			<Button
				type="primary"
				htmlType="submit"
				loading={begin.isPending}
				disabled={code === '' || fault !== ''}
			>
				{t('newItem.begin')}
			</Button>
			<Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
			<p id={`${id}-hint`} className={fault ? 'fault' : 'hint'}>
				{t(`newItem.${fault || 'hint'}`)}
			</p>
			{begin.error ? <ProblemNotice error={begin.error} /> : null}
		</form>
	);
}
