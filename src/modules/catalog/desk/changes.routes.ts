import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { assertCan, type PermissionQuestion } from '../../../platform/permissions.ts';
import { APPROVE, DISCARD, EDIT, READ, START } from '../catalog.permissions.ts';
import { findOpenChanges } from './changes.store.ts';
import {
	type CatalogDesk,
	leaveChange,
	proposeChange,
	publishChange,
	readChange,
	returnChange,
	saveChange,
	startChange,
} from './changes.ts';
import { SOURCE_LIMIT } from './desk.routes.ts';
import {
	ActBody,
	Change,
	ChangeBody,
	ChangeParams,
	Changes,
	NewChange,
	ProposeBody,
	PublishBody,
	ReturnBody,
} from './desk.schema.ts';

const tags = ['catalog desk'];
const response = { 200: Change };
/** A body that may be left out. */
const MaybeActBody = Type.Union([ActBody, Type.Null()]);

/** For keepers: the way of a change from the first word to its publication. */
export function changeRoutes(app: FastifyInstance, desk: CatalogDesk): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	actRoutes(app, desk);
	routes.post(
		'/api/catalog/desk/changes',
		{ schema: { tags, summary: 'Begin to change an item', body: NewChange, response: { 201: Change } } },
		async (request, reply) => {
			const acting = { person: assertCan(request, START), language: request.language };
			return reply.code(201).send(await startChange(desk, request.body, acting));
		},
	);
	routes.get(
		'/api/catalog/desk/changes',
		{ schema: { tags, summary: 'Everything that is being changed', response: { 200: Changes } } },
		async (request) => {
			assertCan(request, READ);
			return { changes: await findOpenChanges(desk.db) };
		},
	);
	routes.get(
		'/api/catalog/desk/changes/:id',
		{ schema: { tags, summary: 'A change and its faults', params: ChangeParams, response } },
		async (request) => {
			assertCan(request, READ);
			return readChange(desk, request.params.id, request.language);
		},
	);
	routes.put(
		'/api/catalog/desk/changes/:id',
		{
			bodyLimit: SOURCE_LIMIT,
			schema: { tags, summary: 'Keep what was written', params: ChangeParams, body: ChangeBody, response },
		},
		async (request) => {
			const acting = { person: assertCan(request, EDIT), language: request.language };
			return saveChange(desk, request.params.id, request.body, acting);
		},
	);
	routes.delete(
		'/api/catalog/desk/changes/:id',
		{
			schema: { tags, summary: 'Throw a change away', params: ChangeParams, response: { 204: Type.Null() } },
		},
		async (request, reply) => {
			const acting = { person: assertCan(request, DISCARD), language: request.language };
			await leaveChange(desk, request.params.id, { act: 'DISCARD', expectedVersion: undefined }, acting);
			return reply.code(204).send(null);
		},
	);
}

function actRoutes(app: FastifyInstance, desk: CatalogDesk): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	const acting = (request: Parameters<typeof assertCan>[0], question: PermissionQuestion) => ({
		person: assertCan(request, question),
		language: request.language,
	});
	routes.post(
		'/api/catalog/desk/changes/:id/propose',
		{ schema: { tags, summary: 'Ask for approval', params: ChangeParams, body: ProposeBody, response } },
		async (request) => proposeChange(desk, request.params.id, request.body, acting(request, EDIT)),
	);
	routes.post(
		'/api/catalog/desk/changes/:id/return',
		{
			schema: { tags, summary: 'Return it to its author', params: ChangeParams, body: ReturnBody, response },
		},
		async (request) => returnChange(desk, request.params.id, request.body, acting(request, APPROVE)),
	);
	routes.post(
		'/api/catalog/desk/changes/:id/publish',
		{ schema: { tags, summary: 'Approve and publish', params: ChangeParams, body: PublishBody, response } },
		async (request) => publishChange(desk, request.params.id, request.body, acting(request, APPROVE)),
	);
	routes.post(
		'/api/catalog/desk/changes/:id/withdraw-proposal',
		{
			schema: { tags, summary: 'Take the proposal back', params: ChangeParams, body: MaybeActBody, response },
		},
		async (request) => {
			const who = acting(request, EDIT);
			const { expectedVersion } = request.body ?? {};
			await leaveChange(desk, request.params.id, { act: 'WITHDRAW_PROPOSAL', expectedVersion }, who);
			return readChange(desk, request.params.id, request.language);
		},
	);
}
