import { type EnumOptionsType, optionId, type RJSFSchema, type WidgetProps } from '@rjsf/utils';
import { useTranslation } from 'react-i18next';
import { controlAttributes, type FormContext } from './form-context.ts';

type Props = WidgetProps<Record<string, unknown>, RJSFSchema, FormContext>;

const optionsOf = (props: Props): EnumOptionsType[] => props.options.enumOptions ?? [];

export function SelectWidget(props: Props) {
	const {
		id,
		htmlName,
		value,
		required,
		disabled,
		readonly,
		onChange,
		onBlur,
		onFocus,
		placeholder,
		registry,
	} = props;
	const { t } = useTranslation('web');
	const options = optionsOf(props);
	const chosen = options.findIndex((option) => option.value === value);
	const valueAt = (index: string) => (index === '' ? undefined : options[Number(index)]?.value);
	return (
		<select
			id={id}
			name={htmlName ?? id}
			value={chosen < 0 ? '' : String(chosen)}
			required={required ?? false}
			disabled={disabled || readonly}
			onChange={({ target }) => onChange(valueAt(target.value))}
			onBlur={({ target }) => onBlur(id, valueAt(target.value))}
			onFocus={({ target }) => onFocus(id, valueAt(target.value))}
			{...controlAttributes(id, registry.formContext)}
		>
			<option value="">{placeholder || t('ui.choose')}</option>
			{options.map((option, index) => (
				<option key={option.label} value={index}>
					{option.label}
				</option>
			))}
		</select>
	);
}

export function RadioWidget(props: Props) {
	const { id, htmlName, value, required, disabled, readonly, onChange, onBlur, registry } = props;
	return (
		<div
			id={id}
			role="radiogroup"
			aria-labelledby={`${id}-label`}
			aria-required={required ?? false}
			tabIndex={-1}
		>
			{optionsOf(props).map((option, index) => (
				<label key={option.label} className="choice">
					<input
						type="radio"
						id={optionId(id, index)}
						name={htmlName ?? id}
						checked={option.value === value}
						disabled={disabled || readonly}
						onChange={() => onChange(option.value)}
						onBlur={() => onBlur(id, option.value)}
						{...controlAttributes(id, registry.formContext)}
					/>
					<span>{option.label}</span>
				</label>
			))}
		</div>
	);
}

export function CheckboxWidget(props: Props) {
	const { id, htmlName, value, label, required, disabled, readonly, onChange, onBlur, registry } = props;
	return (
		<label className="choice">
			<input
				type="checkbox"
				id={id}
				name={htmlName ?? id}
				checked={value === true}
				required={required ?? false}
				disabled={disabled || readonly}
				onChange={({ target }) => onChange(target.checked)}
				onBlur={() => onBlur(id, value)}
				{...controlAttributes(id, registry.formContext)}
			/>
			<span>{label}</span>
		</label>
	);
}

export function CheckboxesWidget(props: Props) {
	const { id, htmlName, value, disabled, readonly, onChange, onBlur, registry } = props;
	const options = optionsOf(props);
	const chosen: unknown[] = Array.isArray(value) ? value : [];
	const toggle = (option: unknown, on: boolean) =>
		onChange(
			options.map(({ value: each }) => each).filter((each) => (each === option ? on : chosen.includes(each))),
		);
	return (
		<fieldset id={id} aria-labelledby={`${id}-label`} className="choices" tabIndex={-1}>
			{options.map((option, index) => (
				<label key={option.label} className="choice">
					<input
						type="checkbox"
						id={optionId(id, index)}
						name={htmlName ?? id}
						checked={chosen.includes(option.value)}
						disabled={disabled || readonly}
						onChange={({ target }) => toggle(option.value, target.checked)}
						onBlur={() => onBlur(id, value)}
						{...controlAttributes(id, registry.formContext)}
					/>
					<span>{option.label}</span>
				</label>
			))}
		</fieldset>
	);
}

export function TextareaWidget(props: Props) {
	const {
		id,
		htmlName,
		value,
		required,
		disabled,
		readonly,
		placeholder,
		onChange,
		onBlur,
		onFocus,
		options,
		registry,
	} = props;
	return (
		<textarea
			id={id}
			name={htmlName ?? id}
			value={typeof value === 'string' ? value : ''}
			rows={typeof options.rows === 'number' ? options.rows : 4}
			required={required ?? false}
			disabled={disabled}
			readOnly={readonly}
			placeholder={placeholder}
			onChange={({ target }) => onChange(target.value === '' ? options.emptyValue : target.value)}
			onBlur={({ target }) => onBlur(id, target.value)}
			onFocus={({ target }) => onFocus(id, target.value)}
			{...controlAttributes(id, registry.formContext)}
		/>
	);
}
