import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../../web/api/client.ts';
import { Button } from '../../../../../web/ui/button.tsx';
import { Card } from '../../../../../web/ui/card.tsx';
import { FileInput } from '../../../../../web/ui/file-input.tsx';
import { type Item, NecessityTag, useText } from '../../../../catalog/web/index.ts';
import type { Draft } from '../../../cases.schema.ts';
import { draftQuery } from '../cases-queries.ts';
import { FileList } from '../file-list.tsx';

interface PapersStepProps {
	draft: Draft;
	item: Item;
	onVersion: (version: number) => void;
	onBack: () => void;
	onNext: () => void;
}

/** Every paper of the item with why it is asked for, and its place to upload. */
export function PapersStep({ draft, item, onVersion, onBack, onNext }: PapersStepProps) {
	const { t } = useTranslation('web');
	const text = useText();
	const client = useQueryClient();
	const reread = async () => {
		const fresh = await client.fetchQuery({ ...draftQuery(draft.id), staleTime: 0 });
		onVersion(fresh.version);
	};
	const filesOf = (code: string) => draft.files.filter((file) => file.material === code);
	return (
		<Card title={t('portal.papers.title')}>
			<p className="muted">{t('portal.papers.hint')}</p>
			<ol className="papers">
				{item.materials.map((material) => (
					<li key={material.code} id={`material-${material.code}`} tabIndex={-1}>
						<div className="row">
							<h3>{text(material.name)}</h3>
							<NecessityTag material={material} />
						</div>
						<p className="muted">{text(material.why)}</p>
						<p className="hint">{t('portal.papers.standard', { standard: text(material.acceptStandard) })}</p>
						{material.shared ? <p className="shared">{t('portal.papers.shared')}</p> : null}
						{material.necessity === 'BY_PROMISE' && material.commitment ? (
							<p className="hint">
								{t('portal.papers.byPromise', { commitment: text(material.commitment) })}
							</p>
						) : null}
						<FileList
							files={filesOf(material.code)}
							onRemove={async (id) => {
								await api.delete(`/api/drafts/${draft.id}/files/${id}`);
								await reread();
							}}
						/>
						{material.shared ? null : (
							<FileInput
								label={text(material.name)}
								upload={async (file, onProgress) => {
									await api.upload(
										`/api/drafts/${draft.id}/files`,
										{ material: material.code },
										file,
										onProgress,
									);
									await reread();
								}}
							/>
						)}
					</li>
				))}
			</ol>
			<div className="row">
				<Button onClick={onBack}>{t('portal.apply.back')}</Button>
				<Button look="primary" onClick={onNext}>
					{t('portal.apply.toCheck')}
				</Button>
			</div>
		</Card>
	);
}
