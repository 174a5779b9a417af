import { useTranslation } from 'react-i18next';
import { Notice } from '../../../../../web/ui/notice.tsx';
import type { Precheck } from '../../../cases.schema.ts';
import { type Node, titlesAt } from '../form-fields.ts';
import { faultPlace } from './fault-place.ts';

type Fault = Precheck['faults'][number];

interface FaultListProps {
	faults: Fault[];
	/** The form's schema, for the names of its fields; without it only the faults are told. */
	schema?: Node;
	onGo: (step: 'form' | 'papers', place: string) => void;
}

function Lines({ faults, schema, onGo }: FaultListProps) {
	const { t, i18n } = useTranslation('web');
	return (
		<ol className="fault-list">
			{faults.map((fault) => {
				const { step, place } = faultPlace(fault.path);
				const field = schema ? titlesAt(schema, fault.path, i18n.language).join(' › ') : '';
				// The line leads to its field by itself; only what says more is worth reading.
				const more = fault.signposts.filter((signpost) => signpost.action !== 'CORRECT');
				return (
					<li key={fault.path + fault.code}>
						<a
							href={`?step=${step}#${place}`}
							onClick={(event) => {
								event.preventDefault();
								onGo(step, place);
							}}
						>
							{field ? t('portal.check.at', { field, fault: fault.text }) : fault.text}
						</a>
						{more.map((signpost) => (
							<p key={signpost.text} className="hint">
								{signpost.text}
							</p>
						))}
					</li>
				);
			})}
		</ol>
	);
}

/** All that is missing or doubtful, named once and together, each leading to its place. */
export function FaultList({ faults, ...rest }: FaultListProps) {
	const { t } = useTranslation('web');
	const errors = faults.filter((fault) => fault.severity === 'error');
	const remarks = faults.filter((fault) => fault.severity === 'warning');
	return (
		<div role="status" className="stack">
			{errors.length > 0 ? (
				<Notice tone="warning" title={t('portal.check.faults', { count: errors.length })}>
					<p>{t('portal.check.faultsHint')}</p>
					<Lines faults={errors} {...rest} />
				</Notice>
			) : (
				<Notice tone="success" title={t('portal.check.ok')}>
					<p>{t('portal.check.okHint')}</p>
				</Notice>
			)}
			{remarks.length > 0 ? (
				<Notice title={t('portal.check.remarks', { count: remarks.length })}>
					<Lines faults={remarks} {...rest} />
				</Notice>
			) : null}
		</div>
	);
}
