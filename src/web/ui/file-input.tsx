import { type ChangeEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../announce.tsx';
import { ProblemNotice } from './problem-notice.tsx';

/** What may be uploaded; the server looks at the content again and has the last word. */
const ACCEPTED_FILES = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.ofd';
const MAX_FILE_BYTES = 10 * 1024 * 1024;

interface FileInputProps {
	label: string;
	/** Sends one file; `onProgress` takes the share sent, 0 to 1. Rejects with an `ApiProblem`. */
	upload: (file: File, onProgress: (share: number) => void) => Promise<unknown>;
}

/** Picks files and sends them one after another, with progress; says the limits before, not after. */
export function FileInput({ label, upload }: FileInputProps) {
	const { t } = useTranslation('web');
	const id = useId();
	const [share, setShare] = useState<number | null>(null);
	const [error, setError] = useState<unknown>(null);
	const [tooLarge, setTooLarge] = useState<string | null>(null);

	const send = async (event: ChangeEvent<HTMLInputElement>) => {
		const files = [...(event.target.files ?? [])];
		event.target.value = '';
		setError(null);
		setTooLarge(files.find((file) => file.size > MAX_FILE_BYTES)?.name ?? null);
		try {
			for (const file of files.filter((candidate) => candidate.size <= MAX_FILE_BYTES)) {
				setShare(0);
				await upload(file, setShare);
				announce(t('ui.file.done', { name: file.name }));
			}
		} catch (problem) {
			setError(problem);
		} finally {
			setShare(null);
		}
	};

	return (
		<div className="file-input">
			<input
				id={id}
				type="file"
				multiple
				accept={ACCEPTED_FILES}
				className="visually-hidden"
				aria-describedby={`${id}-limits`}
				disabled={share !== null}
				onChange={(event) => void send(event)}
			/>
			<label htmlFor={id} className="button secondary">
				{t('ui.file.choose')}
				<span className="visually-hidden">{label}</span>
			</label>
			<span id={`${id}-limits`} className="hint">
				{t('ui.file.limits', { size: MAX_FILE_BYTES / 1024 / 1024 })}
			</span>
			{share === null ? null : (
				<progress value={share} max={1} aria-label={t('ui.file.sending', { name: label })} />
			)}
			{tooLarge ? (
				<p className="fault" role="alert">
					{t('ui.file.tooLarge', { name: tooLarge, size: MAX_FILE_BYTES / 1024 / 1024 })}
				</p>
			) : null}
			{error ? <ProblemNotice error={error} /> : null}
		</div>
	);
}
