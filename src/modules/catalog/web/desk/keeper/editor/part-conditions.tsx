import { Select } from 'antd';
import { elementAt } from '../paths.ts';
import { useWords } from '../words.ts';
import { useFormFields } from './chooser.tsx';
import { Condition } from './condition.tsx';
import { useEditing } from './editing.ts';
import { Faults } from './frame.tsx';

/** Conditions of fields that stand in shared groups, by their way: `premises.area`. */
export function PartConditions({ own }: { own: string[] }) {
	const { source, set, disabled, faultsAt } = useEditing();
	const { t } = useWords();
	const fields = useFormFields();
	const when = source.form?.when ?? {};
	const shown = Object.entries(when).filter(([way]) => !own.includes(way));
	const title = (way: string) => fields.find(({ value }) => value === way)?.label ?? way;
	const write = (way: string, expression: string | undefined) => {
		const { [way]: _old, ...others } = when;
		const next = expression === undefined ? others : { ...when, [way]: expression };
		set(['form', 'when'], Object.keys(next).length > 0 ? next : undefined);
	};
	const open = fields.filter(({ value }) => !own.includes(value) && when[value] === undefined);
	if (disabled && shown.length === 0) return null;
	return (
		<section className="keeper-parts-when">
			<h3 className="keeper-list-name">{t('form.partConditions')}</h3>
			<p className="hint">{t('form.partConditionsHint')}</p>
			{shown.map(([way, expression]) => (
				<div key={way} className="field keeper-field">
					<div className="keeper-name">
						<label className="label" htmlFor={elementAt(`form.when.${way}`)}>
							{title(way)}
						</label>
						{disabled ? null : (
							<button type="button" className="desk-link" onClick={() => write(way, undefined)}>
								{t('leaveOut')} <span className="visually-hidden">{title(way)}</span>
							</button>
						)}
					</div>
					<Condition
						id={elementAt(`form.when.${way}`)}
						name={title(way)}
						value={expression}
						disabled={disabled}
						questions={source.questions ?? []}
						onChange={(changed) => write(way, changed)}
					/>
					<Faults faults={faultsAt(`form.when.${way}`)} />
				</div>
			))}
			{disabled ? null : (
				<Select
					aria-label={t('form.addPartCondition')}
					className="keeper-chooser"
					showSearch={{ optionFilterProp: 'label' }}
					placeholder={t('form.addPartCondition')}
					value={null}
					onChange={(way: string | null) => {
						if (way) write(way, '');
					}}
					options={open}
				/>
			)}
		</section>
	);
}
