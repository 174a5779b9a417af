import {
	type Actor,
	CalendarYearMissing,
	type CaseEvent,
	type Command,
	type Context,
	decide,
	isFormField,
	type PlainDate,
	plainDateAt,
	type Reckoning,
	type Role,
	settle,
} from '../../law/index.ts';
import type { EventStore, NewEvent } from '../../platform/events/index.ts';
import { invalidInput } from '../../platform/http/input.ts';
import type { Principal } from '../../platform/http/principal.ts';
import { Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import type { Language } from '../../platform/locales.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Catalog } from '../catalog/index.ts';
import { actsFor, applicantOf } from './applicant-form.ts';
import {
	applyEvent,
	type By,
	type CaseContent,
	type CaseRecord,
	type EventExtra,
	papersNotIn,
	recordRow,
	toStored,
} from './case-record.ts';
import { caseProblems } from './cases.problems.ts';
import type { FileMeta } from './cases.schema.ts';
import { type CaseRow, findDueForSettlement } from './cases.store.ts';
import type { CaseCommand } from './command.schema.ts';
import { correctedForm, correctionFaults } from './corrections.ts';
import { refuseIncomplete } from './judgement.ts';
import { paperNames, refusalProblem } from './law-text.ts';
import { findPapers } from './papers.store.ts';

/** What the room works with. */
export interface CaseDesk {
	platform: Platform;
	store: EventStore;
	reckoning: Reckoning;
	catalog: Catalog;
	/** Names of colleagues by account id. */
	staffNames(): Promise<ReadonlyMap<string, string>>;
}

/** Cases that are settled side by side: what the event store writes in a few batches. */
const SETTLED_TOGETHER = 200;

/** The instant of the platform's clock as events write it, and its legal day. */
export function instantOf({ platform }: CaseDesk): { at: string; today: PlainDate } {
	const at = platform.clock.now().toISOString();
	return { at, today: plainDateAt(at) };
}

/**
 * The person as the law sees him or her. Whoever applied acts as the applicant, whatever else they may be: nobody
 * handles a matter of their own. At the window there may be no account to know the applicant by, so the name counts;
 * a namesake's case goes to a colleague, which is the lesser harm.
 */
export function actorOf(principal: Principal, { applicant, form }: CaseContent): Actor {
	const own = principal.id === applicant || (applicant === null && actsFor(form).includes(principal.name));
	const staff = principal.roles.filter((role) => role !== 'APPLICANT') as Role[];
	const roles: Role[] = own || staff.length === 0 ? ['APPLICANT'] : staff;
	return { id: principal.id, roles, soleItems: principal.soleItems };
}

function byOf(principal: Principal, actor: Actor): By {
	return { name: principal.name, role: actor.roles[0] ?? 'APPLICANT' };
}

export interface Given {
	command: Command;
	principal: Principal;
	language: Language;
	/** What the case takes in with the command. */
	content?: EventExtra['content'];
	rules?: Context['rules'];
}

/**
 * The one way in: decide by the law, append, answer the new record.
 * @throws Problem of the law's refusal, or STALE_VERSION
 */
export async function giveCommand(
	desk: CaseDesk,
	id: string,
	before: CaseRecord,
	given: Given,
): Promise<CaseRecord> {
	const { command, principal, language, content, rules } = given;
	const actor = actorOf(principal, { ...before.content, ...content });
	const { at } = instantOf(desk);
	const decision = decide(before.law, command, { ...desk.reckoning, at, actor, ...(rules && { rules }) });
	if (!decision.ok) {
		const { itemCode, itemVersion } = { ...before.content, ...content };
		const item = desk.catalog.find(itemCode, itemVersion);
		throw refusalProblem({ locales: desk.platform.locales, language, item }, decision.refusal);
	}
	if (command.type === 'RequestSupplement') {
		const { itemCode, itemVersion, answers } = before.content;
		const item = desk.catalog.applied(itemCode, itemVersion, answers);
		const words = { locales: desk.platform.locales, language, item };
		refuseIncomplete(words, { id, content: before.content, judgement: content?.judgement ?? [] });
	}
	const names = await namesOf(desk, command);
	const events = decision.events.map((event) =>
		event.actor === 'system'
			? toStored(event, {})
			: toStored(event, { by: byOf(principal, actor), ...(names && { names }), ...(content && { content }) }),
	);
	return append(desk, id, before, events);
}

/** The colleagues whom a command names. @throws Problem INVALID_INPUT when one of them is none */
async function namesOf(desk: CaseDesk, command: Command): Promise<Record<string, string> | undefined> {
	const ids = 'staff' in command ? command.staff : 'chair' in command ? [command.chair] : [];
	if (ids.length === 0) return undefined;
	const staff = await desk.staffNames();
	if (ids.some((id) => !staff.has(id))) {
		throw invalidInput([{ path: 'staff' in command ? '/command/staff' : '/command/chair', code: 'CHOICE' }]);
	}
	return Object.fromEntries(ids.map((id) => [id, staff.get(id) ?? '']));
}

async function append(
	desk: CaseDesk,
	id: string,
	before: CaseRecord,
	events: NewEvent[],
): Promise<CaseRecord> {
	const after = events.reduce(applyEvent, before);
	await desk.store.append({
		stream: id,
		expectedVersion: before.law.version,
		events,
		row: recordRow(after, desk.reckoning),
	});
	return after;
}

/**
 * What a command brings in from outside the law: the uploaded papers that it hands in, corrected fields, and what was
 * judged before a notice.
 * @throws Problem PAPER_MISSING when a paper is said to be handed in but nothing was uploaded for it; INVALID_INPUT when
 *   a corrected field is wrong
 */
export async function contentOf(
	desk: CaseDesk,
	id: string,
	record: CaseRecord,
	command: CaseCommand,
	{ form, language }: { form: Record<string, unknown> | undefined; language: Language },
): Promise<EventExtra['content']> {
	if (command.type === 'RequestSupplement') return { judgement: command.judgement };
	if (command.type !== 'Supplement' && command.type !== 'SupplyOwed') return undefined;
	const codes = command.type === 'Supplement' ? command.codes : command.materials;
	const fields = codes.filter(isFormField);
	const materials = codes.filter((code) => !fields.includes(code));
	const fresh = papersNotIn(record.content, await findPapers(desk.platform.db, id));
	const missing = materials.filter((code) => !fresh.some((paper) => paper.material === code));
	if (missing.length > 0) {
		const item = desk.catalog.find(record.content.itemCode, record.content.itemVersion);
		throw paperMissing(id, missing, paperNames(item, missing, language));
	}
	const files: FileMeta[] = fresh.filter((paper) => materials.includes(paper.material));
	return { files, ...(form && fields.length > 0 && correction(desk, record, fields, { form, language })) };
}

/** @throws Problem INVALID_INPUT when a corrected field is wrong */
function correction(
	{ platform: { locales }, catalog }: CaseDesk,
	{ content }: CaseRecord,
	codes: string[],
	{ form: sent, language }: { form: Record<string, unknown>; language: Language },
): Pick<CaseContent, 'form' | 'applicantName'> {
	const item = catalog.applied(content.itemCode, content.itemVersion, content.answers);
	const form = correctedForm(content.form, sent, codes);
	const faults = correctionFaults(item, form, codes, { locales, language });
	if (faults.length > 0) throw invalidInput(faults);
	return { form, applicantName: applicantOf(form).name || content.applicantName };
}

function paperMissing(id: string, materials: string[], names: string): Problem {
	return new Problem({
		code: caseProblems.PAPER_MISSING,
		params: { materials: names },
		details: materials.map((material) => ({ path: `/command/codes/${material}`, code: 'PAPER_MISSING' })),
		signposts: [{ code: 'UPLOAD_PAPER', action: 'UPLOAD', href: `/cases/${id}` }, signposts.hotline],
	});
}

/**
 * Writes down what time has brought, in every case where it has: for the job and for the demo clock.
 * A case that somebody else moves at the same moment is left to the next round. Answers how many were written.
 * @throws whatever else goes wrong, so that the job tries again
 */
export async function settleCases(desk: CaseDesk): Promise<number> {
	const { today } = instantOf(desk);
	const seen: string[] = [];
	let written = 0;
	for (;;) {
		const due = await findDueForSettlement(desk.platform.db, {
			today,
			limit: SETTLED_TOGETHER,
			except: seen,
		});
		if (due.length === 0) return written;
		seen.push(...due.map((row) => row.id));
		const results = await Promise.allSettled(due.map((row) => settleCase(desk, row, today)));
		written += results.filter((result) => result.status === 'fulfilled' && result.value).length;
		const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
		const unforeseen = failures.find((failure) => !isForeseen(failure));
		if (unforeseen !== undefined) throw unforeseen;
	}
}

/** Somebody else was quicker, or the year has no calendar: the next round looks again. */
function isForeseen(failure: unknown): boolean {
	if (failure instanceof CalendarYearMissing) return true;
	return failure instanceof Problem && failure.code === 'STALE_VERSION';
}

async function settleCase(desk: CaseDesk, row: CaseRow, today: PlainDate): Promise<boolean> {
	const events: CaseEvent[] = settle(row.state.law, today, desk.reckoning);
	if (events.length === 0) return false;
	await append(
		desk,
		row.id,
		row.state,
		events.map((event) => toStored(event, {})),
	);
	return true;
}
