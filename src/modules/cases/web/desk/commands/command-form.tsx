import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../../../web/api/session.ts';
import type { CaseCommand, CaseView, DeskCommand } from '../types.ts';
import { COMMAND_FORMS, type Field } from './definitions.ts';
import { FieldControl } from './field-control.tsx';

type Values = Record<string, unknown>;

export interface CommandFormProps {
	view: CaseView;
	type: DeskCommand;
	busy: boolean;
	/** Closed while the law refuses the command; what was typed stays. */
	closed: boolean;
	send: (command: CaseCommand) => void;
	cancel: () => void;
}

/** The form of one command, out of its definition. */
export function CommandForm({ view, type, busy, closed, send, cancel }: CommandFormProps) {
	const { t } = useTranslation('desk');
	const today = useSession()?.today ?? '';
	const { fields, grave } = COMMAND_FORMS[type];
	const asked = fields.filter((field) => field.when?.(view) ?? true);
	const initial = Object.fromEntries(
		asked.flatMap((field) => (field.initial ? [[field.name, field.initial(view, today)]] : [])),
	);
	return (
		<Form<Values>
			name={type}
			layout="vertical"
			requiredMark={false}
			initialValues={initial}
			onFinish={(values) => send(toCommand(type, asked, values))}
			scrollToFirstError
		>
			{asked.map((field) => (
				<Form.Item
					key={field.name}
					name={field.name}
					label={t(`commands.${type}.${field.name}`) + (field.optional ? t('form.optional') : '')}
					rules={[
						{
							validator: async (_, value) =>
								demand(field, value, t('form.needed', { count: field.least ?? 1 })),
						},
					]}
				>
					<FieldControl field={field} view={view} />
				</Form.Item>
			))}
			<FormButtons type={type} grave={grave ?? false} busy={busy} closed={closed} cancel={cancel} />
		</Form>
	);
}

interface FormButtonsProps {
	type: DeskCommand;
	grave: boolean;
	busy: boolean;
	closed: boolean;
	cancel: () => void;
}

/** Sends, or leaves everything as it was. */
export function FormButtons({ type, grave, busy, closed, cancel }: FormButtonsProps) {
	const { t } = useTranslation('desk');
	return (
		<div className="desk-form-buttons">
			<Button type="primary" htmlType="submit" danger={grave} loading={busy} disabled={closed}>
				{t(`commands.${type}.submit`)}
			</Button>
			<Button onClick={cancel}>{t('form.cancel')}</Button>
		</div>
	);
}

/** Values without blanks: lines trimmed, empty ones gone. */
function clean(field: Field, value: unknown): unknown {
	if (field.kind === 'lines') {
		return ((value as string[] | undefined) ?? []).map((line) => line.trim()).filter(Boolean);
	}
	return typeof value === 'string' ? value.trim() : value;
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

function demand(field: Field, value: unknown, message: string): Promise<void> {
	const given = clean(field, value);
	if (field.optional && isEmpty(given)) return Promise.resolve();
	const short = Array.isArray(given) ? given.length < (field.least ?? 1) : isEmpty(given);
	return short ? Promise.reject(new Error(message)) : Promise.resolve();
}

function toCommand(type: DeskCommand, fields: readonly Field[], values: Values): CaseCommand {
	const pairs = fields
		.map((field): [string, unknown] => [field.name, clean(field, values[field.name])])
		.filter(([, value]) => !isEmpty(value));
	// The fields of each form are those of its command: definitions.ts is the other half of this sentence.
	return { type, ...Object.fromEntries(pairs) } as CaseCommand;
}
