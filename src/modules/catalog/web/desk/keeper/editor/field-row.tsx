import { useState } from 'react';
import type { SourceFault } from '../../../../desk/desk.schema.ts';
import { elementAt, getAt, isWithin } from '../paths.ts';
import { useWords } from '../words.ts';
import { Condition } from './condition.tsx';
import { useEditing } from './editing.ts';
import { FieldLimits } from './field-limits.tsx';
import { FieldOptions } from './field-options.tsx';
import {
	FIELD_KINDS,
	type FieldKind,
	type FieldRow,
	isMadeUp,
	kindOf,
	nameFrom,
	ofKind,
} from './form-rows.ts';
import { Faults } from './frame.tsx';
import { TextPair } from './leaves.tsx';
import { Tools } from './tools.tsx';

export interface FieldRowProps {
	row: FieldRow;
	isFree: (name: string) => boolean;
	onChange: (row: FieldRow) => void;
	onMove: (by: number) => void;
	onRemove: () => void;
	isFirst: boolean;
	isLast: boolean;
}

const LANGUAGE_OF_TITLE = /^\.title\.(zh-CN|en)$/;

/** One field of the form: its words, kind and need in a line, the rest on demand. */
export function FieldRowEditor({ row, isFree, onChange, onMove, onRemove, isFirst, isLast }: FieldRowProps) {
	const { faults, disabled } = useEditing();
	const { t, text } = useWords();
	const way = `form.schema.properties.${row.name}`;
	const own = faults.filter(({ path }) =>
		[way, `form.when.${row.name}`, `form.ui.${row.name}`].some((each) => isWithin(path, each)),
	);
	const id = elementAt(way);
	const isOfTitle = ({ path }: SourceFault) => LANGUAGE_OF_TITLE.test(path.slice(way.length));
	const title = (getAt(row.schema, ['title']) ?? {}) as { 'zh-CN': string; en: string };
	const name = text(title) || row.name;
	const set = (key: string, value: unknown) => {
		const { [key]: _old, ...others } = row.schema;
		onChange({ ...row, schema: value === undefined ? others : { ...row.schema, [key]: value } });
	};
	return (
		<li className={own.length > 0 ? 'keeper-entry is-faulty' : 'keeper-entry'} id={id} tabIndex={-1}>
			<div className="keeper-entry-body">
				<TextPair
					id={`${id}.title`}
					name={t('form.title')}
					value={title}
					disabled={disabled}
					faults={own.filter(isOfTitle)}
					onChange={(words) => set('title', words)}
				/>
				<div className="keeper-row">
					<FieldName row={row} isFree={isFree} english={title.en ?? ''} onChange={onChange} />
					<KindSelect row={row} onChange={onChange} />
					<label className="choice">
						<input
							type="checkbox"
							checked={row.required}
							disabled={disabled}
							onChange={({ target }) => onChange({ ...row, required: target.checked })}
						/>
						<span>{t('form.required')}</span>
					</label>
				</div>
				<FieldOptions row={row} onChange={onChange} id={id} />
				<More row={row} id={id} name={name} set={set} onChange={onChange} />
				<Faults faults={own.filter((fault) => !isOfTitle(fault))} />
			</div>
			{disabled ? null : (
				<Tools name={name} move={onMove} remove={onRemove} isFirst={isFirst} isLast={isLast} />
			)}
		</li>
	);
}

/** The name in the data. It is taken over when it is whole and free. */
function FieldName({
	row,
	isFree,
	english,
	onChange,
}: Pick<FieldRowProps, 'row' | 'isFree' | 'onChange'> & { english: string }) {
	const { disabled } = useEditing();
	const { t } = useWords();
	const [written, setWritten] = useState(row.name);
	const isRight = (name: string) => name === row.name || (/^[a-z][a-zA-Z0-9]*$/.test(name) && isFree(name));
	const take = (name: string) => {
		if (name !== row.name && isRight(name)) onChange({ ...row, name });
	};
	const offered = nameFrom(english);
	return (
		<label className="keeper-cell">
			<span className="keeper-language">{t('form.name')}</span>
			<input
				className="keeper-code"
				value={written}
				disabled={disabled}
				aria-invalid={isRight(written) ? undefined : true}
				onChange={({ target }) => setWritten(target.value.trim())}
				onBlur={() => take(written)}
				onKeyDown={({ key }) => key === 'Enter' && take(written)}
			/>
			{isRight(written) ? null : <span className="fault">{t('form.nameTaken')}</span>}
			{offered && isMadeUp(row.name) && isFree(offered) && !disabled ? (
				<button type="button" className="desk-link" onClick={() => take(offered)}>
					{t('takeName', { name: offered })}
				</button>
			) : null}
		</label>
	);
}

function KindSelect({ row, onChange }: Pick<FieldRowProps, 'row' | 'onChange'>) {
	const { disabled } = useEditing();
	const { t } = useWords();
	const kind = kindOf(row);
	const kinds: readonly FieldKind[] = kind === 'OTHER' ? [...FIELD_KINDS, 'OTHER'] : FIELD_KINDS;
	return (
		<label className="keeper-cell">
			<span className="keeper-language">{t('form.kind')}</span>
			<select
				value={kind}
				disabled={disabled || kind === 'OTHER'}
				onChange={({ target }) => onChange(ofKind(row, target.value as (typeof FIELD_KINDS)[number]))}
			>
				{kinds.map((each) => (
					<option key={each} value={each}>
						{t(`form.kinds.${each}`)}
					</option>
				))}
			</select>
		</label>
	);
}

interface MoreProps extends Pick<FieldRowProps, 'row' | 'onChange'> {
	id: string;
	name: string;
	set: (key: string, value: unknown) => void;
}

/** What most fields do without: an explanation, limits, a condition. */
function More({ row, id, name, set, onChange }: MoreProps) {
	const { source, disabled } = useEditing();
	const { t } = useWords();
	const description = row.schema.description as { 'zh-CN': string; en: string } | undefined;
	const isUsed = description !== undefined || row.when !== undefined;
	return (
		<details className="keeper-more" open={isUsed || undefined}>
			<summary>
				{t('form.more')} <span className="visually-hidden">{name}</span>
			</summary>
			<span className="label">{t('form.description')}</span>
			<TextPair
				id={`${id}.description`}
				name={t('form.description')}
				value={description}
				disabled={disabled}
				onChange={(words) => set('description', words['zh-CN'] || words.en ? words : undefined)}
			/>
			<FieldLimits schema={row.schema} set={set} kind={kindOf(row)} />
			<label className="label" htmlFor={elementAt(`form.when.${row.name}`)}>
				{t('form.when')}
			</label>
			<Condition
				id={elementAt(`form.when.${row.name}`)}
				name={t('form.when')}
				value={row.when ?? ''}
				disabled={disabled}
				questions={source.questions ?? []}
				onChange={(when) => onChange({ ...row, when: when === '' ? undefined : when })}
			/>
		</details>
	);
}
