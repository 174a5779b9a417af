import { setTimeout as pause } from 'node:timers/promises';
import type { Principal } from '../../platform/http/principal.ts';
import { Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import type { Language } from '../../platform/locales.ts';
import { type Item, toItemRules } from '../catalog/index.ts';
import { applicantOf } from './applicant-form.ts';
import { askedFor, isAsked } from './asked.ts';
import { type CaseDesk, giveCommand, instantOf } from './case-commands.ts';
import { type CaseContent, EMPTY_RECORD } from './case-record.ts';
import { caseProblems } from './cases.problems.ts';
import type { Draft, FileMeta, Precheck, SubmitBody } from './cases.schema.ts';
import { nextCaseNumber } from './cases.store.ts';
import { refuseCancelled } from './draft-remarks.ts';
import {
	claimDraft,
	type DraftRow,
	deleteDraft,
	draftChanged,
	draftNotFound,
	findDraft,
	releaseDraft,
} from './drafts.store.ts';
import { appliedTo, checkDraft, type DraftDeps } from './drafts.ts';
import { deletePaper, findPapers } from './papers.store.ts';
import { materialsInHand } from './precheck.ts';

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
	const { db } = deps.desk.platform;
	const row = await takeDraft(deps.desk, principal, id);
	if (!row) return;
	const draft = { ...row, files: await findPapers(db, id) };
	try {
		refuseCancelled(deps.desk, draft.itemCode);
		refuseFaults(checkDraft(deps, draft, language), id, body.allTheSame === true);
		await beginCase(deps.desk, principal, draft, { channel: body.channel, language });
	} catch (error) {
		await releaseDraft(db, principal.id, id);
		throw error;
	}
	const { situated } = appliedTo(deps.desk, draft);
	await discard(
		deps.desk,
		id,
		draft.files.filter((file) => !isAsked(situated, file)),
	);
	await deleteDraft(db, principal.id, id);
}

/** Papers that were uploaded for what is not asked any more go with the draft: the bureau keeps nothing unrelated. */
async function discard({ platform: { db, files } }: CaseDesk, id: string, papers: FileMeta[]): Promise<void> {
	for (const paper of papers) {
		await deletePaper(db, id, paper.id);
		await files.remove(paper.id);
	}
}

type WholeDraft = Omit<Draft, 'remarks'>;

/** How often it is looked whether another request has finished handing in, and the first pause in milliseconds. */
const LOOKS = 8;
const FIRST_PAUSE = 20;

/**
 * The draft for handing in; undefined when this person has handed it in already. Waits for another request that is
 * just doing so.
 * @throws Problem DRAFT_NOT_FOUND; DRAFT_CHANGED when the other request takes too long
 */
async function takeDraft(desk: CaseDesk, principal: Principal, id: string): Promise<DraftRow | undefined> {
	const { db } = desk.platform;
	for (let look = 0; look < LOOKS; look++) {
		const draft = await claimDraft(db, principal.id, id);
		if (draft) return draft;
		const isThere = (await findDraft(db, principal.id, id)) !== undefined;
		// A draft goes only after its case has come: asked in this order, one of the two is there.
		const [first] = await desk.store.read(id);
		if (first?.actor === principal.id) return undefined;
		if (!isThere) throw draftNotFound();
		await pause(FIRST_PAUSE * 2 ** look);
	}
	throw draftChanged(id);
}

async function beginCase(
	desk: CaseDesk,
	principal: Principal,
	written: WholeDraft,
	{ channel, language }: { channel: SubmitBody['channel']; language: Language },
): Promise<void> {
	const { whole, situated: item } = appliedTo(desk, written);
	const draft = askedFor(whole, item, written);
	await giveCommand(desk, draft.id, EMPTY_RECORD, {
		command: {
			type: 'Submit',
			materials: materialsInHand(item, draft.files),
			channel: draft.onBehalfOf ? (channel ?? 'WINDOW') : 'ONLINE',
		},
		principal,
		language,
		rules: toItemRules(item),
		content: await firstContent(desk, principal, draft, item),
	});
}

/** What a case is about when it begins: the draft, under a number of its own. */
async function firstContent(
	desk: CaseDesk,
	principal: Principal,
	draft: WholeDraft,
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
		answers: draft.answers,
		form: draft.form,
		files: draft.files,
	};
}

function refuseFaults({ ok, mayHandIn, faults }: Precheck, id: string, allTheSame: boolean): void {
	if (ok || (allTheSame && mayHandIn)) return;
	const errors = faults.filter(({ severity }) => severity === 'error');
	throw new Problem({
		code: caseProblems.PRECHECK_FAILED,
		params: { count: errors.length },
		details: errors.map(({ path, code, text }) => ({ path, code, text })),
		signposts: [{ code: 'BACK_TO_DRAFT', action: 'OPEN', href: `/apply/${id}` }, signposts.hotline],
	});
}
