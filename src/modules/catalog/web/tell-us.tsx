import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../web/ui/notice.tsx';
import { ProblemNotice } from '../../../web/ui/problem-notice.tsx';
import { tellSearch } from './suggestions.ts';

/** What was meant, in people's own words: the bureau adds them to the item, so that the next person finds it. */
export function TellUs() {
	const { t } = useTranslation('web');
	const hint = useId();
	const [words, setWords] = useState('');
	const telling = useMutation({ mutationFn: () => tellSearch(words.trim(), false) });
	if (telling.isSuccess) return <Notice tone="success" title={t('portal.items.told')} />;
	const submit = (event: SubmitEvent<HTMLFormElement>) => {
		event.preventDefault();
		if (words.trim()) telling.mutate();
	};
	return (
		<form className="tell-us field" onSubmit={submit}>
			<label htmlFor={`${hint}-words`}>{t('portal.items.tell')}</label>
			<p className="hint" id={hint}>
				{t('portal.items.tellHint')}
			</p>
			<div className="tell-us-row">
				<input
					id={`${hint}-words`}
					type="text"
					maxLength={200}
					aria-describedby={hint}
					value={words}
					onChange={(event) => setWords(event.target.value)}
				/>
				<button type="submit" className="button secondary" disabled={telling.isPending}>
					{t('portal.items.tellSend')}
				</button>
			</div>
			{telling.error ? <ProblemNotice error={telling.error} /> : null}
		</form>
	);
}
