export { loadNoticeTemplates } from './notice-templates.ts';
export type { NoticeInput } from './notice-text.ts';
export {
	documentNumber,
	noticeTitle,
	optionalValues,
	renderNotice,
	requiredTables,
	requiredValues,
} from './render-notice.ts';
export { sampleNotice } from './sample-notice.ts';
