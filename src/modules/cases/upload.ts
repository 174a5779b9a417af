import type { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Db } from '../../platform/db/index.ts';
import { invalidInput } from '../../platform/http/input.ts';
import type { Principal } from '../../platform/http/principal.ts';
import { Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import type { Item } from '../catalog/index.ts';
import type { CaseDesk } from './case-commands.ts';
import { caseProblems } from './cases.problems.ts';
import type { FileMeta } from './cases.schema.ts';
import { withOpenDraft } from './drafts.store.ts';
import { deletePaper, findPapers, insertPaper } from './papers.store.ts';

/** Enough for any application; more is a mistake or an attack. */
const MOST_FILES = 100;

interface Place {
	owner: string;
	item: Item;
	principal: Principal;
	inDraft: boolean;
}

/**
 * Takes in one paper: a multipart body with the field `material` and then the file. The type is judged by content.
 * @throws Problem MULTIPART_INVALID, INVALID_INPUT for an unknown material, TOO_MANY_FILES, ONE_FILE_AT_A_TIME when
 *   there is more than one (then none is kept), and those of the file store
 */
export async function receivePaper(desk: CaseDesk, request: FastifyRequest, place: Place): Promise<FileMeta> {
	if (!request.isMultipart()) throw multipartInvalid();
	const parts = request.files();
	const { value: part } = await parts.next().catch((cause: unknown) => {
		throw multipartInvalid(cause);
	});
	if (!part) throw multipartInvalid();
	const paper = await receiveFile(desk, part, place);
	const fault = await faultBehind(parts);
	if (!fault) return paper;
	await deletePaper(desk.platform.db, place.owner, paper.id);
	await desk.platform.files.remove(paper.id);
	throw fault;
}

async function receiveFile(desk: CaseDesk, part: MultipartFile, place: Place): Promise<FileMeta> {
	const { owner, item, principal, inDraft } = place;
	const field = part.fields['material'];
	const material = field && !Array.isArray(field) && field.type === 'field' ? String(field.value) : '';
	if (!item.materials.some(({ code }) => code === material)) {
		part.file.resume();
		throw invalidInput([{ path: '/material', code: 'CHOICE' }]);
	}
	if ((await findPapers(desk.platform.db, owner)).length >= MOST_FILES) {
		part.file.resume();
		throw new Problem({
			code: caseProblems.TOO_MANY_FILES,
			params: { most: MOST_FILES },
			signposts: [signposts.hotline],
		});
	}
	const file = { name: part.filename, content: part.file, uploadedBy: principal.id };
	const writer = inDraft ? principal.id : undefined;
	return keepPaper(desk, owner, material, { ...file, writer }).catch((error: unknown) => {
		throw part.file.errored ? multipartInvalid(error) : error;
	});
}

/** What is wrong with the rest of the body: a second file must not be dropped without a word. */
async function faultBehind(parts: AsyncIterableIterator<MultipartFile>): Promise<Problem | undefined> {
	try {
		const { value: second } = await parts.next();
		if (!second) return undefined;
		second.file.resume();
		return oneFileAtATime();
	} catch (error) {
		const isSecond = (error as { code?: unknown }).code === 'FST_FILES_LIMIT';
		return isSecond ? oneFileAtATime() : multipartInvalid(error);
	}
}

function oneFileAtATime(): Problem {
	return new Problem({
		code: caseProblems.ONE_FILE_AT_A_TIME,
		signposts: [{ code: 'ONE_BY_ONE', action: 'UPLOAD' }],
	});
}

/**
 * Puts a file away as a paper of a case, or of somebody's draft.
 * @throws Problem of the file store; DRAFT_NOT_FOUND, DRAFT_CHANGED when the draft is gone or being handed in meanwhile
 */
export async function keepPaper(
	{ platform: { db, files, config } }: CaseDesk,
	owner: string,
	material: string,
	file: { name: string; content: Readable; uploadedBy: string; writer?: string | undefined },
): Promise<FileMeta> {
	const { id, name, size, mediaType, digest, uploadedAt } = await files.put(owner, file);
	const paper = { id, material, name, size, mediaType, digest, uploadedAt };
	const keep = (at: Db) => insertPaper(at, config.jurisdiction, owner, paper);
	try {
		await (file.writer === undefined ? keep(db) : withOpenDraft(db, file.writer, owner, keep));
	} catch (error) {
		await files.remove(id);
		throw error;
	}
	return paper;
}

function multipartInvalid(cause?: unknown): Problem {
	return new Problem({
		code: caseProblems.MULTIPART_INVALID,
		cause,
		signposts: [{ code: 'SEND_MULTIPART', action: 'CORRECT' }, signposts.documentation],
	});
}
