import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import { Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import type { Answers } from '../catalog/index.ts';
import { caseProblems } from './cases.problems.ts';
import type { Draft, DraftChange, OnBehalfOf } from './cases.schema.ts';

/** A draft as it is kept; its files are in papers.store.ts. */
export type DraftRow = Omit<Draft, 'files' | 'remarks'>;

const COLUMNS = sql`id, item_code as "itemCode", item_version as "itemVersion", answers, form, on_behalf_of as "onBehalfOf",
	version, to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt"`;

/** Nobody is handing it in, and it has not become a case. An attempt of a minute ago has failed without saying so. */
const OPEN = sql`(handing_in is null or handing_in < now() - interval '1 minute') and not exists (
	select from cases where cases.jurisdiction = drafts.jurisdiction and cases.id = drafts.id::text)`;

/** Keeps a new draft, in its first version. */
export async function insertDraft(
	db: Db,
	draft: {
		jurisdiction: string;
		id: string;
		owner: string;
		itemCode: string;
		itemVersion: number;
		onBehalfOf: OnBehalfOf | null;
		answers: Answers;
		form: object;
		at: Date;
	},
): Promise<void> {
	await sql`insert into drafts (jurisdiction, id, owner, item_code, item_version, answers, form, on_behalf_of, version, updated_at)
		values (${draft.jurisdiction}, ${draft.id}, ${draft.owner}, ${draft.itemCode}, ${draft.itemVersion},
			${JSON.stringify(draft.answers)}::jsonb, ${JSON.stringify(draft.form)}::jsonb, ${draft.onBehalfOf && JSON.stringify(draft.onBehalfOf)}::jsonb, 1, ${draft.at})`.execute(
		db.kysely,
	);
}

/** Somebody's drafts, newest first. A draft that has become a case is none any more. */
export async function findDrafts(db: Db, owner: string): Promise<DraftRow[]> {
	const { rows } = await sql<DraftRow>`select ${COLUMNS} from drafts where owner = ${owner}
		and not exists (select from cases where cases.jurisdiction = drafts.jurisdiction and cases.id = drafts.id::text)
		order by updated_at desc limit 100`.execute(db.kysely);
	return rows;
}

/** How many somebody is writing. */
export async function countDrafts(db: Db, owner: string): Promise<number> {
	const { rows } = await sql<{ count: number }>`
		select count(*)::int as count from drafts where owner = ${owner}`.execute(db.kysely);
	return rows[0]?.count ?? 0;
}

/** One's own draft, if there is one. */
export async function findDraft(db: Db, owner: string, id: string): Promise<DraftRow | undefined> {
	const { rows } =
		await sql<DraftRow>`select ${COLUMNS} from drafts where id = ${id} and owner = ${owner}`.execute(
			db.kysely,
		);
	return rows[0];
}

/** @throws Problem DRAFT_NOT_FOUND, also for somebody else's. */
export async function getDraft(db: Db, owner: string, id: string): Promise<DraftRow> {
	const draft = await findDraft(db, owner, id);
	if (draft) return draft;
	throw draftNotFound();
}

/** Keeps a form and, where they are given, answers. @throws Problem DRAFT_CHANGED when it was changed elsewhere since it was read. */
export async function updateDraft(
	db: Db,
	owner: string,
	id: string,
	change: Omit<DraftChange, 'form'> & { form: object; at: Date },
): Promise<void> {
	const behalf = change.onBehalfOf ? sql`${JSON.stringify(change.onBehalfOf)}::jsonb` : sql`on_behalf_of`;
	const answers = change.answers ? sql`${JSON.stringify(change.answers)}::jsonb` : sql`answers`;
	const { numAffectedRows } =
		await sql`update drafts set form = ${JSON.stringify(change.form)}::jsonb, answers = ${answers},
		on_behalf_of = ${behalf},
		version = version + 1, updated_at = ${change.at}
		where id = ${id} and owner = ${owner} and version = ${change.expectedVersion} and ${OPEN}`.execute(
			db.kysely,
		);
	if (numAffectedRows === 1n) return;
	await getDraft(db, owner, id);
	throw draftChanged(id);
}

/**
 * Does something with the papers of a draft. Meanwhile nobody can hand the draft in or throw it away, so that a case
 * never counts on a paper that is gone.
 * @throws Problem DRAFT_NOT_FOUND; DRAFT_CHANGED when it is being handed in
 */
export async function withOpenDraft<T>(
	db: Db,
	owner: string,
	id: string,
	act: (inside: Db) => Promise<T>,
): Promise<T> {
	return db.kysely.transaction().execute(async (transaction) => {
		const inside = { ...db, kysely: transaction };
		const { rows } = await sql`
			select id from drafts where id = ${id} and owner = ${owner} and ${OPEN} for update`.execute(
			transaction,
		);
		if (rows.length === 1) return act(inside);
		await getDraft(inside, owner, id);
		throw draftChanged(id);
	});
}

/** Takes a draft for handing in, if nobody else is at it. From now on it stays as it is. */
export async function claimDraft(db: Db, owner: string, id: string): Promise<DraftRow | undefined> {
	const { rows } = await sql<DraftRow>`update drafts set handing_in = now()
		where id = ${id} and owner = ${owner} and ${OPEN} returning ${COLUMNS}`.execute(db.kysely);
	return rows[0];
}

/** Gives it back to its writer: it could not be handed in. */
export async function releaseDraft(db: Db, owner: string, id: string): Promise<void> {
	await sql`update drafts set handing_in = null where id = ${id} and owner = ${owner}`.execute(db.kysely);
}

/** Forgets a draft; its papers are the caller's to see to. */
export async function deleteDraft(db: Db, owner: string, id: string): Promise<void> {
	await sql`delete from drafts where id = ${id} and owner = ${owner}`.execute(db.kysely);
}

/** It does not exist, or is not the asker's. */
export function draftNotFound(): Problem {
	return new Problem({
		code: caseProblems.DRAFT_NOT_FOUND,
		signposts: [{ code: 'MY_CASES', action: 'OPEN', href: '/my' }, signposts.search, signposts.hotline],
	});
}

/** It is not any more what the asker believes. */
export function draftChanged(id: string): Problem {
	return new Problem({
		code: caseProblems.DRAFT_CHANGED,
		signposts: [{ ...signposts.reload, href: `/apply/${id}` }],
	});
}
