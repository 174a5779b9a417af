import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { rolesFor } from '../../law/index.ts';
import { Problem } from '../../platform/http/problem.ts';
import { signposts } from '../../platform/http/signposts.ts';
import { assertCan } from '../../platform/permissions.ts';
import { may, readerOf, visibleCase } from './case-access.ts';
import { type CaseDesk, contentOf, giveCommand, instantOf } from './case-commands.ts';
import { listCases } from './case-list.ts';
import { readView } from './case-view.ts';
import { caseRules } from './cases.permissions.ts';
import { AuditEvent, CaseList, CaseQuery, CaseView, CommandBody } from './cases.schema.ts';
import { getCase, throwCaseNotFound } from './cases.store.ts';
import { Judging } from './judgement.schema.ts';
import { toLaw } from './judgement.ts';
import { judgingOf } from './judging.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** Cases: lists, one case, commands, audit. */
export function caseRoutes(app: FastifyInstance, desk: CaseDesk): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	const { db } = desk.platform;
	const tags = ['cases'];

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
			const row = await visibleCase(desk, request.params.id, reader);
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
			const { id } = request.params;
			await carryOut(desk, request, id, request.body);
			return readView(desk, await getCase(db, id, instantOf(desk).today), readerOf(request));
		},
	);
	routes.get(
		'/api/cases/:id/judging',
		{
			schema: {
				tags,
				summary: 'Everything to judge before the one supplement notice, with findings and ready words',
				params: Params,
				response: { 200: Judging },
			},
		},
		async (request) => {
			const { id } = request.params;
			const reader = readerOf(request);
			const row = await visibleCase(desk, id, reader, 'RequestSupplement');
			return judgingOf(desk, row, reader.language);
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
			const row = await visibleCase(desk, request.params.id, reader);
			if (row.state.content.applicant === reader.principal.id) return throwCaseNotFound();
			const events = await desk.store.read(row.id);
			const personal = may(reader, 'readPersonal', row.state);
			return {
				events: events.map(({ stream: _, ...event }) => ({ ...event, data: personal ? event.data : {} })),
			};
		},
	);
}

/** Permission by the room's table, then the law. @throws Problem STALE_VERSION, and those of {@link giveCommand} */
async function carryOut(
	desk: CaseDesk,
	request: FastifyRequest,
	id: string,
	{ expectedVersion, command, form }: CommandBody,
): Promise<void> {
	const { principal, language } = readerOf(request);
	const { state, version } = await visibleCase(desk, id, { principal, language });
	const { applicant, itemCode } = state.content;
	assertCan(request, {
		builder: caseRules,
		action: command.type,
		subject: { kind: 'Case', properties: { applicant, itemCode } },
		roles: rolesFor(command.type),
	});
	if (version !== expectedVersion) throw stale(id);
	const content = await contentOf(desk, id, state, command, { form, language });
	const given = { command: toLaw(command), principal, language, ...(content && { content }) };
	await giveCommand(desk, id, state, given);
}

function stale(id: string): Problem {
	return new Problem({ code: 'STALE_VERSION', signposts: [{ ...signposts.reload, href: `/cases/${id}` }] });
}
