import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../../../web/ui/notice.tsx';
import type { JsonSchema } from '../../../../catalog/web/index.ts';
import type { Precheck } from '../../../cases.schema.ts';
import { titlesAt } from '../form-fields.ts';
import { faultPlace, type Place } from './fault-place.ts';
import './apply.css';

type Fault = Precheck['faults'][number];

interface FaultListProps {
	faults: Fault[];
	/** The form's schema, for the names of its fields; without it only the faults are told. */
	schema?: JsonSchema;
	onGo: (step: Place['step'], place: string) => void;
}

function Lines({ faults, schema, onGo }: FaultListProps) {
	const { t, i18n } = useTranslation('web');
	return (
		<ol className="fault-list">
			{faults.map((fault) => {
				const field = schema ? titlesAt(schema, fault.path, i18n.language).join(' › ') : '';
				const words = field ? t('portal.check.at', { field, fault: fault.text }) : fault.text;
				return (
					<li key={fault.path + fault.code}>
						<FaultLink fault={fault} words={words} onGo={onGo} />
						<MoreWays fault={fault} />
					</li>
				);
			})}
		</ol>
	);
}

/** The line itself leads to where the fault is mended. */
function FaultLink({ fault, words, onGo }: { fault: Fault; words: string; onGo: FaultListProps['onGo'] }) {
	const to = faultPlace(fault.path, fault.code);
	if (!to) return <strong>{words}</strong>;
	return (
		<a
			href={`?step=${to.step}#${to.place}`}
			onClick={(event) => {
				event.preventDefault();
				onGo(to.step, to.place);
			}}
		>
			{words}
		</a>
	);
}

/** Signposts that say more than the line: words, or the way to another page. */
function MoreWays({ fault }: { fault: Fault }) {
	return fault.signposts
		.filter(({ action }) => action !== 'CORRECT')
		.map(({ text, href, contact }) => (
			<p key={text} className="hint">
				{href ? <Link to={href}>{text}</Link> : text}{' '}
				{contact ? <a href={`tel:${contact}`}>{contact}</a> : null}
			</p>
		));
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
