import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { rolesFor } from '../../law/index.ts';
import { sendFile } from '../../platform/files/serve.ts';
import { requirePrincipal } from '../../platform/http/principal.ts';
import { Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import { assertCan } from '../../platform/permissions.ts';
import { type CaseDesk, contentOf, giveCommand, instantOf } from './case-commands.ts';
import { listCases } from './case-list.ts';
import { may, type Reader, readView } from './case-view.ts';
import { caseRules } from './cases.permissions.ts';
import { caseProblems } from './cases.problems.ts';
import { AuditEvent, CaseList, CaseQuery, CaseView, CommandBody, FileMeta } from './cases.schema.ts';
import { type CaseRow, findCase, getCase, throwCaseNotFound } from './cases.store.ts';
import { findPaper } from './papers.store.ts';
import { receivePaper } from './upload.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** Cases: lists, one case, commands, papers, audit. */
export function caseRoutes(app: FastifyInstance, desk: CaseDesk): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	const { db, files } = desk.platform;
	const tags = ['cases'];
	const readerOf = (request: FastifyRequest): Reader => ({
		principal: requirePrincipal(request),
		language: request.language,
	});
	/** The case, if the reader may see it; for everybody else it does not exist. */
	const visible = async (id: string, reader: Reader, action = 'read'): Promise<CaseRow> => {
		const row = await getCase(db, id, instantOf(desk).today);
		return may(reader, action, row.state) ? row : throwCaseNotFound();
	};

	routes.get(
		'/api/cases',
		{
			schema: {
				tags,
				summary: 'My cases, my to-do, or all',
				querystring: CaseQuery,
				response: { 200: CaseList },
			},
		},
		async (request) => listCases(desk, readerOf(request), request.query),
	);
	routes.get(
		'/api/cases/:id',
		{ schema: { tags, summary: 'One case', params: Params, response: { 200: CaseView } } },
		async (request) => {
			const reader = readerOf(request);
			const row = await visible(request.params.id, reader);
			return readView(desk, row, reader);
		},
	);
	routes.post(
		'/api/cases/:id/commands',
		{
			schema: {
				tags,
				summary: 'Ask something of a case',
				params: Params,
				body: CommandBody,
				response: { 200: CaseView },
			},
		},
		async (request) => {
			const reader = readerOf(request);
			const { expectedVersion, command, form } = request.body;
			const row = await visible(request.params.id, reader);
			const { applicant, itemCode } = row.state.content;
			const roles = rolesFor(command.type);
			assertCan(request, {
				builder: caseRules,
				action: command.type,
				subject: { kind: 'Case', properties: { applicant, itemCode } },
				roles,
			});
			if (row.version !== expectedVersion) throw stale(row.id);
			const content = await contentOf(desk, row.id, row.state, command, form);
			const { principal, language } = reader;
			await giveCommand(desk, row.id, row.state, {
				command,
				principal,
				language,
				...(content && { content }),
			});
			const fresh = await getCase(db, row.id, instantOf(desk).today);
			return readView(desk, fresh, reader);
		},
	);
	routes.post(
		'/api/cases/:id/files',
		{
			schema: {
				tags,
				summary: 'Add a paper that was asked for (multipart: material, file)',
				consumes: ['multipart/form-data'],
				params: Params,
				response: { 201: FileMeta },
			},
		},
		async (request, reply) => {
			const reader = readerOf(request);
			const row = await visible(request.params.id, reader, 'Supplement');
			const item = desk.catalog.get(row.state.content.itemCode, row.state.content.itemVersion);
			return reply.code(201).send(await receivePaper(desk, request, row.id, item, reader.principal));
		},
	);
	routes.get(
		'/api/cases/:id/events',
		{
			schema: {
				tags,
				summary: 'The log of a case, with its hash chain',
				params: Params,
				response: { 200: Type.Object({ events: Type.Array(AuditEvent) }) },
			},
		},
		async (request) => {
			const reader = readerOf(request);
			const row = await visible(request.params.id, reader);
			if (row.state.content.applicant === reader.principal.id) return throwCaseNotFound();
			const events = await desk.store.read(row.id);
			const personal = may(reader, 'readPersonal', row.state);
			return {
				events: events.map(({ stream: _, ...event }) => ({ ...event, data: personal ? event.data : {} })),
			};
		},
	);
	routes.get(
		'/api/files/:id',
		{ schema: { tags, summary: 'A paper', params: Params } },
		async (request, reply) => {
			const reader = readerOf(request);
			const paper = await findPaper(db, request.params.id);
			const file = paper && (await files.find(paper.id));
			if (!file || !(await maySeePaper(paper.owner, file.uploadedBy, reader))) throw fileNotFound();
			return sendFile(reply, files, file);
		},
	);

	/** A paper belongs to a draft, which only its writer sees, or to a case, where the case's rule holds. */
	async function maySeePaper(owner: string, uploadedBy: string, reader: Reader): Promise<boolean> {
		if (uploadedBy === reader.principal.id) return true;
		const row = await findCase(db, owner, instantOf(desk).today);
		return row !== undefined && may(reader, 'readPersonal', row.state);
	}
}

function stale(id: string): Problem {
	return new Problem({ code: 'STALE_VERSION', signposts: [{ ...signposts.reload, href: `/cases/${id}` }] });
}

function fileNotFound(): Problem {
	return new Problem({ code: caseProblems.FILE_NOT_FOUND, signposts: [signposts.home, signposts.hotline] });
}
