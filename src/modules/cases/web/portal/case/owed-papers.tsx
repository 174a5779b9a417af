import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../../web/api/client.ts';
import { useSession } from '../../../../../web/api/session.ts';
import { useFormat } from '../../../../../web/format.ts';
import { Button } from '../../../../../web/ui/button.tsx';
import { Card } from '../../../../../web/ui/card.tsx';
import { FileInput } from '../../../../../web/ui/file-input.tsx';
import { Light } from '../../../../../web/ui/light.tsx';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import type { CaseView } from '../../../cases.schema.ts';
import { caseQuery } from '../cases-queries.ts';
import { nameOf } from './supplement-names.ts';
import { useCommand } from './use-command.ts';

/** Papers that may follow (容缺后补): which, until when, and their place to hand in. */
export function OwedPapers({ view }: { view: CaseView }) {
	const { t } = useTranslation('web');
	const format = useFormat();
	const client = useQueryClient();
	const today = useSession()?.today ?? '';
	const command = useCommand(view);
	const [uploaded, setUploaded] = useState<string[]>([]);
	const owed = view.law.tolerated.filter((paper) => paper.suppliedOn === null);
	const open = view.actions.some((action) => action.command === 'SupplyOwed' && action.allowed);
	if (owed.length === 0 || !open) return null;
	const ready = owed.map((paper) => paper.material).filter((material) => uploaded.includes(material));
	return (
		<Card title={t('portal.owed.title', { count: owed.length })}>
			<p>{t('portal.owed.hint')}</p>
			<ol className="papers">
				{owed.map((paper) => (
					<li key={paper.material}>
						<h3>{nameOf(view.item, paper.material)}</h3>
						<p>
							{t('portal.owed.due', { date: format.date(paper.due, true) })}{' '}
							{paper.due < today ? <Light light="RED" /> : null}
						</p>
						{uploaded.includes(paper.material) ? <p>{t('portal.owed.uploaded')}</p> : null}
						<FileInput
							label={nameOf(view.item, paper.material)}
							upload={async (file, onProgress) => {
								await api.upload(
									`/api/cases/${view.id}/files`,
									{ material: paper.material },
									file,
									onProgress,
								);
								setUploaded((before) => [...before, paper.material]);
								await client.invalidateQueries({ queryKey: caseQuery(view.id).queryKey });
							}}
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
