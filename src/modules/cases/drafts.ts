import { randomUUID } from 'node:crypto';
import type { Principal } from '../../platform/http/principal.ts';
import { Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import type { Language } from '../../platform/locales.ts';
import { type Item, toItemRules } from '../catalog/index.ts';
import { type CaseDesk, giveCommand, instantOf } from './case-commands.ts';
import { type CaseContent, EMPTY_RECORD } from './case-record.ts';
import { caseProblems } from './cases.problems.ts';
import type { Draft, OnBehalfOf, Precheck, SubmitBody } from './cases.schema.ts';
import { findCase, findOwnCases, nextCaseNumber } from './cases.store.ts';
import { deleteDraft, findDrafts, getDraft, insertDraft } from './drafts.store.ts';
import { applicantOf } from './mask-form.ts';
import { deletePaper, findPapers, findPapersOf } from './papers.store.ts';
import { materialsInHand, precheck } from './precheck.ts';

/** What drafts need of the rooms below. */
export interface DraftDeps {
	desk: CaseDesk;
	/** What the bureau already holds about an account, as the form's `applicant` group (免填单); undefined when nothing. */
	knownApplicant(accountId: string): Promise<Record<string, unknown> | undefined>;
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

/** Throws a draft away with its papers. @throws Problem DRAFT_NOT_FOUND, also for somebody else's */
export async function discardDraft(desk: CaseDesk, principal: Principal, id: string): Promise<void> {
	const { db, files } = desk.platform;
	await getDraft(db, principal.id, id);
	for (const paper of await findPapers(db, id)) {
		await deletePaper(db, id, paper.id);
		await files.remove(paper.id);
	}
	await deleteDraft(db, principal.id, id);
}

/** What acceptance would find wrong with a draft as it is now. */
export function checkDraft({ desk }: DraftDeps, draft: Draft, language: Language): Precheck {
	const item = desk.catalog.get(draft.itemCode, draft.itemVersion);
	return precheck(item, draft, desk.platform.locales, language);
}

/**
 * Hands a draft in: it becomes a case under its own id. Handing in the same draft twice answers with the one case.
 * @throws Problem PRECHECK_FAILED with everything that is wrong; a wrong form is never let through, missing papers
 *   are when the applicant wishes so, because the law lets the bureau name them once
 */
export async function submitDraft(
	deps: DraftDeps,
	principal: Principal,
	id: string,
	body: SubmitBody,
	language: Language,
): Promise<void> {
	const { desk } = deps;
	const { platform } = desk;
	const { today } = instantOf(desk);
	if ((await findCase(platform.db, id, today))?.state.content.applicant === principal.id) return;
	const draft = await readDraft(desk, principal, id);
	const item = desk.catalog.get(draft.itemCode, draft.itemVersion);
	refuseFaults(checkDraft(deps, draft, language), id, body.allTheSame === true);
	await giveCommand(desk, id, EMPTY_RECORD, {
		command: {
			type: 'Submit',
			materials: materialsInHand(item, draft.files),
			channel: draft.onBehalfOf ? (body.channel ?? 'WINDOW') : 'ONLINE',
		},
		principal,
		language,
		rules: toItemRules(item),
		content: await firstContent(desk, principal, draft, item),
	});
	await deleteDraft(platform.db, principal.id, id);
}

/** What a case is about when it begins: the draft, under a number of its own. */
async function firstContent(
	desk: CaseDesk,
	principal: Principal,
	draft: Draft,
	item: Item,
): Promise<CaseContent> {
	const { platform } = desk;
	const { today } = instantOf(desk);
	return {
		number: await nextCaseNumber(platform.db, platform.config.jurisdiction, today.slice(0, 4)),
		itemCode: item.code,
		itemVersion: item.version,
		applicant: draft.onBehalfOf ? null : principal.id,
		applicantName: applicantOf(draft.form).name || draft.onBehalfOf?.name || principal.name,
		onBehalfOf: draft.onBehalfOf,
		form: draft.form,
		files: draft.files,
	};
}

function refuseFaults({ ok, faults }: Precheck, id: string, allTheSame: boolean): void {
	if (ok) return;
	const errors = faults.filter(({ severity }) => severity === 'error');
	if (allTheSame && errors.every(({ path }) => path.startsWith('material:'))) return;
	throw new Problem({
		code: caseProblems.PRECHECK_FAILED,
		params: { count: errors.length },
		details: errors.map(({ path, code, text }) => ({ path, code, text })),
		signposts: [{ code: 'BACK_TO_DRAFT', action: 'OPEN', href: `/apply/${id}` }, signposts.hotline],
	});
}
