import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { Problem } from '../../../platform/http/problem.ts';
import { signposts } from '../../../platform/http/signposts.ts';
import type { Item } from '../catalog.schema.ts';
import { textIn } from '../form/form.ts';
import type { Blank } from '../sources/parts.schema.ts';
import { applicationPdf, type BlankOptions, paperPdf } from './blank-pdf.ts';
import type { GuideDeps } from './guide.routes.ts';

const Code = Type.String({ maxLength: 100 });
const Query = Type.Object({ filled: Type.Optional(Type.Boolean()) });
/** Documents kept ready: making one costs a tenth of a second, and everybody may ask. */
const MOST_KEPT = 300;

/** The application form and the blanks of an item as PDF, empty or filled in as a sample. */
export function blankRoutes(app: FastifyInstance, deps: GuideDeps): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	const kept = new Map<string, Promise<Buffer>>();
	const keep = (key: string, make: () => Promise<Buffer>) => {
		const known = kept.get(key);
		if (known) return known;
		const [oldest] = kept.keys();
		if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
		const made = make();
		kept.set(key, made);
		made.catch(() => kept.delete(key));
		return made;
	};
	const optionsFor = ({ language, query }: FastifyRequest, item: Item): BlankOptions => ({
		locales: deps.locales,
		language,
		bureau: textIn(deps.bureau.name, language),
		address: `${deps.publicUrl}/items/${item.code}`,
		filled: (query as { filled?: boolean }).filled === true,
	});
	routes.get(
		'/api/catalog/items/:code/application.pdf',
		{
			schema: {
				tags: ['catalog'],
				summary: 'The application form, empty or as a sample',
				params: Type.Object({ code: Code }),
				querystring: Query,
			},
		},
		async (request, reply) => {
			const item = deps.catalog.get(request.params.code);
			const options = optionsFor(request, item);
			const key = [item.code, item.version, options.language, options.filled].join(' ');
			return send(reply, `${item.code}.pdf`, await keep(key, () => applicationPdf(item, options)));
		},
	);
	routes.get(
		'/api/catalog/items/:code/blanks/:material',
		{
			schema: {
				tags: ['catalog'],
				summary: 'The blank of a paper, empty or as a sample',
				params: Type.Object({ code: Code, material: Code }),
				querystring: Query,
			},
		},
		async (request, reply) => {
			const item = deps.catalog.get(request.params.code);
			const { blank, code } = blankOf(item, request.params.material, deps.blanks);
			const options = optionsFor(request, item);
			const key = [item.code, item.version, code, options.language, options.filled].join(' ');
			return send(reply, `${item.code}-${code}.pdf`, await keep(key, () => paperPdf(blank, item, options)));
		},
	);
}

function blankOf(
	item: Item,
	name: string,
	blanks: ReadonlyMap<string, Blank>,
): { blank: Blank; code: string } {
	const material = item.materials.find(({ code }) => code === name);
	const blank = material?.blank === undefined ? undefined : blanks.get(material.blank);
	if (blank) return { blank, code: name };
	throw new Problem({
		code: 'BLANK_NOT_FOUND',
		params: { material: name },
		signposts: [{ code: 'GUIDE', action: 'OPEN', href: `/items/${item.code}` }, signposts.hotline],
	});
}

function send(reply: FastifyReply, name: string, pdf: Buffer) {
	return reply
		.type('application/pdf')
		.header('content-disposition', `inline; filename="${name}"`)
		.header('cache-control', 'no-cache')
		.send(pdf);
}
