import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldFault, fieldId } from '../../../web/ui/form/form-context.ts';
import { SchemaForm } from '../../../web/ui/form/schema-form.tsx';
import type { Item } from '../catalog.schema.ts';
import { localiseForm } from '../form/form.ts';
import { validateForm } from '../form/form-check.ts';

interface ItemFormProps {
	item: Pick<Item, 'form'>;
	value: Record<string, unknown>;
	/** Show every fault at once, not only those of fields that were left. */
	showAll?: boolean;
	disabled?: boolean;
	onChange: (value: Record<string, unknown>) => void;
}

/** The application form of an item, checked while it is filled in by the same rules as on the server. */
export default function ItemForm({
	item,
	value,
	showAll = false,
	disabled = false,
	onChange,
}: ItemFormProps) {
	const { t, i18n } = useTranslation('catalog');
	const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
	const form = useMemo(() => localiseForm(item.form, i18n.language), [item, i18n.language]);
	const faults = useMemo(() => {
		const shown = validateForm(item, value)
			.map(({ path, code, params, severity }): [string, FieldFault] => [
				fieldId(path),
				{ text: t(`faults.${code}`, params), severity },
			])
			.filter(([id]) => showAll || left.has(id));
		return Object.fromEntries(shown.reverse());
	}, [item, value, showAll, left, t]);
	return (
		<SchemaForm
			schema={form.schema}
			uiSchema={form.uiSchema}
			value={value}
			faults={faults}
			disabled={disabled}
			onChange={onChange}
			onLeave={(id) => setLeft((before) => new Set([...before, id]))}
		/>
	);
}
