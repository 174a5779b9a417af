import { useId, useState } from 'react';
import type { Difference } from '../../../../desk/desk.schema.ts';
import type { Question } from '../../../../situations/situations.schema.ts';
import { SECTION_NAMES, SECTIONS, type Section, sectionOf } from '../editor/sections.ts';
import { getAt } from '../paths.ts';
import { useWords } from '../words.ts';
import { useMemberName, useRowName } from './row-name.ts';
import { isOrder, type Row, rowsOf } from './rows.ts';
import { Value } from './value.tsx';
import './compare.css';

interface ComparisonProps {
	differences: readonly Difference[];
	/** The later source, for showing what is the same, too. */
	source: unknown;
	before: string;
	after: string;
}

/** Two versions side by side, by sections; what differs is said in words, coloured beside. */
export function Comparison({ differences, source, before, after }: ComparisonProps) {
	const { t } = useWords();
	const id = useId();
	const [all, setAll] = useState(false);
	const rows = rowsOf(differences, all ? source : undefined).filter(({ path }) => path !== 'version');
	const kinds = (['ADDED', 'REMOVED', 'CHANGED'] as const).map(
		(kind) => [kind, rows.filter((row) => row.kind === kind).length] as const,
	);
	const sections = SECTION_NAMES.filter((section) => rows.some(({ path }) => sectionOf(path) === section));
	return (
		<div className="keeper-compare">
			<div className="keeper-compare-head">
				<p>
					{kinds.map(([kind, count]) => (
						<span key={kind} className={`keeper-kind is-${kind.toLowerCase()}`}>
							{t(`compare.count.${kind}`, { count })}
						</span>
					))}
				</p>
				<label htmlFor={id} className="choice">
					<input id={id} type="checkbox" checked={all} onChange={({ target }) => setAll(target.checked)} />
					<span>{t('compare.all')}</span>
				</label>
			</div>
			{rows.length === 0 ? <p className="desk-empty">{t('compare.same')}</p> : null}
			{sections.map((section) => (
				<SectionTable
					key={section}
					section={section}
					rows={rows.filter(({ path }) => sectionOf(path) === section)}
					before={before}
					after={after}
					source={source}
				/>
			))}
		</div>
	);
}

interface SectionTableProps {
	section: Section;
	rows: Row[];
	before: string;
	after: string;
	source: unknown;
}

function SectionTable({ section, rows, before, after, source }: SectionTableProps) {
	const { t, label } = useWords();
	const nameOf = useRowName(source);
	const memberName = useMemberName();
	/** What the table is mostly about, as lines begin. */
	const heading = label(SECTIONS[section][0]);
	/** An order is shown by the names of what stands in it. */
	const shown = (value: unknown, before: unknown, after: unknown) =>
		isOrder({ before, after }) && Array.isArray(value)
			? value.map((key: string) => memberName(undefined, key))
			: value;
	const questions = (getAt(source, ['questions']) ?? []) as Question[];
	return (
		<table className="desk-table is-plain keeper-compare-table">
			<caption>{t(`sections.${section}`)}</caption>
			<thead>
				<tr>
					<th scope="col">{t('compare.what')}</th>
					<th scope="col">{before}</th>
					<th scope="col">{after}</th>
				</tr>
			</thead>
			<tbody>
				{rows.map(({ path, kind, before: old, after: now }) => (
					<tr key={`${path} ${kind}`} className={`is-${kind.toLowerCase()}`}>
						<th scope="row">
							{kind === 'SAME' ? null : (
								<span className={`keeper-kind is-${kind.toLowerCase()}`}>{t(`compare.kinds.${kind}`)}</span>
							)}
							{within(nameOf(path, now ?? old), heading)}
							{isOrder({ before: old, after: now }) ? t('compare.order') : ''}
						</th>
						<td data-label={before}>
							{kind === 'ADDED' ? (
								t('none')
							) : (
								<Value value={shown(old, old, now)} path={path} questions={questions} />
							)}
						</td>
						<td data-label={after}>
							{kind === 'REMOVED' ? (
								t('none')
							) : (
								<Value value={shown(now, old, now)} path={path} questions={questions} />
							)}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** The heading of the table need not be said again in every line. */
const within = (name: string, heading: string): string =>
	name.startsWith(`${heading} › `) ? name.slice(heading.length + 3) : name;
