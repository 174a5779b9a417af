import {
	type ArrayFieldTemplateProps,
	type DescriptionFieldProps,
	type FieldTemplateProps,
	getInputProps,
	type ObjectFieldTemplateProps,
	type RJSFSchema,
	type WidgetProps,
} from '@rjsf/utils';
import { useTranslation } from 'react-i18next';
import { Button } from '../button.tsx';
import { controlAttributes, type FormContext } from './form-context.ts';

type Data = Record<string, unknown>;

/** Controls that are a group of several bear their name in a legend, the others in a label. */
const GROUPS = ['radio', 'checkboxes'];

export function FieldTemplate(props: FieldTemplateProps<Data, RJSFSchema, FormContext>) {
	const { id, label, required, children, description, rawDescription, hidden, schema, uiSchema, registry } =
		props;
	const { t } = useTranslation('web');
	const fault = registry.formContext.faults[id];
	if (hidden) return <div hidden>{children}</div>;
	if (schema.type === 'object') return children;
	const widget = String(uiSchema?.['ui:widget'] ?? '');
	const isGroup = GROUPS.includes(widget) || schema.type === 'boolean' || schema.type === 'array';
	const Name = isGroup ? 'span' : 'label';
	return (
		<div className={fault?.severity === 'error' ? 'field faulty' : 'field'}>
			{schema.type === 'boolean' && widget !== 'radio' ? null : (
				<Name className="label" id={`${id}-label`} {...(isGroup ? {} : { htmlFor: id })}>
					{label} {required ? null : <span className="optional-mark">{t('ui.optionalMark')}</span>}
				</Name>
			)}
			{rawDescription ? description : null}
			{schema.readOnly ? <p className="hint">{t('ui.form.fixed')}</p> : null}
			{children}
			{fault ? (
				<p className={fault.severity === 'error' ? 'fault' : 'remark'} id={`${id}-fault`}>
					{fault.text}
				</p>
			) : null}
		</div>
	);
}

export function ObjectFieldTemplate(props: ObjectFieldTemplateProps<Data, RJSFSchema, FormContext>) {
	const { title, description, properties, fieldPathId } = props;
	return (
		<fieldset id={fieldPathId.$id} className={fieldPathId.path.length === 0 ? 'form' : 'form-section'}>
			{title ? <legend>{title}</legend> : null}
			{description ? <p className="hint">{description}</p> : null}
			{properties.map((property) => property.content)}
		</fieldset>
	);
}

export function ArrayFieldTemplate(props: ArrayFieldTemplateProps<Data[], RJSFSchema, FormContext>) {
	const { title, items, canAdd, onAddClick, fieldPathId } = props;
	const { t } = useTranslation('web');
	return (
		<fieldset id={fieldPathId.$id} className="stack">
			<legend className="visually-hidden">{title}</legend>
			{items}
			{canAdd ? <Button onClick={onAddClick}>{t('ui.form.add', { name: title })}</Button> : null}
		</fieldset>
	);
}

export function DescriptionFieldTemplate({
	id,
	description,
}: DescriptionFieldProps<Data, RJSFSchema, FormContext>) {
	return description ? (
		<p id={id} className="hint">
			{description}
		</p>
	) : null;
}

export function BaseInputTemplate(props: WidgetProps<Data, RJSFSchema, FormContext>) {
	const {
		id,
		htmlName,
		value,
		readonly,
		disabled,
		onBlur,
		onFocus,
		onChange,
		options,
		schema,
		type,
		required,
		placeholder,
		registry,
	} = props;
	const empty = value === undefined || value === null;
	return (
		<input
			id={id}
			name={htmlName ?? id}
			{...getInputProps(schema, type, options)}
			placeholder={placeholder}
			required={required ?? false}
			readOnly={readonly}
			disabled={disabled}
			autoComplete={typeof options.autocomplete === 'string' ? options.autocomplete : undefined}
			value={empty ? '' : String(value)}
			onChange={({ target }) => onChange(target.value === '' ? options.emptyValue : target.value)}
			onBlur={({ target }) => onBlur(id, target.value)}
			onFocus={({ target }) => onFocus(id, target.value)}
			{...controlAttributes(id, registry.formContext)}
		/>
	);
}
