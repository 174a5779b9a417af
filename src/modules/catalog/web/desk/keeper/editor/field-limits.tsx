import type { JsonSchema } from '../../../../form/form.ts';
import { useWords } from '../words.ts';
import { useEditing } from './editing.ts';
import type { FieldKind } from './form-rows.ts';

/** Limits that a kind can have, by their keyword in JSON Schema. */
const LIMITS: Partial<Record<FieldKind, string[]>> = {
	TEXT: ['minLength', 'maxLength'],
	LONG_TEXT: ['minLength', 'maxLength'],
	PERSON_NAME: ['minLength', 'maxLength'],
	INTEGER: ['minimum', 'maximum'],
	NUMBER: ['minimum', 'maximum'],
	CHOICES: ['minItems', 'maxItems'],
};

interface FieldLimitsProps {
	schema: JsonSchema;
	kind: FieldKind;
	set: (key: string, value: unknown) => void;
}

/** How short, long, small, large or many. */
export function FieldLimits({ schema, kind, set }: FieldLimitsProps) {
	const { disabled } = useEditing();
	const { t } = useWords();
	const limits = LIMITS[kind] ?? [];
	if (limits.length === 0) return null;
	return (
		<div className="keeper-row">
			{limits.map((limit) => (
				<label key={limit} className="keeper-cell">
					<span className="keeper-language">{t(`form.limits.${limit}`)}</span>
					<input
						type="number"
						step="any"
						disabled={disabled}
						value={String(schema[limit] ?? '')}
						onChange={({ target }) => set(limit, target.value === '' ? undefined : Number(target.value))}
					/>
				</label>
			))}
		</div>
	);
}
