import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../../web/api/client.ts';
import { Button } from '../../../../../web/ui/button.tsx';
import { Card } from '../../../../../web/ui/card.tsx';
import { FileInput } from '../../../../../web/ui/file-input.tsx';
import {
	BlankLinks,
	type Item,
	itemQuery,
	MaterialFacts,
	NecessityTag,
	useText,
} from '../../../../catalog/web/index.ts';
import type { Draft } from '../../../cases.schema.ts';
import { draftQuery } from '../cases-queries.ts';
import { FileList } from '../file-list.tsx';
import './apply.css';

interface PapersStepProps {
	draft: Draft;
	item: Item;
	onVersion: (version: number) => void;
	onBack: () => void;
	onNext: () => void;
}

/** Papers uploaded under other answers: they stay with the draft, and are not handed in. */
function NotNeeded({
	draft,
	item,
	onRemove,
}: Pick<PapersStepProps, 'draft' | 'item'> & { onRemove: (id: string) => Promise<void> }) {
	const { t } = useTranslation('web');
	const text = useText();
	const left = draft.files.filter(({ material }) => !item.materials.some(({ code }) => code === material));
	const whole = useQuery({ ...itemQuery(draft.itemCode), enabled: left.length > 0 }).data;
	if (left.length === 0) return null;
	const codes = [...new Set(left.map(({ material }) => material))];
	const names = codes.map((code) => {
		const material = whole?.materials.find((each) => each.code === code);
		return material ? text(material.name) : code;
	});
	return (
		<section className="not-needed" aria-labelledby="not-needed">
			<h3 id="not-needed">{t('portal.papers.notNeeded')}</h3>
			<p className="hint">{t('portal.papers.notNeededHint', { papers: names.join(t('ui.comma')) })}</p>
			<FileList files={left} onRemove={onRemove} />
		</section>
	);
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
	const remove = async (id: string) => {
		await api.delete(`/api/drafts/${draft.id}/files/${id}`);
		await reread();
	};
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
						<MaterialFacts material={material} brief />
						{material.blank ? <BlankLinks item={item.code} material={material.code} /> : null}
						{material.shared ? <p className="shared">{t('portal.papers.shared')}</p> : null}
						{material.necessity === 'BY_PROMISE' && material.commitment ? (
							<p className="hint">
								{t('portal.papers.byPromise', { commitment: text(material.commitment) })}
							</p>
						) : null}
						<FileList files={filesOf(material.code)} onRemove={remove} />
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
			<NotNeeded draft={draft} item={item} onRemove={remove} />
			<div className="row">
				<Button onClick={onBack}>{t('portal.apply.back')}</Button>
				<Button look="primary" onClick={onNext}>
					{t('portal.apply.toCheck')}
				</Button>
			</div>
		</Card>
	);
}
