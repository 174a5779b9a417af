/** What is read out of a Markdown text; just as much as the checks of the documents need. */
export interface Markdown {
	/** Headings in order, with the anchor that GitHub gives them. */
	headings: { level: number; text: string; anchor: string }[];
	/** Targets of links and images, in order. */
	links: string[];
	/** Inline code. */
	spans: string[];
	/** Fenced blocks. */
	blocks: { language: string; text: string }[];
}

const FENCE = /^( *)(```+|~~~+)([^\n`]*)\n([\s\S]*?)^\1\2[ \t]*$/gm;

/** Reads a Markdown text. Links inside code are none. */
export function readMarkdown(text: string): Markdown {
	const blocks: Markdown['blocks'] = [];
	const prose = text.replace(FENCE, (_all, _indent, _fence, language: string, body: string) => {
		blocks.push({ language: language.trim(), text: body });
		return '';
	});
	const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
	const plain = prose.replace(/`[^`\n]+`/g, '');
	const links = [
		...[...plain.matchAll(/\]\(([^)\s]+)(?: "[^"]*")?\)/g)].map((match) => match[1] ?? ''),
		...[...plain.matchAll(/<(?:img|a)\b[^>]*?\b(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? ''),
	];
	return { headings: readHeadings(prose), links, spans, blocks };
}

function readHeadings(prose: string): Markdown['headings'] {
	const seen = new Map<string, number>();
	return [...prose.matchAll(/^(#{1,6}) +(.+?) *#*$/gm)].map((match) => {
		const text = match[2] ?? '';
		const slug = text
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replaceAll(' ', '-');
		const times = seen.get(slug) ?? 0;
		seen.set(slug, times + 1);
		return { level: match[1]?.length ?? 0, text, anchor: times === 0 ? slug : `${slug}-${times}` };
	});
}

/** The text from one heading to the next of its level or above; empty when there is no such heading. */
export function sectionOf(text: string, heading: string): string {
	const lines = text.split('\n');
	const start = lines.findIndex((line) => line.replace(/^#+ +/, '') === heading && line.startsWith('#'));
	if (start < 0) return '';
	const level = /^#+/.exec(lines[start] ?? '')?.[0].length ?? 0;
	const rest = lines.slice(start + 1);
	const end = rest.findIndex((line) => /^#+ /.test(line) && (/^#+/.exec(line)?.[0].length ?? 9) <= level);
	return rest.slice(0, end < 0 ? undefined : end).join('\n');
}
