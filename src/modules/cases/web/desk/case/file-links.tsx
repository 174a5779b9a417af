import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../../web/format.ts';
import type { FileMeta } from '../types.ts';

/** Files to be opened beside the desk, each with its size. */
export function FileLinks({ files }: { files: FileMeta[] }) {
	const { t } = useTranslation('desk');
	const format = useFormat();
	if (files.length === 0) return <span className="desk-missing">{t('case.noFile')}</span>;
	return (
		<ul className="desk-files">
			{files.map((file) => (
				<li key={file.id}>
					<a
						href={`/api/files/${file.id}`}
						target="_blank"
						rel="noreferrer"
						title={t('case.digest', { digest: file.digest })}
					>
						{file.name}
					</a>{' '}
					<span className="desk-file-size">{format.size(file.size)}</span>
				</li>
			))}
		</ul>
	);
}
