import { ProblemNotice } from '../../../../../../web/ui/problem-notice.tsx';
import type { ItemFile } from '../../../../catalog.schema.ts';
import type { SourceFault } from '../../../../desk/desk.schema.ts';
import { useRowName } from '../compare/row-name.ts';
import { sectionOf } from '../editor/sections.ts';
import { useWords } from '../words.ts';

interface FaultListProps {
	source: ItemFile | null;
	faults: readonly SourceFault[];
	jump: (path: string) => void;
	/** Whether the first check has come back. */
	checked: boolean;
	error: unknown;
}

/** Everything that is wrong in the whole item, each with the way to its place. */
export function FaultList({ source, faults, jump, checked, error }: FaultListProps) {
	const { t } = useWords();
	const nameOf = useRowName(source);
	return (
		<aside className="keeper-problems" aria-label={t('faults.title')}>
			<h2 aria-live="polite">
				{faults.length > 0
					? t('faults.count', { count: faults.length })
					: t(checked ? 'faults.none' : 'faults.checking')}
			</h2>
			{error ? <ProblemNotice error={error} /> : null}
			<ol>
				{faults.map(({ path, code, problem, remedy, line }) => (
					<li key={`${path} ${code} ${line} ${problem}`}>
						<button type="button" onClick={() => jump(path)}>
							<span className="keeper-soft">{nameOf(path) || t(`sections.${sectionOf(path)}`)}</span>
							<span className="keeper-problem">{problem}</span>
							<span className="keeper-remedy">{remedy}</span>
						</button>
					</li>
				))}
			</ol>
		</aside>
	);
}
