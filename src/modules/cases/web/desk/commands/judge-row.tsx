import { Input, type InputRef, Radio } from 'antd';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isFormField } from '../../../../../law/index.ts';
import { wayOf } from '../../../field-code.ts';
import type { Wording } from '../../../judgement.schema.ts';
import { Answers } from '../../portal/answers.tsx';
import { fieldAt } from '../../portal/form-fields.ts';
import { FileLinks } from '../case/file-links.tsx';
import type { CaseView } from '../types.ts';
import { type Draft, isJudged, type JudgingRow, wordingsOf } from './judging.ts';

interface JudgeRowProps {
	view: CaseView;
	row: JudgingRow;
	draft: Draft;
	/** Whether the keys stand on this row. */
	current: boolean;
	onCurrent: () => void;
	change: (part: Partial<Draft>) => void;
	/** The words are complete: on to the next row. */
	done: () => void;
}

/** One paper or field: what was given, what the pre-check finds, the verdict, and the words of a fault. */
export function JudgeRow({ view, row, draft, current, onCurrent, change, done }: JudgeRowProps) {
	const { t } = useTranslation('desk');
	const line = useRef<HTMLLIElement>(null);
	const fault = useRef<InputRef>(null);
	const isFaulty = draft.verdict === 'faulty';
	useEffect(() => {
		if (!current || line.current?.contains(document.activeElement)) return;
		line.current?.focus({ preventScroll: true });
		line.current?.scrollIntoView({ block: 'nearest' });
	}, [current]);
	useEffect(() => {
		if (current && isFaulty) fault.current?.focus();
	}, [current, isFaulty]);
	const state = [
		isJudged(draft) ? 'is-judged' : '',
		isFaulty ? 'is-faulty' : '',
		current ? 'is-current' : '',
	];
	return (
		<li
			ref={line}
			tabIndex={-1}
			className={state.filter(Boolean).join(' ') || undefined}
			aria-current={current ? 'true' : undefined}
			onFocus={onCurrent}
		>
			<div className="desk-judge-head">
				<strong className="desk-judge-name">{row.name}</strong>
				<Given view={view} code={row.code} />
				{row.finding ? (
					<p className="desk-judge-finding">{t('supplement.finding', { text: row.finding.fault })}</p>
				) : null}
				<Radio.Group
					aria-label={t('supplement.verdict', { name: row.name })}
					value={draft.verdict}
					onChange={(event) => change({ verdict: event.target.value })}
					options={[
						{ value: 'right', label: t('supplement.right') },
						{ value: 'faulty', label: t('supplement.faulty') },
					]}
				/>
			</div>
			{isFaulty ? <Words row={row} draft={draft} faultRef={fault} change={change} done={done} /> : null}
		</li>
	);
}

interface WordsProps extends Pick<JudgeRowProps, 'row' | 'draft' | 'change' | 'done'> {
	faultRef: RefObject<InputRef | null>;
}

/** What is wrong and what would be right; ready words first. Enter goes on, Esc leaves the words. */
function Words({ row, draft, faultRef, change, done }: WordsProps) {
	const { t } = useTranslation('desk');
	const remedy = useRef<InputRef>(null);
	const ready = wordingsOf(row);
	const on = (next: () => void) => (event: KeyboardEvent) => {
		if (event.key === 'Escape') (event.target as HTMLElement).closest('li')?.focus();
		if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
		event.preventDefault();
		next();
	};
	const take = ({ fault, remedy: words }: Wording) => {
		change({ fault, remedy: words });
		remedy.current?.focus();
	};
	return (
		<div className="desk-judge-words">
			<Input
				ref={faultRef}
				aria-label={t('supplement.faultOf', { name: row.name })}
				placeholder={t('supplement.fault')}
				value={draft.fault}
				onChange={(event) => change({ fault: event.target.value })}
				onKeyDown={on(() => remedy.current?.focus())}
			/>
			<Input
				ref={remedy}
				aria-label={t('supplement.remedyOf', { name: row.name })}
				placeholder={t('supplement.remedy')}
				value={draft.remedy}
				onChange={(event) => change({ remedy: event.target.value })}
				onKeyDown={on(() => isJudged(draft) && done())}
			/>
			{ready.length > 0 ? (
				<ul className="desk-wordings" aria-label={t('supplement.wordings')}>
					{ready.map((each) => (
						<li key={each.fault + each.remedy}>
							<button type="button" title={each.remedy} onClick={() => take(each)}>
								<span className="desk-wording-from">
									{t(each.ofCheck ? 'supplement.ofCheck' : 'supplement.ofBefore')}
								</span>
								{each.fault}
							</button>
						</li>
					))}
				</ul>
			) : null}
		</div>
	);
}

/** What the applicant gave for it. */
function Given({ view, code }: { view: CaseView; code: string }) {
	const { i18n, t } = useTranslation('desk');
	if (!isFormField(code)) {
		return (
			<span className="desk-given">
				<FileLinks
					files={view.files.filter(({ material }) => material === code)}
					inHand={view.law.materials.includes(code)}
				/>
			</span>
		);
	}
	const { field, value } = fieldAt(view.item.form.schema, view.form, wayOf(code));
	if (field === undefined || value === undefined || value === '') {
		return <span className="desk-given">{t('case.blank')}</span>;
	}
	const alone = { schema: { properties: { value: field } } };
	return <Answers form={alone} value={{ value }} language={i18n.language} />;
}
