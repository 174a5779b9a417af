import { lazy, Suspense, useState } from 'react';
import { Notice } from '../../../../../../web/ui/notice.tsx';
import { ProblemNotice } from '../../../../../../web/ui/problem-notice.tsx';
import { Skeleton } from '../../../../../../web/ui/skeleton.tsx';
import type { ItemFile } from '../../../../catalog.schema.ts';
import type { Situation } from '../../../../situations/situation.ts';
import type { Answers } from '../../../../situations/situations.schema.ts';
import { MaterialList } from '../../../material-list.tsx';
import { Questions } from '../../../questions/questions.tsx';
import { usePreview } from '../data.ts';
import { useWords } from '../words.ts';
import '../../../catalog.css';
import './preview.css';

/** Fetched when first shown, because the form engine is large. */
const ItemForm = lazy(() => import('../../../item-form.tsx'));

/** What an applicant will see, on a telephone: the questions, and what the answers ask for. */
export function PreviewTab({ source }: { source: ItemFile | null }) {
	const { t, text } = useWords();
	const [answers, setAnswers] = useState<Answers>({});
	const preview = usePreview(source, answers);
	const situation = preview.data?.situation;
	return (
		<div className="keeper-preview">
			<div className="keeper-preview-side">
				<p>{t('preview.hint')}</p>
				{situation ? <Facts situation={situation} /> : null}
				<button
					type="button"
					className="button secondary"
					disabled={Object.keys(answers).length === 0}
					onClick={() => setAnswers({})}
				>
					{t('preview.again')}
				</button>
			</div>
			<section
				className="keeper-phone"
				aria-label={t('preview.label')}
				aria-busy={preview.isPending && source !== null}
			>
				{preview.error ? <ProblemNotice error={preview.error} /> : null}
				{source && preview.isPending ? <Skeleton lines={8} /> : null}
				{preview.data ? (
					<>
						<h2>{text(source?.name)}</h2>
						<p className="hint">{text(source?.summary)}</p>
					</>
				) : null}
				{situation ? (
					<>
						<Questions
							situation={situation}
							stale={preview.isPlaceholderData}
							answers={answers}
							onAnswers={setAnswers}
						/>
						<Needed situation={situation} />
					</>
				) : null}
				{source === null || situation === null ? <p className="keeper-none">{t('preview.unsound')}</p> : null}
			</section>
		</div>
	);
}

/** The figures of this situation, beside the telephone. */
function Facts({ situation }: { situation: Situation }) {
	const { t } = useWords();
	const facts: [string, string][] = [
		[
			t('preview.questions'),
			t('preview.answered', {
				open: situation.faults.length,
				count: situation.questions.length,
			}),
		],
		[t('preview.papers'), String(situation.item.materials.length)],
		[t('preview.promise'), t('preview.days', { count: situation.item.rules.promiseDays })],
	];
	return (
		<dl className="keeper-facts">
			{facts.map(([name, value]) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd>{value}</dd>
				</div>
			))}
		</dl>
	);
}

/** What is to be said, the papers and the form; while questions are open these are what is asked for so far. */
function Needed({ situation: { item, warnings, faults } }: { situation: Situation }) {
	const { t, text } = useWords();
	const [form, setForm] = useState<Record<string, unknown>>({});
	return (
		<>
			{warnings.map((warning) => (
				<Notice
					key={warning.text['zh-CN'] + warning.when}
					tone={warning.effect === 'STOP' ? 'danger' : 'warning'}
					title={t(`preview.${warning.effect}`)}
				>
					<p>{text(warning.text)}</p>
				</Notice>
			))}
			{faults.length > 0 ? (
				<p className="keeper-none">{t('preview.soFar', { count: faults.length })}</p>
			) : null}
			<h3>
				{t('preview.papers')} <span className="desk-count">{item.materials.length}</span>
			</h3>
			<MaterialList materials={item.materials} />
			<h3>{t('preview.form')}</h3>
			<Suspense fallback={<Skeleton lines={6} />}>
				<ItemForm item={item} value={form} onChange={setForm} />
			</Suspense>
		</>
	);
}
