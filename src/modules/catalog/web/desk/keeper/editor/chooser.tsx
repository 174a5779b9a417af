import { Select } from 'antd';
import { declaredFields, type JsonSchema } from '../../../../form/form.ts';
import { useDeskItems } from '../data.ts';
import { getAt, labelKey } from '../paths.ts';
import { useWords } from '../words.ts';
import { useEditing } from './editing.ts';
import { Frame } from './frame.tsx';
import type { NodeProps } from './leaves.tsx';

/** Values that name something which stands elsewhere, and where. */
const CHOSEN: Record<string, 'statutes' | 'windows' | 'blanks' | 'items' | 'fields'> = {
	'legalBasis.statute': 'statutes',
	'materials.basis.statute': 'statutes',
	'fees.basis.statute': 'statutes',
	'materials.blank': 'blanks',
	window: 'windows',
	'warnings.item': 'items',
	'questions.field': 'fields',
};

export const isChosen = (key: string): boolean => key in CHOSEN;

interface Choice {
	value: string;
	label: string;
}

/** Fields of the form by their ways, `premises.area`, with their titles. */
export function useFormFields(): Choice[] {
	const { item, source } = useEditing();
	const { text } = useWords();
	const schema = (item?.form.schema ?? source.form?.schema ?? {}) as JsonSchema;
	return listFields(schema, '', (title) => text(title as { 'zh-CN': string; en: string }));
}

function listFields(schema: JsonSchema, prefix: string, say: (title: unknown) => string): Choice[] {
	return [...declaredFields(schema)].flatMap(([name, field]): Choice[] => {
		const way = prefix + name;
		const title = say(field.title);
		if (field.type !== 'object') return [{ value: way, label: title ? `${title} (${way})` : way }];
		return listFields(field, `${way}.`, (inner) => [title, say(inner)].filter(Boolean).join(' › '));
	});
}

function useChoices(key: string): Choice[] {
	const { parts } = useEditing();
	const { text } = useWords();
	const items = useDeskItems().data?.items ?? [];
	const fields = useFormFields();
	const kind = CHOSEN[key];
	if (kind === 'fields') return fields;
	if (kind === 'items') return items.map(({ code, name }) => ({ value: code, label: text(name) || code }));
	const named = kind ? (parts?.[kind] ?? []) : [];
	return named.map(({ name, title }) => ({ value: name, label: text(title) || name }));
}

/** One of many, found by typing. */
export function ChooserNode({ way, onRemove }: NodeProps) {
	const { source, set } = useEditing();
	const { t, label } = useWords();
	const key = labelKey(way);
	const choices = useChoices(key);
	const value = getAt(source, way);
	return (
		<Frame way={way} onRemove={onRemove} wide={key.endsWith('statute')}>
			{({ id, disabled, ...aria }) => (
				<Select
					id={id}
					aria-label={label(key)}
					{...(aria['aria-invalid'] ? { 'aria-invalid': true, status: 'error' } : {})}
					disabled={disabled}
					className="keeper-chooser"
					showSearch={{ optionFilterProp: 'label' }}
					placeholder={t('choose')}
					value={value ? String(value) : null}
					onChange={(chosen: string | null) => set(way, chosen ?? '')}
					options={choices}
				/>
			)}
		</Frame>
	);
}
