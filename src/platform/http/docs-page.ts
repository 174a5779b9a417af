import type { FastifyInstance } from 'fastify';
import type { Language, Locales } from '../locales.ts';
import { problemCodes } from './problem-codes.ts';

type Schema = Record<string, unknown>;
interface Operation {
	tags?: string[];
	summary?: string;
	description?: string;
	parameters?: (Schema & { $ref?: string; name?: string; in?: string; schema?: Schema })[];
	requestBody?: { content?: Record<string, { schema?: Schema }> };
	responses?: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>;
	'x-problems'?: string[];
}
interface Document {
	info: { title: string; version: string };
	paths?: Record<string, Record<string, Operation>>;
}

/** Serves the API document and the list of problems as pages for people; no script, nothing from elsewhere. */
export function serveDocs(app: FastifyInstance, locales: Locales): void {
	const hidden = { schema: { hide: true } };
	app.get('/api/docs', hidden, async ({ language }, reply) =>
		reply
			.type('text/html; charset=utf-8')
			.send(apiPage(app.swagger() as unknown as Document, locales, language)),
	);
	app.get('/api/docs/problems', hidden, async ({ language }, reply) =>
		reply.type('text/html; charset=utf-8').send(problemsPage(locales, language)),
	);
	app.get('/api/docs/style.css', hidden, async (_request, reply) =>
		reply.header('cache-control', 'public, max-age=3600').type('text/css; charset=utf-8').send(STYLE),
	);
}

/** Descriptions that say nothing here: what @fastify/swagger writes by itself, and codes that are linked below. */
const SILENT = /^(Default Response|A problem: .*)$/;

function apiPage(document: Document, locales: Locales, language: Language): string {
	const t = (key: string) => html(locales.t(language, `platform.docs.${key}`));
	const groups = Map.groupBy(
		Object.entries(document.paths ?? {}).flatMap(([url, path]) =>
			Object.entries(path).map(([method, operation]) => ({ url, method, operation })),
		),
		({ operation }) => operation.tags?.[0] ?? 'platform',
	);
	const tags = [...groups.keys()].sort();
	const contents = tags.map((tag) => `<li><a href="#${html(tag)}">${html(tag)}</a></li>`).join('');
	const sections = tags.map((tag) => {
		const operations = (groups.get(tag) ?? []).map((each) => operationHtml(each, t)).join('');
		return `<section id="${html(tag)}"><h2>${html(tag)}</h2>${operations}</section>`;
	});
	return page(
		`${document.info.title} ${document.info.version}`,
		language,
		`<nav><ul>${contents}<li><a href="/api/docs/problems">${t('problems')}</a></li>
		<li><a href="/api/openapi.json">openapi.json</a></li></ul></nav>${sections.join('')}`,
	);
}

function operationHtml(
	{ url, method, operation }: { url: string; method: string; operation: Operation },
	t: (key: string) => string,
): string {
	const parameters = (operation.parameters ?? [])
		.filter(({ name }) => name !== undefined)
		.map(({ name, in: place, schema }) => row(String(name), html(String(place)), typeOf(schema)));
	const bodies = Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) =>
		schemaHtml(`${t('body')} <code>${html(type)}</code>`, schema),
	);
	const answers = Object.entries(operation.responses ?? {}).map(([status, { description, content }]) =>
		schemaHtml(
			`${t('answer')} <code>${html(status)}</code> ${html((description ?? '').replace(SILENT, ''))}`,
			Object.values(content ?? {})[0]?.schema,
		),
	);
	const problems = (operation['x-problems'] ?? []).map(
		(code) => `<a href="/api/docs/problems#${html(code)}"><code>${html(code)}</code></a>`,
	);
	return `<article><h3><span class="method">${method.toUpperCase()}</span> <code>${html(url)}</code></h3>
		<p>${html(operation.summary ?? operation.description ?? '')}</p>
		${parameters.length > 0 ? `<table><caption>${t('parameters')}</caption>${parameters.join('')}</table>` : ''}
		${bodies.join('')}${answers.join('')}
		${problems.length > 0 ? `<p>${t('problems')}: ${problems.join(' ')}</p>` : ''}</article>`;
}

function schemaHtml(title: string, schema: Schema | undefined): string {
	if (!schema) return `<p>${title}</p>`;
	return `<details><summary>${title}</summary><pre>${html(JSON.stringify(schema, null, 2))}</pre></details>`;
}

function typeOf(schema: Schema = {}): string {
	return html([schema.type ?? 'any', schema.format].filter(Boolean).join(' '));
}

function row(...cells: [string, string, string]): string {
	const [name, ...others] = cells;
	return `<tr><th scope="row"><code>${html(name)}</code></th>${others.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function problemsPage(locales: Locales, language: Language): string {
	const rows = problemCodes().map(({ code, status, namespace, section }) => {
		const key = `${namespace}.${section}.${code}`;
		const title = locales.find(language, [`${key}.title`, key]) ?? code;
		const detail = locales.find(language, [`${key}.detail`]) ?? '';
		return `<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${status}</td><td>${html(title)}</td><td>${html(detail)}</td></tr>`;
	});
	const title = locales.t(language, 'platform.docs.problems');
	const back = `<nav><ul><li><a href="/api/docs">${html(locales.t(language, 'platform.docs.back'))}</a></li></ul></nav>`;
	return page(title, language, `${back}<table>${rows.join('')}</table>`);
}

function page(title: string, language: Language, body: string): string {
	return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${html(title)}</title>
		<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/api/docs/style.css">
		</head><body><main><h1>${html(title)}</h1>${body}</main></body></html>`;
}

function html(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const STYLE = `:root { color-scheme: light dark; --line: #8884; --accent: light-dark(#144f8c, #8fc1f5); }
body { margin: 0; background: light-dark(#f4f6fa, #14181d); font: 16px/1.6 system-ui, "Noto Sans SC", sans-serif; }
main { max-width: 64rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; } h1 { margin: 0 0 .5rem; } h2 { margin: 2rem 0 .75rem; text-transform: capitalize; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: .75rem 0; border-block: 1px solid var(--line); list-style: none; }
a { color: var(--accent); }
article, table { margin: 0 0 .75rem; border: 1px solid var(--line); border-radius: .5rem; background: light-dark(#fff, #1c2229); }
article { padding: .75rem 1rem; } article p { margin: .25rem 0 .5rem; } article table { border: 0; }
h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
.method { display: inline-block; min-width: 4.25rem; margin-inline-end: .5rem; border-radius: .25rem; background: var(--accent); color: light-dark(#fff, #14181d); text-align: center; font-size: .8rem; line-height: 1.6rem; }
table { border-collapse: separate; border-spacing: 0; width: 100%; } caption { text-align: start; font-weight: 600; }
th, td { text-align: start; vertical-align: top; padding: .35rem .75rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
tr:last-child > * { border-bottom: 0; } summary { cursor: pointer; padding: .15rem 0; }
pre { overflow-x: auto; max-height: 24rem; margin: .25rem 0; padding: .75rem; border-radius: .25rem; background: light-dark(#f4f6fa, #14181d); font-size: .85rem; }
:target { background: light-dark(#fff3c4, #4d4210); } a:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }`;
