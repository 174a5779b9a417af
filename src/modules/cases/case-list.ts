import { LIGHTS, parsePlainDate } from '../../law/index.ts';
import { roleSignpost, signInAsOther } from '../../platform/http/principal.ts';
import { Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import type { Reader } from './case-access.ts';
import { type CaseDesk, instantOf } from './case-commands.ts';
import { summaryOf } from './case-view.ts';
import { isStaff } from './cases.permissions.ts';
import { caseProblems } from './cases.problems.ts';
import type { CaseList, CaseQuery } from './cases.schema.ts';
import { type CaseFilter, type CaseRow, countCases, findCases, findOwnCases } from './cases.store.ts';

const PAGE = 20;

/**
 * A page of cases with the counts of the whole list: two queries, whatever it holds.
 * @throws Problem CURSOR_INVALID; NOT_PERMITTED when an applicant asks for other people's cases
 */
export async function listCases(desk: CaseDesk, reader: Reader, query: CaseQuery): Promise<CaseList> {
	const { db } = desk.platform;
	const { today } = instantOf(desk);
	const filter = filterOf(reader, query);
	const limit = query.limit ?? PAGE;
	const own = filter.applicant !== undefined;
	const cursor = readCursor(query.cursor, own);
	const [rows, counts] = await Promise.all([
		own
			? findOwnCases(db, filter, { today, limit: limit + 1, after: cursor?.[0] })
			: findCases(db, filter, {
					today,
					limit: limit + 1,
					after: cursor && { due: cursor[0], id: cursor[1] },
				}),
		countCases(db, filter, today),
	]);
	const page = rows.slice(0, limit);
	const last = page.at(-1);
	return {
		cases: page.map((row) => summaryOf(desk, row, reader)),
		next: last && rows.length > limit ? writeCursor(last, own) : null,
		total: LIGHTS.reduce((sum, light) => sum + counts[light], 0),
		counts,
	};
}

function filterOf({ principal }: Reader, query: CaseQuery): CaseFilter {
	const { scope = 'mine', stage, light, item, q, cursor: _, limit: __, ...counted } = query;
	const narrowed = { stage, light, item, text: q?.trim(), counted };
	if (scope === 'mine') return { ...narrowed, applicant: principal.id };
	if (!isStaff(principal)) throw staffOnly();
	if (scope === 'todo') {
		return { ...narrowed, turn: { roles: [...principal.roles], soleItems: [...principal.soleItems] } };
	}
	const all = principal.roles.some((role) => role !== 'SOLE_APPROVER' && role !== 'APPLICANT');
	return all ? narrowed : { ...narrowed, items: [...principal.soleItems] };
}

type Cursor = [due: string, id: string];

function writeCursor(row: CaseRow, own: boolean): string {
	const cursor: Cursor = own ? [row.state.content.number, row.id] : [row.dueOn ?? 'infinity', row.id];
	return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function readCursor(text: string | undefined, own: boolean): Cursor | undefined {
	if (text === undefined) return undefined;
	try {
		const cursor: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
		if (Array.isArray(cursor) && isPlace(cursor[0], own) && isId(cursor[1])) return [cursor[0], cursor[1]];
	} catch (cause) {
		throw cursorInvalid(cause);
	}
	throw cursorInvalid(undefined);
}

/** A case number in one's own list; elsewhere a due day, or none at all. */
function isPlace(value: unknown, own: boolean): value is string {
	if (typeof value !== 'string') return false;
	if (own) return /^\d{10,30}$/.test(value);
	return value === 'infinity' || parsePlainDate(value) !== undefined;
}

function isId(value: unknown): value is string {
	return typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value);
}

function cursorInvalid(cause: unknown): Problem {
	return new Problem({
		code: caseProblems.CURSOR_INVALID,
		signposts: [{ code: 'FIRST_PAGE', action: 'RELOAD' }, signposts.documentation],
		cause,
	});
}

function staffOnly(): Problem {
	return new Problem({ code: 'NOT_PERMITTED', signposts: [signInAsOther, roleSignpost('CLERK')] });
}
