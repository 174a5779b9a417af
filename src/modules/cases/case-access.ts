import { subject } from '@casl/ability';
import type { FastifyRequest } from 'fastify';
import { type Principal, requirePrincipal } from '../../platform/http/principal.ts';
import type { Language } from '../../platform/locales.ts';
import { abilityOf } from '../../platform/permissions.ts';
import { type CaseDesk, instantOf } from './case-commands.ts';
import type { CaseRecord } from './case-record.ts';
import { caseRules } from './cases.permissions.ts';
import { type CaseRow, getCase, throwCaseNotFound } from './cases.store.ts';

/** Who reads, and in what words. */
export interface Reader {
	principal: Principal;
	language: Language;
}

/** The person behind a request. @throws Problem 401 when nobody is signed in */
export function readerOf(request: FastifyRequest): Reader {
	return { principal: requirePrincipal(request), language: request.language };
}

/** Whether the reader may do something with this case, by the room's table. */
export function may(reader: Reader, action: string, record: CaseRecord): boolean {
	const { applicant, itemCode } = record.content;
	return abilityOf(caseRules(reader.principal)).can(action, subject('Case', { applicant, itemCode }));
}

/** A case that the reader may see, or do `action` with. @throws Problem CASE_NOT_FOUND also when they may not */
export async function visibleCase(
	desk: CaseDesk,
	id: string,
	reader: Reader,
	action = 'read',
): Promise<CaseRow> {
	const row = await getCase(desk.platform.db, id, instantOf(desk).today);
	return may(reader, action, row.state) ? row : throwCaseNotFound();
}
