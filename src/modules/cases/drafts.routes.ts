import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { assertCan } from '../../platform/permissions.ts';
import type { Reader } from './case-access.ts';
import { APPLY, APPLY_FOR } from './cases.permissions.ts';
import { CaseView, Draft, DraftChange, NewDraft, Precheck, SubmitBody } from './cases.schema.ts';
import {
	changeDraft,
	checkDraft,
	checkVisitor,
	createDraft,
	type DraftDeps,
	discardDraft,
	listDrafts,
	readDraft,
} from './drafts.ts';
import { submitDraft } from './hand-in.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });

const tags = ['drafts'];

interface RouteDeps extends DraftDeps {
	readCase(id: string, reader: Reader): Promise<CaseView>;
}

/** Applications that are being written: only their writer sees them. */
export function draftRoutes(app: FastifyInstance, deps: RouteDeps): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	const { desk } = deps;
	handInRoutes(app, deps);

	routes.post(
		'/api/drafts',
		{ schema: { tags, summary: 'Begin an application', body: NewDraft, response: { 201: Draft } } },
		async (request, reply) => {
			const principal = assertCan(request, request.body.onBehalfOf ? APPLY_FOR : APPLY);
			checkVisitor(request.body.onBehalfOf, desk.platform.locales, request.language);
			return reply.code(201).send(await createDraft(deps, principal, request.body, request.language));
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
		async (request) => ({ drafts: await listDrafts(desk, assertCan(request, APPLY), request.language) }),
	);
	routes.get(
		'/api/drafts/:id',
		{ schema: { tags, summary: 'One of them', params: Params, response: { 200: Draft } } },
		async (request) => readDraft(desk, assertCan(request, APPLY), request.params.id, request.language),
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
			const principal = assertCan(request, request.body.onBehalfOf ? APPLY_FOR : APPLY);
			checkVisitor(request.body.onBehalfOf, desk.platform.locales, request.language);
			await changeDraft(desk, principal, request.params.id, request.body);
			return readDraft(desk, principal, request.params.id, request.language);
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
			await discardDraft(desk, assertCan(request, APPLY), request.params.id);
			return reply.code(204).send(null);
		},
	);
}

/** From a draft to a case: what would be wrong, and handing it in. */
function handInRoutes(app: FastifyInstance, deps: RouteDeps): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	const { desk } = deps;

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
			const principal = assertCan(request, APPLY);
			const { id } = request.params;
			return checkDraft(deps, await readDraft(desk, principal, id, request.language), request.language);
		},
	);
	routes.post(
		'/api/drafts/:id/submit',
		{
			schema: { tags, summary: 'Hand it in', params: Params, body: SubmitBody, response: { 201: CaseView } },
		},
		async (request, reply) => {
			const principal = assertCan(request, APPLY);
			const { language, params, body } = request;
			await submitDraft(deps, principal, params.id, body, language);
			return reply.code(201).send(await deps.readCase(params.id, { principal, language }));
		},
	);
}
