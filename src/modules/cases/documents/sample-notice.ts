import type { Notice } from '../../../law/index.ts';
import { loadNoticeTemplates } from './notice-templates.ts';
import type { NoticeInput } from './notice-text.ts';
import { documentNumber } from './render-notice.ts';

/** A letter of each kind with the sample values of its template: for looking at, and for tests. */
export function sampleNotice(notice: Notice): NoticeInput {
	const template = loadNoticeTemplates().get(notice);
	const samples = template.placeholders.flatMap(({ name, sample }) =>
		sample === undefined ? [] : [[name, sample]],
	);
	return {
		notice,
		number: documentNumber(notice, '2026', '000012'),
		issuedOn: '2026-09-18',
		bureau: {
			name: '济南市济阳区行政审批服务局',
			address: '济南市济阳区政务服务大厅一楼综合受理区',
			hotline: '12345',
			government: '济南市济阳区人民政府',
		},
		caseNumber: '370115-2026-000012',
		itemName: '食品经营许可',
		applicant: '济阳区晨光小馆',
		values: Object.fromEntries(samples),
		tables: Object.fromEntries((template.tables ?? []).map(({ name, sample }) => [name, sample])),
		queryUrl: 'http://localhost:3000/cases/370115-2026-000012',
	};
}
