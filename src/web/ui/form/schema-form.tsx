// Not the package's index: that one also exports a test helper, which brings Ajv along.
import withTheme from '@rjsf/core/lib/withTheme.js';
import type { RJSFSchema, UiSchema, ValidatorType } from '@rjsf/utils';
import Schema from 'typebox/schema';
import type { FormContext } from './form-context.ts';
import {
	ArrayFieldTemplate,
	BaseInputTemplate,
	DescriptionFieldTemplate,
	FieldTemplate,
	ObjectFieldTemplate,
} from './templates.tsx';
import { CheckboxesWidget, CheckboxWidget, RadioWidget, SelectWidget, TextareaWidget } from './widgets.tsx';

type Data = Record<string, unknown>;

/**
 * rjsf asks its validator which branch of a condition holds; faults are found elsewhere, with words of ours.
 * TypeBox checks without compiling code, as the page's content security policy demands; Ajv could not.
 */
const branches: ValidatorType<Data, RJSFSchema, FormContext> = {
	isValid: (schema, data) => Schema.Check(schema, data),
	validateFormData: () => ({ errors: [], errorSchema: {} }),
	rawValidation: () => ({}),
};

const ThemedForm = withTheme<Data, RJSFSchema, FormContext>({
	templates: {
		ArrayFieldTemplate,
		BaseInputTemplate,
		DescriptionFieldTemplate,
		FieldTemplate,
		ObjectFieldTemplate,
	},
	widgets: { CheckboxesWidget, CheckboxWidget, RadioWidget, SelectWidget, TextareaWidget },
});

interface SchemaFormProps {
	schema: RJSFSchema;
	uiSchema: UiSchema<Data, RJSFSchema, FormContext>;
	value: Data;
	faults: FormContext['faults'];
	disabled?: boolean;
	onChange: (value: Data) => void;
	/** The field with this element id was left. */
	onLeave: (id: string) => void;
}

/** A form from its JSON Schema, in our look. It has no button of its own and judges nothing. */
export function SchemaForm({
	schema,
	uiSchema,
	value,
	faults,
	disabled = false,
	onChange,
	onLeave,
}: SchemaFormProps) {
	return (
		<ThemedForm
			tagName="div"
			schema={schema}
			uiSchema={uiSchema}
			validator={branches}
			formData={value}
			formContext={{ faults }}
			disabled={disabled}
			noValidate
			showErrorList={false}
			experimental_defaultFormStateBehavior={{ emptyObjectFields: 'skipDefaults' }}
			onChange={({ formData }) => onChange(formData ?? {})}
			onBlur={onLeave}
		>
			<span hidden />
		</ThemedForm>
	);
}
