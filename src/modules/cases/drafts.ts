import { randomUUID } from 'node:crypto';
import { invalidInput } from '../../platform/http/input.ts';
import type { Principal } from '../../platform/http/principal.ts';
import { Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import { readCitizenId } from '../../platform/identity/index.ts';
import type { Language, Locales } from '../../platform/locales.ts';
import { type Answers, fillFromAnswers } from '../catalog/index.ts';
import { type CaseDesk, instantOf } from './case-commands.ts';
import { caseProblems } from './cases.problems.ts';
import type { Draft, DraftChange, NewDraft, OnBehalfOf, Precheck } from './cases.schema.ts';
import { findOwnCases } from './cases.store.ts';
import { refuseCancelled, remarksOn } from './draft-remarks.ts';
import {
	countDrafts,
	type DraftRow,
	deleteDraft,
	findDrafts,
	getDraft,
	insertDraft,
	updateDraft,
	withOpenDraft,
} from './drafts.store.ts';
import { deletePaper, findPapers, findPapersOf } from './papers.store.ts';
import { type Applied, precheck, verdict } from './precheck.ts';

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
	wish: NewDraft,
	language: Language,
): Promise<Draft> {
	refuseCancelled(desk, wish.itemCode);
	const item = desk.catalog.get(wish.itemCode);
	const { platform } = desk;
	const { answers = {} } = wish;
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
		answers,
		form: fillFromAnswers(item, applicant ? { applicant } : {}, answers),
		at: platform.clock.now(),
	});
	return readDraft(desk, principal, id, language);
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
export async function readDraft(
	desk: CaseDesk,
	principal: Principal,
	id: string,
	language: Language,
): Promise<Draft> {
	const draft = await getDraft(desk.platform.db, principal.id, id);
	return withRemarks(desk, draft, await findPapers(desk.platform.db, id), language);
}

function withRemarks(desk: CaseDesk, draft: DraftRow, files: Draft['files'], language: Language): Draft {
	return { ...draft, files, remarks: remarksOn(desk, draft, language) };
}

/**
 * Keeps what was written. Answers that come with it fill in their fields; everything else that was written stays,
 * also what is not asked for any more.
 * @throws Problem DRAFT_NOT_FOUND; DRAFT_CHANGED when it was changed elsewhere since it was read
 */
export async function changeDraft(
	desk: CaseDesk,
	principal: Principal,
	id: string,
	change: DraftChange,
): Promise<void> {
	const { db, clock } = desk.platform;
	const { itemCode, itemVersion } = await getDraft(db, principal.id, id);
	const { answers } = change;
	const item = desk.catalog.get(itemCode, itemVersion);
	const form = answers ? fillFromAnswers(item, change.form, answers) : change.form;
	await updateDraft(db, principal.id, id, { ...change, form, at: clock.now() });
}

/** Everything that somebody is writing, newest first. */
export async function listDrafts(desk: CaseDesk, principal: Principal, language: Language): Promise<Draft[]> {
	const drafts = await findDrafts(desk.platform.db, principal.id);
	const papers = await findPapersOf(
		desk.platform.db,
		drafts.map((draft) => draft.id),
	);
	return drafts.map((draft) => withRemarks(desk, draft, papers.get(draft.id) ?? [], language));
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

/** What acceptance would find wrong with a draft as it is now; also that its item is not offered any more. */
export function checkDraft({ desk }: DraftDeps, draft: Omit<Draft, 'remarks'>, language: Language): Precheck {
	const { locales } = desk.platform;
	const { faults } = precheck(appliedTo(desk, draft), draft, { locales, language });
	const gone = remarksOn(desk, draft, language)
		.filter(({ code }) => code === 'ITEM_CANCELLED')
		.map((remark) => ({ ...remark, path: 'item', severity: 'error' as const }));
	return verdict([...gone, ...faults]);
}

/** The item of a draft: as a whole, and as its answers select it. */
export function appliedTo(
	{ catalog }: CaseDesk,
	{ itemCode, itemVersion, answers }: { itemCode: string; itemVersion: number; answers: Answers },
): Applied {
	return {
		whole: catalog.get(itemCode, itemVersion),
		situated: catalog.applied(itemCode, itemVersion, answers),
	};
}
