import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import type { FileMeta } from './cases.schema.ts';

const COLUMNS = sql`file_id as id, material, name, size, media_type as "mediaType", digest,
	to_char(uploaded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "uploadedAt"`;

/** Papers of a draft or case, in the order in which they came. */
export async function findPapers(db: Db, owner: string): Promise<FileMeta[]> {
	const { rows } =
		await sql<FileMeta>`select ${COLUMNS} from papers where owner = ${owner} order by uploaded_at, file_id`.execute(
			db.kysely,
		);
	return rows;
}

/** Papers of several drafts at once. */
export async function findPapersOf(db: Db, owners: string[]): Promise<Map<string, FileMeta[]>> {
	const { rows } = await sql<FileMeta & { owner: string }>`
		select owner, ${COLUMNS} from papers where owner = any(${owners}::uuid[]) order by uploaded_at, file_id`.execute(
		db.kysely,
	);
	const byOwner = new Map<string, FileMeta[]>();
	for (const { owner, ...paper } of rows) byOwner.set(owner, [...(byOwner.get(owner) ?? []), paper]);
	return byOwner;
}

/** The paper that a file is, and the draft or case that it belongs to. */
export async function findPaper(db: Db, fileId: string): Promise<(FileMeta & { owner: string }) | undefined> {
	const { rows } = await sql<
		FileMeta & { owner: string }
	>`select owner, ${COLUMNS} from papers where file_id = ${fileId}`.execute(db.kysely);
	return rows[0];
}

/** Files a paper under a draft or case; its bytes are in the file store. */
export async function insertPaper(
	db: Db,
	jurisdiction: string,
	owner: string,
	paper: FileMeta,
): Promise<void> {
	await sql`insert into papers (jurisdiction, file_id, owner, material, name, size, media_type, digest, uploaded_at)
		values (${jurisdiction}, ${paper.id}, ${owner}, ${paper.material}, ${paper.name}, ${paper.size}, ${paper.mediaType},
			${paper.digest}, ${paper.uploadedAt})`.execute(db.kysely);
}

/** Whether there was such a paper. */
export async function deletePaper(db: Db, owner: string, fileId: string): Promise<boolean> {
	const { numAffectedRows } =
		await sql`delete from papers where file_id = ${fileId} and owner = ${owner}`.execute(db.kysely);
	return numAffectedRows === 1n;
}
