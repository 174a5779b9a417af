import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../../../web/api/session.ts';
import { useFormat } from '../../../../../web/format.ts';
import { Button } from '../../../../../web/ui/button.tsx';
import { Card } from '../../../../../web/ui/card.tsx';
import { FileInput } from '../../../../../web/ui/file-input.tsx';
import { Light } from '../../../../../web/ui/light.tsx';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import type { CaseView } from '../../../cases.schema.ts';
import { uploadPaper } from '../cases-queries.ts';
import { FileList } from '../file-list.tsx';
import { nameOf } from './supplement-names.ts';
import { useCommand } from './use-command.ts';

/** Papers promised for a day, and required ones that are missing in a case accepted by silence. */
function outstanding({ law, item }: CaseView): { material: string; due: string | null }[] {
	const promised = law.tolerated.filter((paper) => paper.suppliedOn === null);
	const missing = item.materials.filter(
		({ code, necessity }) => necessity === 'REQUIRED' && !law.materials.includes(code),
	);
	return [...promised, ...missing.map(({ code }) => ({ material: code, due: null }))];
}

/** Papers that may follow (容缺后补): which, until when, and their place to hand in. */
export function OwedPapers({ view }: { view: CaseView }) {
	const { t } = useTranslation('web');
	const format = useFormat();
	const today = useSession()?.today ?? '';
	const command = useCommand(view);
	const [uploaded, setUploaded] = useState(view.pending);
	const owed = outstanding(view);
	const open = view.actions.some((action) => action.command === 'SupplyOwed' && action.allowed);
	if (owed.length === 0 || !open) return null;
	const ready = owed
		.map((paper) => paper.material)
		.filter((material) => uploaded.some((file) => file.material === material));
	return (
		<Card title={t('portal.owed.title', { count: owed.length })}>
			{view.law.tolerated.some((paper) => paper.suppliedOn === null) ? <p>{t('portal.owed.hint')}</p> : null}
			<ol className="papers">
				{owed.map((paper) => (
					<li key={paper.material}>
						<h3>{nameOf(view.item, paper.material)}</h3>
						{paper.due === null ? (
							<p>{t('portal.owed.missing')}</p>
						) : (
							<p>
								{t('portal.owed.due', { date: format.date(paper.due, true) })}{' '}
								{paper.due < today ? <Light light="RED" /> : null}
							</p>
						)}
						<FileList files={uploaded.filter((file) => file.material === paper.material)} />
						<FileInput
							label={nameOf(view.item, paper.material)}
							upload={(file, onProgress) =>
								uploadPaper(view.id, paper.material, file, onProgress).then((handed) =>
									setUploaded((before) => [...before, handed]),
								)
							}
						/>
					</li>
				))}
			</ol>
			{command.error ? <ProblemNotice error={command.error} /> : null}
			<div className="row">
				<Button
					look="primary"
					busy={command.isPending}
					disabled={ready.length === 0}
					onClick={() => command.mutate({ command: { type: 'SupplyOwed', materials: ready } })}
				>
					{ready.length === 0 ? t('portal.owed.first') : t('portal.owed.send', { count: ready.length })}
				</Button>
			</div>
		</Card>
	);
}
