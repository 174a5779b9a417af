import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { OwedPapers } from '../../portal/case/owed-papers.tsx';
import { SupplementTask } from '../../portal/case/supplement-task.tsx';
import type { CommandFormProps } from './command-form.tsx';

/** What an applicant brings to the window, taken in with the portal's own parts: the same papers, the same rules. */
export function OnBehalf({ view, type, cancel }: CommandFormProps) {
	const { t } = useTranslation('desk');
	const begun = useRef(view.law.version);
	useEffect(() => {
		if (view.law.version !== begun.current) cancel();
	}, [view.law.version, cancel]);
	return (
		<div className="desk-on-behalf">
			{type === 'Supplement' ? <SupplementTask view={view} /> : <OwedPapers view={view} />}
			<Button onClick={cancel}>{t('form.cancel')}</Button>
		</div>
	);
}
