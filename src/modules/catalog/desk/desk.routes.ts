import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { assertCan } from '../../../platform/permissions.ts';
import { READ, WITHDRAW } from '../catalog.permissions.ts';
import { situationOf } from '../situations/situation.ts';
import { tellFaults, yamlOf } from '../sources/source.ts';
import { addTraditional } from '../traditional.ts';
import { type CatalogDesk, readAtDesk } from './changes.ts';
import {
	Checked,
	CodeParams,
	CompareQuery,
	Comparison,
	DeskItems,
	ItemHistory,
	PartNames,
	Preview,
	PreviewBody,
	SourceBody,
	VersionParams,
	VersionSource,
} from './desk.schema.ts';
import { compareVersions, listItems, namesOfParts, readItemHistory, readVersion, withdraw } from './desk.ts';

const tags = ['catalog desk'];
/** Bytes: the longest source, in Chinese. */
export const SOURCE_LIMIT = 256 * 1024;

/** For keepers: every item with its versions, and a check of what is being written. */
export function deskRoutes(app: FastifyInstance, desk: CatalogDesk): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	const read = (request: FastifyRequest) => void assertCan(request, READ);

	routes.get(
		'/api/catalog/desk/items',
		{
			schema: {
				tags,
				summary: 'Every item, what is in effect and what is coming',
				response: { 200: DeskItems },
			},
		},
		async (request) => {
			read(request);
			const items = await listItems(desk);
			return { items, total: items.length };
		},
	);
	routes.get(
		'/api/catalog/desk/items/:code',
		{
			schema: {
				tags,
				summary: 'An item with its versions, its change and its record',
				params: CodeParams,
				response: { 200: ItemHistory },
			},
		},
		async (request) => {
			read(request);
			return readItemHistory(desk, request.params.code, request.language);
		},
	);
	versionRoutes(app, desk);
	routes.get(
		'/api/catalog/desk/parts',
		{ schema: { tags, summary: 'Names of what items share', response: { 200: PartNames } } },
		async (request) => {
			read(request);
			return namesOfParts(desk);
		},
	);
	checkRoutes(app, desk);
}

function versionRoutes(app: FastifyInstance, desk: CatalogDesk): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	routes.get(
		'/api/catalog/desk/items/:code/versions/:version',
		{
			schema: {
				tags,
				summary: 'A version as it was written',
				params: VersionParams,
				response: { 200: VersionSource },
			},
		},
		async (request) => {
			assertCan(request, READ);
			return readVersion(desk, request.params);
		},
	);
	routes.delete(
		'/api/catalog/desk/items/:code/versions/:version',
		{
			schema: {
				tags,
				summary: 'Take back a version whose day has not come',
				params: VersionParams,
				response: { 204: Type.Null() },
			},
		},
		async (request, reply) => {
			const person = assertCan(request, WITHDRAW);
			await withdraw(desk, request.params, { person, language: request.language });
			return reply.code(204).send(null);
		},
	);
	routes.get(
		'/api/catalog/desk/items/:code/compare',
		{
			schema: {
				tags,
				summary: 'What differs between two versions',
				params: CodeParams,
				querystring: CompareQuery,
				response: { 200: Comparison },
			},
		},
		async (request) => {
			assertCan(request, READ);
			return { differences: await compareVersions(desk, request.params.code, request.query) };
		},
	);
}

function checkRoutes(app: FastifyInstance, desk: CatalogDesk): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	const itemIn = (yaml: string) => {
		const source = readAtDesk(desk, yaml);
		if (source.item) addTraditional(source.item);
		return source;
	};
	routes.post(
		'/api/catalog/desk/check',
		{
			bodyLimit: SOURCE_LIMIT,
			schema: {
				tags,
				summary: 'Everything that is wrong with a source',
				body: SourceBody,
				response: { 200: Checked },
			},
		},
		async (request) => {
			assertCan(request, READ);
			const { yaml, value = null, item = null, faults } = itemIn(yamlOf(request.body));
			return { faults: tellFaults(faults, request.language), source: value, yaml, item };
		},
	);
	routes.post(
		'/api/catalog/desk/preview',
		{
			bodyLimit: SOURCE_LIMIT,
			schema: {
				tags,
				summary: 'What an applicant in a situation would get',
				body: PreviewBody,
				response: { 200: Preview },
			},
		},
		async (request) => {
			assertCan(request, READ);
			const { item } = itemIn(yamlOf({ source: request.body.source }));
			return { situation: item ? situationOf(item, request.body.answers) : null };
		},
	);
}
