import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { readCitizenId } from '../../../../../platform/identity/index.ts';
import { api } from '../../../../../web/api/client.ts';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import { type Answers, itemQuery, useText } from '../../../../catalog/web/index.ts';
import type { Draft, OnBehalfOf } from '../../../cases.schema.ts';

const PHONE = /^1\d{10}$/;

interface VisitorProps {
	itemCode: string;
	answers: Answers;
	back: () => void;
	begun: (draftId: string) => void;
}

/** Who has come: the facts that every notice needs, checked while the card lies on the desk. */
export function Visitor({ itemCode, answers, back, begun }: VisitorProps) {
	const { t } = useTranslation('desk');
	const text = useText();
	const item = useQuery(itemQuery(itemCode));
	const begin = useMutation({
		mutationFn: (onBehalfOf: OnBehalfOf) => api.post<Draft>('/api/drafts', { itemCode, answers, onBehalfOf }),
		onSuccess: ({ id }) => begun(id),
	});
	const rule = (holds: (value: string) => boolean, fault: string) => ({
		validator: async (_: unknown, value?: string) => {
			if (!holds((value ?? '').trim())) throw new Error(t(fault));
		},
	});
	return (
		<section className="desk-panel">
			<h2>{item.data ? text(item.data.name) : t('window.steps.applicant')}</h2>
			{begin.error ? <ProblemNotice error={begin.error} /> : null}
			<Form<OnBehalfOf>
				name="visitor"
				layout="vertical"
				requiredMark={false}
				onFinish={({ name, idNumber, phone }) =>
					begin.mutate({ name: name.trim(), idNumber: idNumber.trim().toUpperCase(), phone: phone.trim() })
				}
			>
				<div className="desk-window-facts">
					<Form.Item
						name="name"
						label={t('window.name')}
						rules={[rule((value) => value !== '', 'window.nameNeeded')]}
					>
						<Input autoFocus autoComplete="off" />
					</Form.Item>
					<Form.Item
						name="idNumber"
						label={t('window.idNumber')}
						validateTrigger="onBlur"
						rules={[rule((value) => readCitizenId(value).ok, 'window.idWrong')]}
					>
						<Input autoComplete="off" maxLength={18} />
					</Form.Item>
					<Form.Item
						name="phone"
						label={t('window.phone')}
						validateTrigger="onBlur"
						rules={[rule((value) => PHONE.test(value), 'window.phoneWrong')]}
					>
						<Input autoComplete="off" inputMode="tel" />
					</Form.Item>
				</div>
				<div className="desk-form-buttons">
					<Button type="primary" htmlType="submit" loading={begin.isPending}>
						{t('window.next')}
					</Button>
					<Button onClick={back}>{t('window.change')}</Button>
				</div>
			</Form>
		</section>
	);
}
