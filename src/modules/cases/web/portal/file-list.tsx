import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../../web/announce.tsx';
import { useFormat } from '../../../../web/format.ts';
import { Button } from '../../../../web/ui/button.tsx';
import { ProblemNotice } from '../../../../web/ui/problem-notice.tsx';
import type { FileMeta } from '../../cases.schema.ts';

interface FileListProps {
	files: FileMeta[];
	onRemove?: (id: string) => Promise<void>;
}

/** Files that were handed in, to open, and in a draft to remove. */
export function FileList({ files, onRemove }: FileListProps) {
	const { t } = useTranslation('web');
	const format = useFormat();
	const [error, setError] = useState<unknown>(null);
	if (files.length === 0) return null;
	const remove = async (file: FileMeta) => {
		setError(null);
		try {
			await onRemove?.(file.id);
			announce(t('portal.files.removed', { name: file.name }));
		} catch (problem) {
			setError(problem);
		}
	};
	return (
		<>
			<ul className="files">
				{files.map((file) => (
					<li key={file.id} className="row">
						<a href={`/api/files/${file.id}`} target="_blank" rel="noreferrer">
							{file.name}
						</a>
						<span className="hint">{format.size(file.size)}</span>
						{onRemove ? (
							<Button look="quiet" onClick={() => void remove(file)}>
								{t('portal.files.remove')}
								<span className="visually-hidden">{file.name}</span>
							</Button>
						) : null}
					</li>
				))}
			</ul>
			{error ? <ProblemNotice error={error} /> : null}
		</>
	);
}
