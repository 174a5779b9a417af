import { Input, Progress, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answers } from '../../portal/answers.tsx';
import { nameOf } from '../../portal/case/supplement-names.ts';
import { FileLinks } from '../case/file-links.tsx';
import { formFields } from '../form-fields.ts';
import type { CaseView } from '../types.ts';
import { type CommandFormProps, FormButtons } from './command-form.tsx';

/** What was found of one paper or field; `faulty` needs both sentences. */
interface Judgement {
	verdict?: 'right' | 'faulty';
	fault: string;
	remedy: string;
}

const FIELD = 'form.';
const UNJUDGED: Judgement = { fault: '', remedy: '' };

/** Everything that an application consists of: its papers, then its fields. */
function codesOf(view: CaseView): string[] {
	const asked = [...formFields(view).keys()].filter((name) => name in view.form || isRequired(view, name));
	const fields = asked.map((name) => FIELD + name);
	return [...view.item.materials.map(({ code }) => code), ...fields];
}

function isRequired(view: CaseView, name: string): boolean {
	const { required } = view.item.form.schema;
	return Array.isArray(required) && required.includes(name);
}

function isJudged({ verdict, fault, remedy }: Judgement): boolean {
	return verdict === 'right' || (verdict === 'faulty' && fault.trim() !== '' && remedy.trim() !== '');
}

/**
 * The one supplement notice (Art. 32 ¶1(4)): walks through every paper and field and closes only when each
 * has been judged, since nothing may be asked for a second time.
 */
export function SupplementForm({ view, type, busy, closed, send, cancel }: CommandFormProps) {
	const { t } = useTranslation('desk');
	const [judgements, setJudgements] = useState<Record<string, Judgement>>({});
	const codes = codesOf(view);
	const of = (code: string) => judgements[code] ?? UNJUDGED;
	const judged = codes.filter((code) => isJudged(of(code))).length;
	const items = codes
		.filter((code) => of(code).verdict === 'faulty')
		.map((code) => ({ code, fault: of(code).fault.trim(), remedy: of(code).remedy.trim() }));
	const complete = judged === codes.length;
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				if (complete && items.length > 0) send({ type: 'RequestSupplement', items });
			}}
		>
			<p className="desk-hint">{t('supplement.once')}</p>
			<Progress
				percent={codes.length === 0 ? 100 : Math.round((judged / codes.length) * 100)}
				format={() => `${judged} / ${codes.length}`}
				aria-label={t('supplement.progress')}
				size="small"
			/>
			<ol className="desk-judge">
				{codes.map((code) => (
					<JudgeRow
						key={code}
						view={view}
						code={code}
						judgement={of(code)}
						change={(part) =>
							setJudgements((all) => ({ ...all, [code]: { ...(all[code] ?? UNJUDGED), ...part } }))
						}
					/>
				))}
			</ol>
			<p className="desk-hint" role="status">
				{complete
					? t(items.length > 0 ? 'supplement.ready' : 'supplement.nothing', { count: items.length })
					: t('supplement.open', { count: codes.length - judged })}
			</p>
			<FormButtons
				type={type}
				grave={false}
				busy={busy}
				closed={closed || !complete || items.length === 0}
				cancel={cancel}
			/>
		</form>
	);
}

interface JudgeRowProps {
	view: CaseView;
	code: string;
	judgement: Judgement;
	change: (part: Partial<Judgement>) => void;
}

function JudgeRow({ view, code, judgement, change }: JudgeRowProps) {
	const { t } = useTranslation('desk');
	const name = nameOf(view.item, code);
	return (
		<li className={isJudged(judgement) ? 'is-judged' : undefined}>
			<div className="desk-judge-head">
				<strong className="desk-judge-name">{name}</strong>
				<Given view={view} code={code} />
				<Radio.Group
					aria-label={t('supplement.verdict', { name })}
					value={judgement.verdict}
					onChange={(event) => change({ verdict: event.target.value })}
					options={[
						{ value: 'right', label: t('supplement.right') },
						{ value: 'faulty', label: t('supplement.faulty') },
					]}
				/>
			</div>
			{judgement.verdict === 'faulty' ? (
				<div className="desk-judge-words">
					<Input
						aria-label={t('supplement.faultOf', { name })}
						placeholder={t('supplement.fault')}
						value={judgement.fault}
						onChange={(event) => change({ fault: event.target.value })}
					/>
					<Input
						aria-label={t('supplement.remedyOf', { name })}
						placeholder={t('supplement.remedy')}
						value={judgement.remedy}
						onChange={(event) => change({ remedy: event.target.value })}
					/>
				</div>
			) : null}
		</li>
	);
}

/** What the applicant gave for it. */
function Given({ view, code }: { view: CaseView; code: string }) {
	const { i18n, t } = useTranslation('desk');
	if (code.startsWith(FIELD)) {
		const name = code.slice(FIELD.length);
		const field = formFields(view).get(name);
		const value = view.form[name];
		if (field === undefined || value === undefined || value === '') {
			return <span className="desk-given">{t('case.blank')}</span>;
		}
		const alone = { schema: { properties: { [name]: field } } };
		return <Answers form={alone} value={view.form} language={i18n.language} />;
	}
	return (
		<span className="desk-given">
			<FileLinks
				files={view.files.filter(({ material }) => material === code)}
				inHand={view.law.materials.includes(code)}
			/>
		</span>
	);
}
