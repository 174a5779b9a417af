import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { ProblemNotice } from '../../../../../../web/ui/problem-notice.tsx';
import { useRowName } from '../compare/row-name.ts';
import { type Imported, useImport } from '../data.ts';
import { useIsKeeper } from '../who.ts';
import { useWords } from '../words.ts';

/** The catalogue as files, in and out, and the words that found nothing. */
export function Exchange() {
	const { t } = useWords();
	const id = useId();
	const take = useImport();
	const isKeeper = useIsKeeper();
	return (
		<>
			<ul className="keeper-exchange">
				<li>
					<Link to="/desk/catalog/misses">{t('exchange.misses')}</Link>
				</li>
				<li>
					<a href="/api/catalog/export.xlsx" download>
						{t('exchange.xlsx')}
					</a>
				</li>
				<li>
					<a href="/api/catalog/export.zip" download>
						{t('exchange.zip')}
					</a>
				</li>
				{isKeeper ? (
					<li className="keeper-import">
						<input
							id={id}
							type="file"
							className="visually-hidden"
							accept=".xlsx,.yaml,.yml,.zip"
							disabled={take.isPending}
							onChange={({ target }) => {
								const file = target.files?.[0];
								target.value = '';
								if (file) take.mutate(file);
							}}
						/>
						<label htmlFor={id} className="desk-link" aria-busy={take.isPending}>
							{t(take.isPending ? 'exchange.importing' : 'exchange.import')}
						</label>
					</li>
				) : null}
			</ul>
			{take.error || take.data ? (
				<div className="keeper-imported">
					{take.error ? <ProblemNotice error={take.error} /> : null}
					{take.data ? (
						<Outcome outcome={take.data} file={take.variables?.name ?? ''} close={take.reset} />
					) : null}
				</div>
			) : null}
		</>
	);
}

function Outcome({ outcome, file, close }: { outcome: Imported; file: string; close: () => void }) {
	const { t } = useWords();
	const nameOf = useRowName(undefined);
	const failed = 'faults' in outcome;
	return (
		<section className={failed ? 'notice danger' : 'notice success'} aria-live="polite">
			<p className="notice-title">
				{failed
					? t('exchange.faults', { count: outcome.faults.length, file })
					: t('exchange.done', { count: outcome.changes.length, unchanged: outcome.unchanged })}
			</p>
			{failed ? (
				<ol className="keeper-import-faults">
					{outcome.faults.map((fault) => (
						<li key={`${fault.file}:${fault.line}:${fault.column}:${fault.path}:${fault.code}`}>
							<span>
								{fault.file}{' '}
								{fault.line ? t('yaml.place', { line: fault.line, column: fault.column ?? 1 }) : ''}
							</span>
							<span>
								<strong>{nameOf(fault.path)}</strong> {fault.problem}
							</span>
							<span className="keeper-remedy">{fault.remedy}</span>
						</li>
					))}
				</ol>
			) : (
				<ul>
					{outcome.changes.map(({ id, code }) => (
						<li key={id}>
							<Link to={`/desk/catalog/changes/${id}`}>{code}</Link>
						</li>
					))}
				</ul>
			)}
			<button type="button" className="desk-link" onClick={close}>
				{t('exchange.close')}
			</button>
		</section>
	);
}
