import { REFUSAL_CODES } from '../../law/index.ts';
import { defineProblems } from '../../platform/http/problem.ts';

export const caseProblems = defineProblems('cases', {
	CASE_NOT_FOUND: 404,
	DRAFT_NOT_FOUND: 404,
	DRAFT_CHANGED: 409,
	DOCUMENT_NOT_FOUND: 404,
	PAPER_MISSING: 409,
	NOT_ALL_JUDGED: 409,
	PRECHECK_FAILED: 409,
	ITEM_CANCELLED: 409,
	FILE_NOT_FOUND: 404,
	CURSOR_INVALID: 400,
	MULTIPART_INVALID: 400,
	ONE_FILE_AT_A_TIME: 400,
	TOO_MANY_FILES: 409,
	TOO_MANY_DRAFTS: 409,
});

/** Every refusal of the law is a problem of its own name. */
defineProblems(
	'law',
	Object.fromEntries(REFUSAL_CODES.map((code) => [code, 409])) as Record<(typeof REFUSAL_CODES)[number], 409>,
	'refusals',
);
