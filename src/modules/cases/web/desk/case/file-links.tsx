import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../../web/format.ts';
import type { FileMeta } from '../types.ts';

/** Files to be opened beside the desk, each with its size. A paper may be in hand without one: shared by another office, or paper. */
export function FileLinks({ files, inHand = false }: { files: FileMeta[]; inHand?: boolean }) {
	const { t } = useTranslation('desk');
	const format = useFormat();
	if (files.length === 0)
		return <span className="desk-missing">{t(inHand ? 'case.noScan' : 'case.noFile')}</span>;
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
