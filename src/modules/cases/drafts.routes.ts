import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import { assertCan } from '../../platform/permissions.ts';
import type { Reader } from './case-view.ts';
import { caseRules, WINDOW_ROLES } from './cases.permissions.ts';
import { caseProblems } from './cases.problems.ts';
import { CaseView, Draft, DraftChange, FileMeta, NewDraft, Precheck, SubmitBody } from './cases.schema.ts';
import { deleteDraft, getDraft, updateDraft } from './drafts.store.ts';
import { checkDraft, createDraft, type DraftDeps, listDrafts, readDraft, submitDraft } from './drafts.ts';
import { deletePaper, findPapers } from './papers.store.ts';
import { receivePaper } from './upload.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const FileParams = Type.Object({
	id: Type.String({ format: 'uuid' }),
	fileId: Type.String({ format: 'uuid' }),
});
const apply = { builder: caseRules, action: 'apply', subject: 'Case', roles: ['APPLICANT'] } as const;
const applyFor = { builder: caseRules, action: 'applyFor', subject: 'Case', roles: WINDOW_ROLES } as const;

/** Applications that are being written: only their writer sees them. */
export function draftRoutes(
	app: FastifyInstance,
	deps: DraftDeps & { readCase(id: string, reader: Reader): Promise<CaseView> },
): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	const { desk } = deps;
	const { db, files, clock } = desk.platform;
	const tags = ['drafts'];

	routes.post(
		'/api/drafts',
		{ schema: { tags, summary: 'Begin an application', body: NewDraft, response: { 201: Draft } } },
		async (request, reply) => {
			const principal = assertCan(request, request.body.onBehalfOf ? applyFor : apply);
			return reply.code(201).send(await createDraft(deps, principal, request.body));
		},
	);
	routes.get(
		'/api/drafts',
		{
			schema: {
				tags,
				summary: 'My applications in writing',
				response: { 200: Type.Object({ drafts: Type.Array(Draft) }) },
			},
		},
		async (request) => ({ drafts: await listDrafts(desk, assertCan(request, apply)) }),
	);
	routes.get(
		'/api/drafts/:id',
		{ schema: { tags, summary: 'One of them', params: Params, response: { 200: Draft } } },
		async (request) => readDraft(desk, assertCan(request, apply), request.params.id),
	);
	routes.put(
		'/api/drafts/:id',
		{
			schema: {
				tags,
				summary: 'Keep what was written',
				params: Params,
				body: DraftChange,
				response: { 200: Draft },
			},
		},
		async (request) => {
			const principal = assertCan(request, request.body.onBehalfOf ? applyFor : apply);
			await updateDraft(db, principal.id, request.params.id, { ...request.body, at: clock.now() });
			return readDraft(desk, principal, request.params.id);
		},
	);
	routes.delete(
		'/api/drafts/:id',
		{
			schema: {
				tags,
				summary: 'Throw one away, with its papers',
				params: Params,
				response: { 204: Type.Null() },
			},
		},
		async (request, reply) => {
			const principal = assertCan(request, apply);
			const { id } = request.params;
			await getDraft(db, principal.id, id);
			for (const paper of await findPapers(db, id)) {
				await deletePaper(db, id, paper.id);
				await files.remove(paper.id);
			}
			await deleteDraft(db, principal.id, id);
			return reply.code(204).send(null);
		},
	);
	routes.post(
		'/api/drafts/:id/files',
		{
			schema: {
				tags,
				summary: 'Add a paper (multipart: material, file)',
				consumes: ['multipart/form-data'],
				params: Params,
				response: { 201: FileMeta },
			},
		},
		async (request, reply) => {
			const principal = assertCan(request, apply);
			const draft = await getDraft(db, principal.id, request.params.id);
			const item = desk.catalog.get(draft.itemCode, draft.itemVersion);
			return reply.code(201).send(await receivePaper(desk, request, draft.id, item, principal));
		},
	);
	routes.delete(
		'/api/drafts/:id/files/:fileId',
		{ schema: { tags, summary: 'Take a paper out', params: FileParams, response: { 204: Type.Null() } } },
		async (request, reply) => {
			const principal = assertCan(request, apply);
			const { id, fileId } = request.params;
			await getDraft(db, principal.id, id);
			if (!(await deletePaper(db, id, fileId))) {
				throw new Problem({
					code: caseProblems.FILE_NOT_FOUND,
					signposts: [signposts.reload, signposts.hotline],
				});
			}
			await files.remove(fileId);
			return reply.code(204).send(null);
		},
	);
	routes.post(
		'/api/drafts/:id/precheck',
		{
			schema: {
				tags,
				summary: 'Everything that acceptance would find wrong',
				params: Params,
				response: { 200: Precheck },
			},
		},
		async (request) => {
			const principal = assertCan(request, apply);
			return checkDraft(deps, await readDraft(desk, principal, request.params.id), request.language);
		},
	);
	routes.post(
		'/api/drafts/:id/submit',
		{
			schema: { tags, summary: 'Hand it in', params: Params, body: SubmitBody, response: { 201: CaseView } },
		},
		async (request, reply) => {
			const principal = assertCan(request, apply);
			const { language, params, body } = request;
			await submitDraft(deps, principal, params.id, body, language);
			return reply.code(201).send(await deps.readCase(params.id, { principal, language }));
		},
	);
}
