import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { checkFeel } from '../../../../situations/feel.ts';
import type { Question } from '../../../../situations/situations.schema.ts';
import { conditionText } from '../../../../situations/words.ts';
import { getAt, labelKey } from '../paths.ts';
import { useWords } from '../words.ts';
import { useEditing } from './editing.ts';
import { Frame } from './frame.tsx';
import type { NodeProps } from './leaves.tsx';

/** A condition inside the item. */
export function ConditionNode({ way, onRemove }: NodeProps) {
	const { source, set } = useEditing();
	const { label } = useWords();
	return (
		<Frame way={way} onRemove={onRemove} wide>
			{(control) => (
				<Condition
					{...control}
					name={label(labelKey(way))}
					value={String(getAt(source, way) ?? '')}
					questions={questionsBefore(source.questions ?? [], way)}
					onChange={(expression) => set(way, expression)}
				/>
			)}
		</Frame>
	);
}

/** A question can depend on those before it only. */
function questionsBefore(questions: readonly Question[], way: NodeProps['way']): readonly Question[] {
	return way[0] === 'questions' ? questions.slice(0, Number(way[1])) : questions;
}

interface ConditionProps {
	id: string;
	name: string;
	value: string;
	disabled: boolean;
	questions: readonly Question[];
	onChange: (expression: string) => void;
	'aria-describedby'?: string | undefined;
	'aria-invalid'?: boolean | undefined;
}

/** A condition in FEEL, read back in words, with what can be asked for beside it. */
export function Condition({ id, name, value, questions, onChange, disabled, ...aria }: ConditionProps) {
	const { t, text } = useWords();
	const words = useId();
	const field = useRef<HTMLTextAreaElement>(null);
	const { i18n } = useTranslation();
	const found = value.trim() === '' ? [] : checkFeel(value, questions);
	const isSound = value.trim() !== '' && found.length === 0;
	// The server tells the same, but only once the rest of the item can be read.
	const own = aria['aria-invalid'] ? [] : found;
	const insert = (part: string) => {
		const cut = value.trim();
		onChange(cut === '' ? part : `${cut} and ${part}`);
		field.current?.focus();
	};
	return (
		<div className="keeper-condition">
			<textarea
				ref={field}
				id={id}
				rows={1}
				spellCheck={false}
				className="keeper-code"
				value={value}
				disabled={disabled}
				aria-invalid={aria['aria-invalid'] ?? (own.length > 0 || undefined)}
				aria-describedby={[aria['aria-describedby'], words].filter(Boolean).join(' ')}
				onChange={({ target }) => onChange(target.value.replaceAll('\n', ' '))}
			/>
			<div id={words}>
				{own.map(({ code, params }) => (
					<p key={code + JSON.stringify(params)} className="fault">
						{i18n.t(`catalog:definitions.${code}.problem`, params)}
						<span className="keeper-remedy">{i18n.t(`catalog:definitions.${code}.remedy`, params)}</span>
					</p>
				))}
				<p className="keeper-read">
					{isSound
						? t('condition.means', { words: text(conditionText(value, questions)) })
						: t('condition.hint')}
				</p>
			</div>
			{disabled ? null : <Offered name={name} questions={questions} insert={insert} />}
		</div>
	);
}

interface OfferedProps {
	name: string;
	questions: readonly Question[];
	insert: (part: string) => void;
}

/** Every answer that a condition can look at, as a button that writes it. */
function Offered({ name, questions, insert }: OfferedProps) {
	const { t, text } = useWords();
	if (questions.length === 0) return <p className="hint">{t('condition.noQuestions')}</p>;
	return (
		<details className="keeper-offered">
			<summary>
				{t('condition.offered')} <span className="visually-hidden">{name}</span>
			</summary>
			<dl>
				{questions.map((question) => (
					<div key={question.code}>
						<dt>
							{text(question.question) || question.code} <code>{question.code}</code>
						</dt>
						<dd>
							{partsOf(question, t('yes'), t('no')).map(({ part, title }) => (
								<button key={part} type="button" onClick={() => insert(part)}>
									{typeof title === 'string' ? title : text(title) || part}
								</button>
							))}
						</dd>
					</div>
				))}
			</dl>
		</details>
	);
}

function partsOf({ code, kind, options = [], minimum, unit }: Question, yes: string, no: string) {
	if (kind === 'YES_NO') {
		return [
			{ part: `${code} = true`, title: yes },
			{ part: `${code} = false`, title: no },
		];
	}
	if (kind === 'NUMBER') {
		return ['>', '<='].map((sign) => ({
			part: `${code} ${sign} ${minimum ?? 0}`,
			title: `${sign} ${minimum ?? 0}`,
		}));
	}
	return options.map(({ value, title }) => ({
		part: kind === 'CHOICE' ? `${code} = "${value}"` : `list contains(${code}, "${value}")`,
		title: unit ? value : title,
	}));
}
