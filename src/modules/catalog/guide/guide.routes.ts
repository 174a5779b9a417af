import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { PageHead } from '../../../platform/http/page-head.ts';
import type { Language, Locales } from '../../../platform/locales.ts';
import type { Item } from '../catalog.schema.ts';
import type { Catalog } from '../catalog.ts';
import { textIn } from '../form/form.ts';
import type { Blank } from '../sources/parts.schema.ts';
import { blankRoutes } from './blank.routes.ts';
import { governmentService, type PageContext } from './json-ld.ts';
import { toStandardRecord } from './standard-record.ts';

type Words = Parameters<typeof textIn>[0];

/** What the guides say of the bureau. */
export interface GuideDeps {
	catalog: Catalog;
	locales: Locales;
	publicUrl: string;
	bureau: { name: Words; creditCode: string };
	/** Forms that the bureau gives out, by name. */
	blanks: ReadonlyMap<string, Blank>;
	/** The day of today in China. */
	today(): string;
}

const CodeParams = Type.Object({ code: Type.String({ maxLength: 100 }) });
const OpenData = Type.Object({
	publisher: Type.Object({ name: Type.String(), creditCode: Type.String() }),
	standard: Type.String(),
	asOf: Type.String(),
	note: Type.String(),
	items: Type.Array(Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true })),
});

/** Guides for those that run no script, addresses for search engines, and the list as open data (Arts. 30, 33). */
export function guideRoutes(app: FastifyInstance, deps: GuideDeps): void {
	const routes = app.withTypeProvider<TypeBoxTypeProvider>();
	blankRoutes(app, deps);
	routes.get('/items/:code', { schema: { hide: true, params: CodeParams } }, async (request, reply) => {
		const { language, params, headers } = request;
		reply.header('vary', 'accept, accept-language, cookie').header('cache-control', 'no-cache');
		if (!(headers.accept ?? '').includes('text/html'))
			return reply
				.type('application/ld+json; charset=utf-8')
				.send(JSON.stringify(governmentService(deps.catalog.get(params.code), contextOf(deps, language))));
		const item = deps.catalog.find(params.code);
		if (!item || !app.renderPage) return reply.callNotFound();
		return reply.type('text/html; charset=utf-8').send(app.renderPage(headOf(item, language, deps)));
	});
	routes.get('/robots.txt', { schema: { hide: true } }, async (_, reply) =>
		reply.type('text/plain; charset=utf-8').send(robots(deps.publicUrl)),
	);
	routes.get('/sitemap.xml', { schema: { hide: true } }, async (_, reply) =>
		reply.type('application/xml; charset=utf-8').send(sitemap(deps.catalog.all(), deps.publicUrl)),
	);
	routes.get(
		'/api/catalog/open-data.json',
		{
			schema: {
				tags: ['catalog'],
				summary: 'Every item in effect, with the field names of GB/T 39046-2020',
				response: { 200: OpenData },
			},
		},
		async ({ language }) => openData(deps, language),
	);
}

function contextOf({ bureau, publicUrl }: GuideDeps, language: Language): PageContext {
	return { publicUrl, bureau: textIn(bureau.name, language), language };
}

function headOf(item: Item, language: Language, deps: GuideDeps): PageHead {
	const { locales, publicUrl } = deps;
	const say = (text: Words) => textIn(text, language);
	const name = say(item.name);
	const { window, rules } = item;
	const limit = locales.t(language, rules.onTheSpot ? 'catalog.guide.onTheSpot' : 'catalog.guide.promised', {
		days: rules.promiseDays,
	});
	const context = contextOf(deps, language);
	return {
		title: locales.t(language, 'catalog.guide.title', { item: name, bureau: context.bureau }),
		description: say(item.summary),
		canonical: `${publicUrl}/items/${item.code}`,
		language,
		jsonLd: governmentService(item, context),
		paragraphs: [
			say(item.summary),
			limit,
			...item.conditions.map(say),
			...item.materials.map(({ name: material, why }) => `${say(material)} — ${say(why)}`),
			[say(window.name), say(window.address), say(window.hours), window.hotline].join(' · '),
			locales.t(language, 'catalog.guide.withoutScript', { hotline: window.hotline }),
		],
	};
}

function openData({ catalog, bureau, locales, today }: GuideDeps, language: Language) {
	const publisher = { name: textIn(bureau.name, language), creditCode: bureau.creditCode };
	return {
		publisher,
		standard: 'GB/T 39046-2020',
		asOf: today(),
		note: locales.t(language, 'catalog.guide.openData'),
		items: catalog.all().map((item) => toStandardRecord(item, { ...publisher, language })),
	};
}

/** What is private or changes from person to person is of no use to a search engine. */
function robots(publicUrl: string): string {
	const closed = ['/api/', '/desk', '/my', '/cases/', '/apply/', '/profile', '/sign-in', '/register'];
	return [
		'User-agent: *',
		...closed.map((path) => `Disallow: ${path}`),
		`Sitemap: ${publicUrl}/sitemap.xml`,
		'',
	].join('\n');
}

function sitemap(items: readonly Item[], publicUrl: string): string {
	const pages = ['', '/items', '/help', '/calculator'].map(
		(path) => `<url><loc>${publicUrl}${path}</loc></url>`,
	);
	const guides = items.map(
		({ code, effectiveFrom }) =>
			`<url><loc>${publicUrl}/items/${code}</loc><lastmod>${effectiveFrom}</lastmod></url>`,
	);
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
		...pages,
		...guides,
		'</urlset>',
		'',
	].join('\n');
}
