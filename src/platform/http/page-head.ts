import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a page says to those that run no script: search engines, and people with an old or careful browser. */
export interface PageHead {
	title: string;
	description: string;
	/** The page's one address. */
	canonical: string;
	language: string;
	/** Facts for search engines (schema.org). */
	jsonLd: object;
	/** Shown where no script runs. */
	paragraphs: string[];
}

/** Puts a head into the page of the web part. */
export type RenderPage = (head: PageHead) => string;

/** Reads the page once; its own title gives way to that of the head. */
export function openPage(root: string): RenderPage {
	const html = readFileSync(join(root, 'index.html'), 'utf8');
	return (head) =>
		html
			.replace(/<html lang="[^"]*"/, () => `<html lang="${escaped(head.language)}"`)
			.replace(/<title>[^<]*<\/title>/, () => headOf(head))
			.replace('<div id="root"></div>', () => `<div id="root"></div>${withoutScript(head)}`);
}

function headOf({ title, description, canonical, jsonLd }: PageHead): string {
	return [
		`<title>${escaped(title)}</title>`,
		`<meta name="description" content="${escaped(description)}" />`,
		`<link rel="canonical" href="${escaped(canonical)}" />`,
		// A `<` inside the data could end the element.
		`<script type="application/ld+json">${JSON.stringify(jsonLd).replaceAll('<', '\\u003c')}</script>`,
	].join('\n\t\t');
}

function withoutScript({ title, paragraphs }: PageHead): string {
	const body = paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('');
	return `<noscript><h1>${escaped(title)}</h1>${body}</noscript>`;
}

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
