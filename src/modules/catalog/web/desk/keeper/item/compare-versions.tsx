import { Skeleton } from 'antd';
import { useId, useState } from 'react';
import { ProblemNotice } from '../../../../../../web/ui/problem-notice.tsx';
import type { VersionLine } from '../../../../desk/desk.schema.ts';
import { Comparison } from '../compare/comparison.tsx';
import { useDifferences, useVersion } from '../data.ts';
import { useWords } from '../words.ts';

/** Any two versions side by side; to begin with the newest and the one before it. */
export function CompareVersions({ code, versions }: { code: string; versions: readonly VersionLine[] }) {
	const { t } = useWords();
	const [from, setFrom] = useState(versions[1]?.version ?? 1);
	const [to, setTo] = useState(versions[0]?.version ?? 1);
	const differences = useDifferences(code, from, String(to));
	const later = useVersion(code, to);
	return (
		<section className="desk-panel" aria-labelledby="keeper-compare" aria-busy={differences.isPending}>
			<div className="keeper-compare-choice">
				<h2 id="keeper-compare">{t('compare.title')}</h2>
				<VersionSelect label={t('compare.from')} value={from} onChange={setFrom} versions={versions} />
				<VersionSelect label={t('compare.to')} value={to} onChange={setTo} versions={versions} />
			</div>
			{differences.error ? <ProblemNotice error={differences.error} /> : null}
			{differences.isPending ? <Skeleton active title={false} paragraph={{ rows: 4 }} /> : null}
			{differences.data ? (
				<Comparison
					differences={differences.data.differences}
					source={later.data?.source}
					before={t('version', { version: from })}
					after={t('version', { version: to })}
				/>
			) : null}
		</section>
	);
}

interface VersionSelectProps {
	label: string;
	value: number;
	onChange: (version: number) => void;
	versions: readonly VersionLine[];
}

function VersionSelect({ label, value, onChange, versions }: VersionSelectProps) {
	const { t } = useWords();
	const id = useId();
	return (
		<div className="keeper-select">
			<label htmlFor={id}>{label}</label>
			<select id={id} value={value} onChange={({ target }) => onChange(Number(target.value))}>
				{versions.map(({ version, effectiveFrom }) => (
					<option key={version} value={version}>
						{t('versionFrom', { version, date: effectiveFrom })}
					</option>
				))}
			</select>
		</div>
	);
}
