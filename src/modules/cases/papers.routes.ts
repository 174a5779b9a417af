import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { sendFile } from '../../platform/files/serve.ts';
import { Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import { assertCan } from '../../platform/permissions.ts';
import { may, type Reader, readerOf, visibleCase } from './case-access.ts';
import { type CaseDesk, instantOf } from './case-commands.ts';
import { APPLY } from './cases.permissions.ts';
import { caseProblems } from './cases.problems.ts';
import { FileMeta } from './cases.schema.ts';
import { findCase } from './cases.store.ts';
import { getDraft, withOpenDraft } from './drafts.store.ts';
import { deletePaper, findPaper } from './papers.store.ts';
import { receivePaper } from './upload.ts';

const Uuid = Type.String({ format: 'uuid' });
const Params = Type.Object({ id: Uuid });
const upload = { consumes: ['multipart/form-data'], params: Params, response: { 201: FileMeta } };

/** Papers of a draft: in and out again, by its writer. */
export function draftPaperRoutes(app: FastifyInstance, desk: CaseDesk): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	const { db, files } = desk.platform;

	routes.post(
		'/api/drafts/:id/files',
		{ schema: { tags: ['drafts'], summary: 'Add a paper (multipart: material, file)', ...upload } },
		async (request, reply) => {
			const principal = assertCan(request, APPLY);
			const draft = await getDraft(db, principal.id, request.params.id);
			const item = desk.catalog.applied(draft.itemCode, draft.itemVersion, draft.answers);
			const paper = await receivePaper(desk, request, { owner: draft.id, item, principal, inDraft: true });
			return reply.code(201).send(paper);
		},
	);
	routes.delete(
		'/api/drafts/:id/files/:fileId',
		{
			schema: {
				tags: ['drafts'],
				summary: 'Take a paper out',
				params: Type.Object({ id: Uuid, fileId: Uuid }),
				response: { 204: Type.Null() },
			},
		},
		async (request, reply) => {
			const principal = assertCan(request, APPLY);
			const { id, fileId } = request.params;
			const found = await withOpenDraft(db, principal.id, id, (inside) => deletePaper(inside, id, fileId));
			if (!found) throw fileNotFound();
			await files.remove(fileId);
			return reply.code(204).send(null);
		},
	);
}

/** Papers of a case: in when they were asked for, never out; and any paper to whoever may see it. */
export function casePaperRoutes(app: FastifyInstance, desk: CaseDesk): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	const { db, files } = desk.platform;

	routes.post(
		'/api/cases/:id/files',
		{
			schema: {
				tags: ['cases'],
				summary: 'Add a paper that was asked for (multipart: material, file)',
				...upload,
			},
		},
		async (request, reply) => {
			const reader = readerOf(request);
			const row = await visibleCase(desk, request.params.id, reader, 'Supplement');
			const { itemCode, itemVersion, answers } = row.state.content;
			const item = desk.catalog.applied(itemCode, itemVersion, answers);
			const { principal } = reader;
			const paper = await receivePaper(desk, request, { owner: row.id, item, principal, inDraft: false });
			return reply.code(201).send(paper);
		},
	);
	routes.get(
		'/api/files/:id',
		{ schema: { tags: ['cases'], summary: 'A paper', params: Params } },
		async (request, reply) => {
			const reader = readerOf(request);
			const paper = await findPaper(db, request.params.id);
			const file = paper && (await files.find(paper.id));
			if (!file || !(await maySeePaper(desk, paper.owner, file.uploadedBy, reader))) throw fileNotFound();
			return sendFile(reply, files, file);
		},
	);
}

/** A paper belongs to a draft, which only its writer sees, or to a case, where the case's rule holds. */
async function maySeePaper(
	desk: CaseDesk,
	owner: string,
	uploadedBy: string,
	reader: Reader,
): Promise<boolean> {
	if (uploadedBy === reader.principal.id) return true;
	const row = await findCase(desk.platform.db, owner, instantOf(desk).today);
	return row !== undefined && may(reader, 'readPersonal', row.state);
}

function fileNotFound(): Problem {
	return new Problem({ code: caseProblems.FILE_NOT_FOUND, signposts: [signposts.home, signposts.hotline] });
}
