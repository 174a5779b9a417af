import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Locales } from '../../../platform/locales.ts';
import { assertCan } from '../../../platform/permissions.ts';
import { START } from '../catalog.permissions.ts';
import type { CatalogDesk } from '../desk/changes.ts';
import { fileMissing } from '../desk/desk.problems.ts';
import { SourceFault } from '../desk/desk.schema.ts';
import { tellFaults } from '../sources/source.ts';
import { keyOf } from '../versions/versions.rules.ts';
import { exportArchive, exportWorkbook, importItems } from './exchange.ts';

const tags = ['catalog'];
const FileFault = Type.Object({ ...SourceFault.properties, file: Type.String() });
const Outcome = Type.Union([
	Type.Object({ faults: Type.Array(FileFault) }),
	Type.Object({
		changes: Type.Array(Type.Object({ id: Type.String(), code: Type.String() })),
		unchanged: Type.Integer(),
	}),
]);

/** The whole catalogue as files: out for everybody (Art. 30), in for keepers. */
export function exchangeRoutes(app: FastifyInstance, desk: CatalogDesk, locales: Locales): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	const workbook = keptWhile(desk, (at) => exportWorkbook(at, locales));
	const archive = keptWhile(desk, exportArchive);
	routes.get(
		'/api/catalog/export.xlsx',
		{ schema: { tags, summary: 'Every item in effect, as a workbook' } },
		async (_, reply) => send(reply, 'catalog.xlsx', XLSX, await workbook()),
	);
	routes.get(
		'/api/catalog/export.zip',
		{ schema: { tags, summary: 'Every item in effect, as YAML files' } },
		async (_, reply) => send(reply, 'catalog.zip', 'application/zip', await archive()),
	);
	routes.post(
		'/api/catalog/desk/import',
		{
			schema: {
				tags: ['catalog desk'],
				summary: 'Items from a workbook, a YAML file or a ZIP of them, as changes to approve',
				consumes: ['multipart/form-data'],
				response: { 200: Outcome },
			},
		},
		async (request) => {
			const acting = { person: assertCan(request, START), language: request.language };
			const outcome = await importItems(desk, await receive(request), acting);
			if (!('faults' in outcome)) return outcome;
			const told = tellFaults(outcome.faults, request.language);
			return { faults: told.map((fault, index) => ({ ...fault, file: outcome.faults[index]?.file ?? '' })) };
		},
	);
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function send(reply: FastifyReply, name: string, type: string, bytes: Buffer) {
	return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(bytes);
}

/** Made anew only when something else is in effect: everybody may ask, and it costs a while. */
function keptWhile(desk: CatalogDesk, make: (desk: CatalogDesk) => Promise<Buffer>): () => Promise<Buffer> {
	let kept: { of: string; bytes: Promise<Buffer> } | undefined;
	return () => {
		const of = desk.stored.catalog.all().map(keyOf).join(' ');
		if (kept?.of !== of) kept = { of, bytes: make(desk) };
		const { bytes } = kept;
		bytes.catch(() => {
			kept = undefined;
		});
		return bytes;
	};
}

async function receive(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
	const part = request.isMultipart() ? await request.file() : undefined;
	if (!part) throw fileMissing();
	const bytes = await part.toBuffer();
	return { name: part.filename, bytes };
}
