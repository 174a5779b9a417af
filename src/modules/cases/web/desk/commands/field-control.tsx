import { Input, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../types.ts';
import type { Field } from './definitions.ts';
import { type Papers, PapersControl } from './papers-control.tsx';
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
export function FieldControl({ field, view, id, value, onChange }: FieldControlProps) {
	const { t } = useTranslation('desk');
	const change = onChange ?? (() => undefined);
	switch (field.kind) {
		case 'text':
		case 'date':
			return (
				<Input
					id={id}
					type={field.kind}
					value={String(value ?? '')}
					onChange={(event) => change(event.target.value)}
				/>
			);
		case 'longtext':
			return (
				<Input.TextArea
					id={id}
					autoSize={{ minRows: 2, maxRows: 8 }}
					value={String(value ?? '')}
					onChange={(event) => change(event.target.value)}
				/>
			);
		case 'lines':
			return (
				<Input.TextArea
					id={id}
					autoSize={{ minRows: 2, maxRows: 8 }}
					placeholder={t('form.onePerLine')}
					value={((value as string[] | undefined) ?? []).join('\n')}
					onChange={(event) => change(event.target.value.split('\n'))}
				/>
			);
		case 'days':
			return (
				<InputNumber
					id={id}
					min={1}
					max={365}
					precision={0}
					suffix={t('form.workdays')}
					value={(value as number | undefined) ?? null}
					onChange={change}
				/>
			);
		case 'yesno':
			return (
				<Choice
					id={id}
					value={value}
					onChange={change}
					options={[true, false].map((answer) => ({
						value: answer,
						label: t(`form.${field.name}.${answer}`),
					}))}
				/>
			);
		case 'choice':
			return (
				<Choice
					id={id}
					value={value}
					onChange={change}
					options={field.options(view).map((option) => ({
						value: option,
						label: t(`words.${field.words}.${option}`),
					}))}
				/>
			);
		case 'staff':
			return (
				<StaffControl
					id={id}
					single={field.least === 1}
					value={value as string[] | string | undefined}
					onChange={change}
				/>
			);
		case 'papers':
			return (
				<PapersControl
					view={view}
					codes={field.options(view)}
					value={(value as Papers | undefined) ?? {}}
					onChange={change}
				/>
			);
	}
}

interface ChoiceProps {
	id: string | undefined;
	value: unknown;
	onChange: (value: unknown) => void;
	options: { value: string | boolean; label: string }[];
}

/** A few answers, all of them to be seen at once. */
function Choice({ id, value, onChange, options }: ChoiceProps) {
	return (
		<Radio.Group
			{...(id ? { id } : {})}
			className="desk-choice"
			value={value}
			onChange={(event) => onChange(event.target.value)}
			options={options}
		/>
	);
}
