import type { ItemFile } from '../../../../catalog.schema.ts';
import { elementAt } from '../paths.ts';
import { useWords } from '../words.ts';
import { useEditing } from './editing.ts';
import { FieldRowEditor } from './field-row.tsx';
import { type FieldRow, newRow, readRows, writeRows } from './form-rows.ts';
import { Faults } from './frame.tsx';
import { PartConditions } from './part-conditions.tsx';
import { renameField } from './rename.ts';

/** The application form: which shared groups it begins with, and its own fields as a table. */
export function FormEditor() {
	const { source, set, replace, disabled, faultsAt } = useEditing();
	const { t } = useWords();
	const form: ItemFile['form'] = source.form ?? { parts: [], schema: {} };
	const rows = readRows(form);
	const write = (next: FieldRow[]) => set(['form'], writeRows(form, next));
	const change = (index: number, row: FieldRow) => {
		const before = rows[index]?.name ?? '';
		const next = rows.map((each, at) => (at === index ? row : each));
		const changed = { ...source, form: writeRows(form, next) };
		replace(row.name === before ? changed : renameField(changed, before, row.name));
	};
	const isFree = (name: string) => !rows.some((row) => row.name === name);
	const branches = Array.isArray(form.schema.allOf) ? form.schema.allOf.length : 0;
	return (
		<div className="keeper-form">
			<Faults faults={['form', 'form.schema', 'form.schema.required', 'form.ui'].flatMap(faultsAt)} />
			<FormParts />
			<h3 className="keeper-list-name" id={elementAt('form.schema')} tabIndex={-1}>
				{t('form.own')}
			</h3>
			<p className="hint">{t('form.ownHint')}</p>
			<ol className="keeper-list">
				{rows.map((row, index) => (
					<FieldRowEditor
						key={row.name}
						row={row}
						isFree={isFree}
						onChange={(changed) => change(index, changed)}
						onMove={(by) => write(swapped(rows, index, by))}
						onRemove={() => write(rows.filter((_, at) => at !== index))}
						isFirst={index === 0}
						isLast={index === rows.length - 1}
					/>
				))}
			</ol>
			{rows.length === 0 ? <p className="keeper-none">{t('form.noFields')}</p> : null}
			{disabled ? null : (
				<div className="keeper-add">
					<button type="button" className="button secondary" onClick={() => write([...rows, newRow(rows)])}>
						+ {t('form.add')}
					</button>
				</div>
			)}
			{branches > 0 ? <p className="hint">{t('form.branches', { count: branches })}</p> : null}
			<PartConditions own={rows.map(({ name }) => name)} />
		</div>
	);
}

function swapped(rows: FieldRow[], index: number, by: number): FieldRow[] {
	const next = [...rows];
	const [row] = next.splice(index, 1);
	if (row) next.splice(Math.max(index + by, 0), 0, row);
	return next;
}

/** Shared groups of fields, in the order of the form. */
function FormParts() {
	const { source, set, parts, disabled, faultsWithin } = useEditing();
	const { t, text } = useWords();
	const chosen = source.form?.parts ?? [];
	const toggle = (name: string, on: boolean) =>
		set(['form', 'parts'], on ? [...chosen, name] : chosen.filter((each) => each !== name));
	const known = parts?.forms ?? [];
	const stray = chosen.filter((name) => !known.some((part) => part.name === name));
	return (
		<fieldset className="field keeper-field keeper-group" id={elementAt('form.parts')} tabIndex={-1}>
			<legend className="label">{t('form.parts')}</legend>
			<p className="hint">{t('form.partsHint')}</p>
			<div className="keeper-choices">
				{[...known, ...stray.map((name) => ({ name, title: null }))].map(({ name, title }) => (
					<label key={name} className="choice">
						<input
							type="checkbox"
							disabled={disabled}
							checked={chosen.includes(name)}
							onChange={({ target }) => toggle(name, target.checked)}
						/>
						<span>{text(title) || name}</span>
					</label>
				))}
			</div>
			<Faults faults={faultsWithin('form.parts')} />
		</fieldset>
	);
}
