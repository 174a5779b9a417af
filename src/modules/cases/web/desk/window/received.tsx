import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../../../web/ui/notice.tsx';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import { CaseWorkspace } from '../case/case-workspace.tsx';
import { useCase } from '../data.ts';

/** After receipt: the receipt for the person, and the acceptance with its five outcomes in the same place. */
export function Received({ id, another }: { id: string; another: () => void }) {
	const { t } = useTranslation('desk');
	const one = useCase(id);
	if (one.error && !one.data) return <ProblemNotice error={one.error} />;
	if (!one.data) return <Skeleton active paragraph={{ rows: 8 }} />;
	const receipt = one.data.documents.find(({ notice }) => notice === 'RECEIPT');
	return (
		<>
			<Notice tone="success" title={t('window.received')}>
				<p>{t('window.receivedText', { number: one.data.number })}</p>
				<div className="desk-form-buttons">
					{receipt ? (
						<Button type="primary" href={receipt.href} target="_blank" rel="noreferrer">
							{t('window.receipt')}
						</Button>
					) : null}
					<Button onClick={another}>{t('window.another')}</Button>
				</div>
			</Notice>
			<CaseWorkspace view={one.data} />
		</>
	);
}
