import { useTranslation } from 'react-i18next';
import { Notice } from '../../../../../web/ui/notice.tsx';
import { Signposts } from '../../../../../web/ui/signposts.tsx';
import type { Precheck } from '../../../cases.schema.ts';
import { faultPlace } from './fault-place.ts';

interface FaultListProps {
	faults: Precheck['faults'];
	onGo: (step: 'form' | 'papers', place: string) => void;
}

/** All that is missing or doubtful, named once and together, each leading to its place. */
export function FaultList({ faults, onGo }: FaultListProps) {
	const { t } = useTranslation('web');
	const errors = faults.filter((fault) => fault.severity === 'error').length;
	const title = errors > 0 ? t('portal.check.faults', { count: errors }) : t('portal.check.ok');
	return (
		<div role="status">
			<Notice tone={errors > 0 ? 'warning' : 'success'} title={title}>
				<p>{t(errors > 0 ? 'portal.check.faultsHint' : 'portal.check.okHint')}</p>
				<ol className="fault-list">
					{faults.map((fault) => {
						const { step, place } = faultPlace(fault.path);
						return (
							<li key={fault.path + fault.code}>
								<a
									href={`?step=${step}#${place}`}
									onClick={(event) => {
										event.preventDefault();
										onGo(step, place);
									}}
								>
									{fault.text}
								</a>
								{fault.severity === 'warning' ? (
									<span className="tag grey">{t('portal.check.warning')}</span>
								) : null}
								<Signposts signposts={fault.signposts} />
							</li>
						);
					})}
				</ol>
			</Notice>
		</div>
	);
}
