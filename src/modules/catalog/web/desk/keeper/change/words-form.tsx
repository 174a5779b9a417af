import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../../../../../web/ui/button.tsx';
import { useWords } from '../words.ts';

interface WordsFormProps {
	/** `propose`: what was changed and why; `return`: what is to be mended. */
	kind: 'propose' | 'return';
	busy: boolean;
	onSubmit: (words: string) => void;
	onCancel: () => void;
}

/** The words that go with a step. */
export function WordsForm({ kind, busy, onSubmit, onCancel }: WordsFormProps) {
	const { t } = useWords();
	const id = useId();
	const [words, setWords] = useState('');
	const [isTold, setTold] = useState(false);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		setTold(true);
		if (words.trim() !== '') onSubmit(words.trim());
	};
	const isMissing = isTold && words.trim() === '';
	return (
		<form className="keeper-ask" onSubmit={submit}>
			<div className={isMissing ? 'field faulty' : 'field'}>
				<label htmlFor={id}>{t(`steps.words.${kind}`)}</label>
				<textarea
					id={id}
					rows={2}
					// biome-ignore lint/a11y/noAutofocus: the field appears because its button was pressed
					autoFocus
					value={words}
					aria-invalid={isMissing || undefined}
					aria-describedby={`${id}-hint`}
					onChange={({ target }) => setWords(target.value)}
				/>
				<p id={`${id}-hint`} className={isMissing ? 'fault' : 'hint'}>
					{t(`steps.hints.${kind}`)}
				</p>
			</div>
			<div className="keeper-buttons">
				<Button type="submit" look="primary" busy={busy}>
					{t(`steps.send.${kind}`)}
				</Button>
				<Button onClick={onCancel}>{t('cancel')}</Button>
			</div>
		</form>
	);
}
