import { randomUUID } from 'node:crypto';
import { invalidInput } from '../../platform/http/input.ts';
import type { Principal } from '../../platform/http/principal.ts';
import { Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import { readCitizenId } from '../../platform/identity/index.ts';
import type { Language, Locales } from '../../platform/locales.ts';
import { type CaseDesk, instantOf } from './case-commands.ts';
import { caseProblems } from './cases.problems.ts';
import type { Draft, OnBehalfOf, Precheck } from './cases.schema.ts';
import { findOwnCases } from './cases.store.ts';
import {
	countDrafts,
	deleteDraft,
	findDrafts,
	getDraft,
	insertDraft,
	withOpenDraft,
} from './drafts.store.ts';
import { deletePaper, findPapers, findPapersOf } from './papers.store.ts';
import { precheck } from './precheck.ts';

/** What drafts need of the rooms below. */
export interface DraftDeps {
	desk: CaseDesk;
	/** What the bureau already holds about an account, as the form's `applicant` group (免填单); undefined when nothing. */
	knownApplicant(accountId: string): Promise<Record<string, unknown> | undefined>;
}

/** Enough for anybody who writes them by hand, a clerk's day at the window included. */
const MOST_DRAFTS = 100;

function tooManyDrafts(): Problem {
	return new Problem({
		code: caseProblems.TOO_MANY_DRAFTS,
		params: { most: MOST_DRAFTS },
		signposts: [{ code: 'CLEAR_DRAFTS', action: 'OPEN', href: '/my' }, signposts.hotline],
	});
}

/** @throws Problem INVALID_INPUT for a citizen id that cannot be: at the window, too, a wrong number blocks. */
export function checkVisitor(visitor: OnBehalfOf | undefined, locales: Locales, language: Language): void {
	const read = visitor && readCitizenId(visitor.idNumber);
	if (!read || read.ok) return;
	const code = `CITIZEN_ID_${read.fault}`;
	throw invalidInput([
		{ path: '/onBehalfOf/idNumber', code, text: locales.t(language, `catalog.faults.${code}`) },
	]);
}

/** Begins an application; the applicant's group is filled in from what the bureau already holds. */
export async function createDraft(
	{ desk, knownApplicant }: DraftDeps,
	principal: Principal,
	wish: { itemCode: string; onBehalfOf?: OnBehalfOf | undefined },
): Promise<Draft> {
	const item = desk.catalog.get(wish.itemCode);
	const { platform } = desk;
	const id = randomUUID();
	if ((await countDrafts(platform.db, principal.id)) >= MOST_DRAFTS) throw tooManyDrafts();
	const applicant = wish.onBehalfOf
		? fromWindow(wish.onBehalfOf)
		: ((await lastApplicant(desk, principal.id)) ?? (await knownApplicant(principal.id)));
	await insertDraft(platform.db, {
		jurisdiction: platform.config.jurisdiction,
		id,
		owner: principal.id,
		itemCode: item.code,
		itemVersion: item.version,
		onBehalfOf: wish.onBehalfOf ?? null,
		form: applicant ? { applicant } : {},
		at: platform.clock.now(),
	});
	return readDraft(desk, principal, id);
}

function fromWindow({ name, idNumber, phone }: OnBehalfOf): Record<string, unknown> {
	return { kind: 'PERSON', name, idNumber, contact: name, phone };
}

/** Nobody is asked twice: the last application of the same account says who applies. */
async function lastApplicant(desk: CaseDesk, account: string): Promise<Record<string, unknown> | undefined> {
	const [last] = await findOwnCases(
		desk.platform.db,
		{ applicant: account },
		{ today: instantOf(desk).today, limit: 1 },
	);
	const group = last?.state.content.form['applicant'];
	return typeof group === 'object' && group !== null ? (group as Record<string, unknown>) : undefined;
}

/** One's own draft with its papers. @throws Problem DRAFT_NOT_FOUND, also for somebody else's */
export async function readDraft(desk: CaseDesk, principal: Principal, id: string): Promise<Draft> {
	const draft = await getDraft(desk.platform.db, principal.id, id);
	return { ...draft, files: await findPapers(desk.platform.db, id) };
}

/** Everything that somebody is writing, newest first. */
export async function listDrafts(desk: CaseDesk, principal: Principal): Promise<Draft[]> {
	const drafts = await findDrafts(desk.platform.db, principal.id);
	const papers = await findPapersOf(
		desk.platform.db,
		drafts.map((draft) => draft.id),
	);
	return drafts.map((draft) => ({ ...draft, files: papers.get(draft.id) ?? [] }));
}

/**
 * Throws a draft away with its papers.
 * @throws Problem DRAFT_NOT_FOUND, also for somebody else's; DRAFT_CHANGED when it is being handed in
 */
export async function discardDraft(desk: CaseDesk, principal: Principal, id: string): Promise<void> {
	const { db, files } = desk.platform;
	const papers = await withOpenDraft(db, principal.id, id, async (inside) => {
		const all = await findPapers(inside, id);
		for (const paper of all) await deletePaper(inside, id, paper.id);
		await deleteDraft(inside, principal.id, id);
		return all;
	});
	for (const paper of papers) await files.remove(paper.id);
}

/** What acceptance would find wrong with a draft as it is now. */
export function checkDraft({ desk }: DraftDeps, draft: Draft, language: Language): Precheck {
	const item = desk.catalog.get(draft.itemCode, draft.itemVersion);
	return precheck(item, draft, desk.platform.locales, language);
}
