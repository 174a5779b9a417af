import { useRef } from 'react';
import type { SourceFault } from '../../../../desk/desk.schema.ts';
import { useWords } from '../words.ts';
import type { Draft } from './use-draft.ts';
import './yaml.css';

interface YamlTabProps {
	draft: Draft;
	faults: readonly SourceFault[];
	editable: boolean;
}

/** The item as its file has it, for those who would rather write that. */
export function YamlTab({ draft, faults, editable }: YamlTabProps) {
	const { t } = useWords();
	const area = useRef<HTMLTextAreaElement>(null);
	const { yaml } = draft.text;
	const lines = yaml.split('\n');
	const faulty = new Set(faults.map(({ line }) => line));
	const goTo = (line: number) => {
		const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
		area.current?.focus();
		area.current?.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
		const height = (area.current?.scrollHeight ?? 0) / lines.length;
		area.current?.parentElement?.parentElement?.scrollTo({ top: Math.max(0, (line - 5) * height) });
	};
	return (
		<div className="keeper-yaml">
			<p className="hint" id="keeper-yaml-hint">
				{t('yaml.hint')}
			</p>
			{faults.length > 0 ? (
				<ol className="keeper-yaml-faults">
					{faults.map(({ path, code, line, column, problem, remedy }) => (
						<li key={`${path} ${code} ${line} ${column} ${problem}`}>
							<button type="button" className="desk-link" disabled={!line} onClick={() => line && goTo(line)}>
								{line ? t('yaml.place', { line, column: column ?? 1 }) : t('yaml.noPlace')}
							</button>
							<span>
								{problem} <span className="keeper-remedy">{remedy}</span>
							</span>
						</li>
					))}
				</ol>
			) : null}
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard */}
			<section className="keeper-yaml-frame" tabIndex={0} aria-label={t('yaml.label')}>
				<div className="keeper-yaml-text">
					<div className="keeper-lines" aria-hidden="true">
						{lines.map((_, index) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: a line's number is what it is
							<span key={index} className={faulty.has(index + 1) ? 'is-faulty' : undefined}>
								{index + 1}
							</span>
						))}
					</div>
					<textarea
						ref={area}
						spellCheck={false}
						wrap="off"
						rows={lines.length}
						aria-label={t('yaml.label')}
						aria-describedby="keeper-yaml-hint"
						readOnly={!editable}
						value={yaml}
						onChange={({ target }) => draft.setYaml(target.value)}
					/>
				</div>
			</section>
		</div>
	);
}
