import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFormField } from '../../../../../law/index.ts';
import { Button } from '../../../../../web/ui/button.tsx';
import { Card } from '../../../../../web/ui/card.tsx';
import { FileInput } from '../../../../../web/ui/file-input.tsx';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import { Skeleton } from '../../../../../web/ui/skeleton.tsx';
import { ItemForm } from '../../../../catalog/web/index.ts';
import type { CaseView, FileMeta } from '../../../cases.schema.ts';
import { uploadPaper } from '../cases-queries.ts';
import { FileList } from '../file-list.tsx';
import { fieldSchema, nameOf, sameField } from './supplement-names.ts';
import { useCommand } from './use-command.ts';

type Wanted = CaseView['supplement'][number];

interface PaperProps {
	view: CaseView;
	wanted: Wanted;
	uploaded: FileMeta[];
	onUploaded: (file: FileMeta) => void;
}

function Paper({ view, wanted, uploaded, onUploaded }: PaperProps) {
	return (
		<>
			<FileList files={uploaded.filter((file) => file.material === wanted.code)} />
			<FileInput
				label={nameOf(view.item, wanted.code)}
				upload={(file, onProgress) => uploadPaper(view.id, wanted.code, file, onProgress).then(onUploaded)}
			/>
		</>
	);
}

/** Exactly what the supplement notice lists, to be handed in together: once, and nothing else. */
export function SupplementTask({ view }: { view: CaseView }) {
	const { t } = useTranslation('web');
	const command = useCommand(view);
	const [uploaded, setUploaded] = useState(view.pending);
	const [form, setForm] = useState(view.form);
	const open = view.supplement.filter((wanted) => !wanted.done);
	if (view.stage !== 'SUPPLEMENT_NOTIFIED' || open.length === 0) return null;
	const fields = open.filter((wanted) => isFormField(wanted.code));
	const ready = open.filter((wanted) =>
		isFormField(wanted.code)
			? !sameField(form, view.form, wanted.code)
			: uploaded.some((file) => file.material === wanted.code),
	);
	const corrections = fields.length > 0 ? { form } : {};
	const send = () =>
		command.mutate({
			command: { type: 'Supplement', codes: ready.map((wanted) => wanted.code) },
			...corrections,
		});
	return (
		<Card title={t('portal.supplement.title', { count: open.length })}>
			<p>{t('portal.supplement.hint')}</p>
			<ol className="papers">
				{view.supplement.map((wanted) => (
					<li key={wanted.code}>
						<h3>
							{nameOf(view.item, wanted.code)}{' '}
							{wanted.done ? <span className="tag green">{t('portal.supplement.done')}</span> : null}
						</h3>
						<p>{t('portal.supplement.fault', { fault: wanted.fault })}</p>
						<p>{t('portal.supplement.remedy', { remedy: wanted.remedy })}</p>
						{wanted.done || isFormField(wanted.code) ? null : (
							<Paper
								view={view}
								wanted={wanted}
								uploaded={uploaded}
								onUploaded={(file) => setUploaded((before) => [...before, file])}
							/>
						)}
					</li>
				))}
			</ol>
			{fields.length > 0 ? (
				<Suspense fallback={<Skeleton lines={4} />}>
					<ItemForm item={fieldSchema(view.item.form, fields)} value={form} showAll onChange={setForm} />
				</Suspense>
			) : null}
			{command.error ? <ProblemNotice error={command.error} /> : null}
			<div className="row">
				<Button look="primary" busy={command.isPending} disabled={ready.length === 0} onClick={send}>
					{ready.length === 0
						? t('portal.supplement.first')
						: t('portal.supplement.send', { count: ready.length, total: open.length })}
				</Button>
				{ready.length > 0 && ready.length < open.length ? (
					<span className="hint">{t('portal.supplement.partly')}</span>
				) : null}
			</div>
		</Card>
	);
}
