import { useWords } from '../words.ts';
import { useEditing } from './editing.ts';
import { type FieldOption, type FieldRow, kindOf, optionsOf, withOptions } from './form-rows.ts';
import { TextPair } from './leaves.tsx';

interface FieldOptionsProps {
	row: FieldRow;
	id: string;
	onChange: (row: FieldRow) => void;
}

/** The answers of a choice. */
export function FieldOptions({ row, id, onChange }: FieldOptionsProps) {
	const { disabled } = useEditing();
	const { t, text } = useWords();
	const kind = kindOf(row);
	if (kind !== 'CHOICE' && kind !== 'CHOICES') return null;
	const options = optionsOf(row);
	const write = (next: FieldOption[]) => onChange(withOptions(row, next));
	const change = (index: number, part: Partial<FieldOption>) =>
		write(options.map((option, at) => (at === index ? { ...option, ...part } : option)));
	return (
		<fieldset className="keeper-options">
			<legend className="keeper-language">{t('form.options')}</legend>
			{options.map((option, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: options have nothing of their own that stays while they are written
				<div key={index} className="keeper-option">
					<TextPair
						id={`${id}.option-${index}`}
						name={t('form.option', { number: index + 1 })}
						value={option.title}
						disabled={disabled}
						onChange={(words) => change(index, { title: words as FieldOption['title'] })}
					/>
					<label className="keeper-cell">
						<span className="keeper-language">{t('form.optionValue')}</span>
						<input
							className="keeper-code"
							value={String(option.const)}
							disabled={disabled}
							onChange={({ target }) =>
								change(index, { const: target.value.toUpperCase().replaceAll(/[^A-Z0-9_]/g, '_') })
							}
						/>
					</label>
					{disabled ? null : (
						<div className="keeper-tools">
							<button
								type="button"
								disabled={options.length <= 1}
								aria-label={t('tools.remove', { name: text(option.title) || option.const })}
								onClick={() => write(options.filter((_, at) => at !== index))}
							>
								<span aria-hidden="true">×</span>
							</button>
						</div>
					)}
				</div>
			))}
			{disabled ? null : (
				<button
					type="button"
					className="desk-link"
					onClick={() =>
						write([...options, { const: `OPTION_${options.length + 1}`, title: { 'zh-CN': '', en: '' } }])
					}
				>
					+ {t('form.addOption')}
				</button>
			)}
		</fieldset>
	);
}
