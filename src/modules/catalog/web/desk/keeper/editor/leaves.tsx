import { type ChangeEvent, useId } from 'react';
import type { SourceFault } from '../../../../desk/desk.schema.ts';
import { elementAt, getAt, labelKey, type Way, wayText } from '../paths.ts';
import { isNullable, type Schema } from '../schema.ts';
import { useWords } from '../words.ts';
import { useEditing } from './editing.ts';
import { Faults, Frame } from './frame.tsx';

export interface NodeProps {
	schema: Schema;
	way: Way;
	onRemove?: (() => void) | undefined;
}

const LANGUAGES = ['zh-CN', 'en'] as const;

interface TextPairProps {
	value: unknown;
	disabled: boolean;
	/** Ids of the two controls: this, and this with `.zh-CN` or `.en`. */
	id: string;
	/** What is written, for whoever hears one of the two fields alone. */
	name: string;
	describedBy?: string | undefined;
	/** What is wrong; faults that name a language stand below it. */
	faults?: readonly SourceFault[];
	onChange: (text: Record<string, string>) => void;
}

/** The same words in Chinese and English, side by side. */
export function TextPair({ value, disabled, id, name, describedBy, faults = [], onChange }: TextPairProps) {
	const { t } = useWords();
	const text = (value ?? {}) as Record<string, string>;
	return (
		<div className="keeper-text">
			{LANGUAGES.map((language) => {
				const own = faults.filter(({ path }) => path.endsWith(`.${language}`));
				const faultId = `${id}.${language}-faults`;
				const described = [describedBy, own.length > 0 ? faultId : ''].filter(Boolean).join(' ');
				return (
					<div key={language}>
						<label htmlFor={`${id}.${language}`} className="keeper-language">
							<span className="visually-hidden">{name} </span>
							{t(`languages.${language}`)}
						</label>
						<textarea
							id={`${id}.${language}`}
							lang={language}
							rows={1}
							value={text[language] ?? ''}
							disabled={disabled}
							aria-describedby={described || undefined}
							aria-invalid={own.length > 0 || undefined}
							onChange={({ target }) =>
								onChange({ 'zh-CN': text['zh-CN'] ?? '', en: text.en ?? '', [language]: target.value })
							}
						/>
						<Faults faults={own} id={faultId} />
					</div>
				);
			})}
		</div>
	);
}

export function TextNode({ way, onRemove }: NodeProps) {
	const { source, set, faultsWithin } = useEditing();
	const { label } = useWords();
	return (
		<Frame way={way} onRemove={onRemove} wide group>
			{({ id, disabled, ...aria }) => (
				<TextPair
					id={id}
					name={label(labelKey(way))}
					value={getAt(source, way)}
					disabled={disabled}
					describedBy={aria['aria-describedby']}
					faults={faultsWithin(wayText(way))}
					onChange={(text) => set(way, text)}
				/>
			)}
		</Frame>
	);
}

export function LineNode({ schema, way, onRemove }: NodeProps) {
	const { source, set } = useEditing();
	const nothing = isNullable(schema) ? null : '';
	return (
		<Frame way={way} onRemove={onRemove}>
			{(control) => (
				<input
					{...control}
					value={String(getAt(source, way) ?? '')}
					onChange={({ target }) => set(way, target.value === '' ? nothing : target.value)}
				/>
			)}
		</Frame>
	);
}

export function DateNode({ way, onRemove }: NodeProps) {
	const { source, set } = useEditing();
	return (
		<Frame way={way} onRemove={onRemove}>
			{(control) => (
				<input
					{...control}
					type="date"
					value={String(getAt(source, way) ?? '')}
					onChange={({ target }) => set(way, target.value)}
				/>
			)}
		</Frame>
	);
}

/** A number; where none is right, too, an empty field says so. */
export function NumberNode({ schema, way, onRemove }: NodeProps) {
	const { source, set } = useEditing();
	const nothing = isNullable(schema) ? null : '';
	const change = ({ target }: ChangeEvent<HTMLInputElement>) =>
		set(way, target.value === '' ? nothing : Number(target.value));
	return (
		<Frame way={way} onRemove={onRemove}>
			{(control) => (
				<input
					{...control}
					type="number"
					step={schema.type === 'number' ? 'any' : 1}
					min={schema.minimum}
					max={schema.maximum}
					value={String(getAt(source, way) ?? '')}
					onChange={change}
				/>
			)}
		</Frame>
	);
}

export function ChoiceNode({ schema, way, onRemove }: NodeProps) {
	const { source, set } = useEditing();
	const { option, t } = useWords();
	const value = getAt(source, way);
	const known = schema.enum ?? [];
	const stray = value !== undefined && !known.includes(value as string);
	return (
		<Frame way={way} onRemove={onRemove}>
			{(control) => (
				<select {...control} value={String(value ?? '')} onChange={({ target }) => set(way, target.value)}>
					{stray || value === undefined ? (
						<option value={String(value ?? '')}>{String(value ?? t('choose'))}</option>
					) : null}
					{known.map((each) => (
						<option key={each} value={each}>
							{option(labelKey(way), each)}
						</option>
					))}
				</select>
			)}
		</Frame>
	);
}

export function YesNoNode({ way, onRemove }: NodeProps) {
	const { source, set, faultsWithin, disabled } = useEditing();
	const { label, hint } = useWords();
	const id = elementAt(wayText(way));
	const key = labelKey(way);
	const isFaulty = faultsWithin(wayText(way)).length > 0;
	if (isFaulty || onRemove) {
		return (
			<Frame way={way} onRemove={onRemove}>
				{(control) => (
					<Tick {...control} checked={getAt(source, way) === true} onChange={(on) => set(way, on)} />
				)}
			</Frame>
		);
	}
	return (
		<div className="field keeper-field keeper-tick">
			<label className="choice" htmlFor={id}>
				<Tick
					id={id}
					disabled={disabled}
					aria-describedby={hint(key) ? `${id}-hint` : undefined}
					checked={getAt(source, way) === true}
					onChange={(on) => set(way, on)}
				/>
				<span>{label(key)}</span>
			</label>
			{hint(key) ? (
				<p className="hint" id={`${id}-hint`}>
					{hint(key)}
				</p>
			) : null}
		</div>
	);
}

interface TickProps {
	id: string;
	disabled: boolean;
	checked: boolean;
	onChange: (on: boolean) => void;
	'aria-describedby'?: string | undefined;
	'aria-invalid'?: boolean | undefined;
}

const Tick = ({ onChange, ...rest }: TickProps) => (
	<input type="checkbox" {...rest} onChange={({ target }) => onChange(target.checked)} />
);

/** Several of a few: boxes to tick. */
export function ChoicesNode({ schema, way, onRemove }: NodeProps) {
	const { source, set, faultsWithin } = useEditing();
	const { option } = useWords();
	const known = schema.items?.enum ?? [];
	const chosen = (getAt(source, way) ?? []) as (string | number)[];
	const inside = faultsWithin(wayText(way)).filter(({ path }) => path !== wayText(way));
	return (
		<Frame way={way} onRemove={onRemove} wide group>
			{({ id, disabled }) => (
				<div className="keeper-choices">
					{known.map((each) => (
						<label key={each} className="choice">
							<input
								type="checkbox"
								id={`${id}-${each}`}
								disabled={disabled}
								checked={chosen.includes(each)}
								onChange={({ target }) =>
									set(
										way,
										known.filter((one) => (one === each ? target.checked : chosen.includes(one))),
									)
								}
							/>
							<span>{option(labelKey(way), each)}</span>
						</label>
					))}
					<Faults faults={inside} />
				</div>
			)}
		</Frame>
	);
}

/** A list of words, one a line. */
export function WordsNode({ way, onRemove }: NodeProps) {
	const { source, set } = useEditing();
	const hint = useId();
	const { t } = useWords();
	return (
		<Frame way={way} onRemove={onRemove}>
			{(control) => (
				<>
					<textarea
						{...control}
						rows={4}
						aria-describedby={[control['aria-describedby'], hint].filter(Boolean).join(' ')}
						value={((getAt(source, way) ?? []) as string[]).join('\n')}
						onChange={({ target }) => set(way, target.value === '' ? [] : target.value.split('\n'))}
					/>
					<p className="hint" id={hint}>
						{t('onePerLine')}
					</p>
				</>
			)}
		</Frame>
	);
}
