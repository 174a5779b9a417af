import { Input, InputNumber, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../types.ts';
import type { Control, Field } from './definitions.ts';
import { StaffControl } from './staff-control.tsx';

interface FieldControlProps {
	field: Field;
	view: CaseView;
	/** Given by the form around it. */
	id?: string;
	value?: unknown;
	onChange?: (value: unknown) => void;
}

/** The control that a field of a command is answered with. */
export function FieldControl(props: FieldControlProps) {
	const Control = CONTROLS[props.field.kind];
	return <Control {...props} />;
}

const CONTROLS: Record<Control['kind'], (props: FieldControlProps) => ReactNode> = {
	text: LineControl,
	date: LineControl,
	longtext: LongTextControl,
	lines: LinesControl,
	days: DaysControl,
	yesno: YesNoControl,
	choice: ChoiceControl,
	staff: ColleagueControl,
};

const ROWS = { minRows: 2, maxRows: 8 };

function LineControl({ field, id, value, onChange }: FieldControlProps) {
	return (
		<Input
			id={id}
			type={field.kind}
			value={String(value ?? '')}
			onChange={(event) => onChange?.(event.target.value)}
		/>
	);
}

function LongTextControl({ id, value, onChange }: FieldControlProps) {
	return (
		<Input.TextArea
			id={id}
			autoSize={ROWS}
			value={String(value ?? '')}
			onChange={(event) => onChange?.(event.target.value)}
		/>
	);
}

function LinesControl({ id, value, onChange }: FieldControlProps) {
	const { t } = useTranslation('desk');
	return (
		<Input.TextArea
			id={id}
			autoSize={ROWS}
			placeholder={t('form.onePerLine')}
			value={((value as string[] | undefined) ?? []).join('\n')}
			onChange={(event) => onChange?.(event.target.value.split('\n'))}
		/>
	);
}

function DaysControl({ id, value, onChange }: FieldControlProps) {
	const { t } = useTranslation('desk');
	return (
		<InputNumber
			{...(id ? { id } : {})}
			min={1}
			max={365}
			precision={0}
			suffix={t('form.workdays')}
			value={(value as number | undefined) ?? null}
			onChange={(days) => onChange?.(days)}
		/>
	);
}

function YesNoControl({ field, id, value, onChange }: FieldControlProps) {
	const { t } = useTranslation('desk');
	const options = [true, false].map((yes) => ({ value: yes, label: t(`form.${field.name}.${yes}`) }));
	return <Choice id={id} value={value} onChange={onChange} options={options} />;
}

function ChoiceControl({ field, view, id, value, onChange }: FieldControlProps) {
	const { t } = useTranslation('desk');
	if (field.kind !== 'choice') return null;
	const options = field
		.options(view)
		.map((option) => ({ value: option, label: t(`${field.words}.${option}`) }));
	return <Choice id={id} value={value} onChange={onChange} options={options} />;
}

function ColleagueControl({ field, id, value, onChange }: FieldControlProps) {
	return (
		<StaffControl
			id={id}
			single={field.least === 1}
			value={value as string[] | string | undefined}
			onChange={(chosen) => onChange?.(chosen)}
		/>
	);
}

interface ChoiceProps {
	id: string | undefined;
	value: unknown;
	onChange: ((value: unknown) => void) | undefined;
	options: { value: string | boolean; label: string }[];
}

/** A few answers, all of them to be seen at once. */
function Choice({ id, value, onChange, options }: ChoiceProps) {
	return (
		<Radio.Group
			{...(id ? { id } : {})}
			className="desk-choice"
			value={value}
			onChange={(event) => onChange?.(event.target.value)}
			options={options}
		/>
	);
}
