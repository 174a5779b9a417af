import { posix } from 'node:path';
import { readMarkdown, sectionOf } from './markdown.ts';

/** The repository as the documents see it. Paths are relative to its root, with `/`. */
export interface Repository {
	/** Every file and folder that belongs to it. */
	paths: ReadonlySet<string>;
	/** Text of a file that is there. */
	read(path: string): string;
	/** Names of the npm scripts. */
	scripts: readonly string[];
}

/** Made when the program is installed, built or run, so that a fresh clone has none of them; and years to come. */
const MADE = /^(node_modules|dist|\.onevisit)(\/|$)|^database\.json$|^\d{4}\.json$/;
const ENDING = /\.(tsx?|mjs|cjs|js|jsonc?|ya?ml|md|css|html|sql|conf|env|service|sh|png|svg)$/;
/** An ending alone, or the end of any name: no file in particular. */
const GENERIC = /^…|^\.[a-z]+$/;

/** Relative links that lead nowhere: a missing file, or a heading that is not in it. */
export function linkFaults(file: string, text: string, repository: Repository): string[] {
	return readMarkdown(text).links.flatMap((link) => {
		if (/^([a-z]+:|\/\/)/i.test(link)) return [];
		const [path = '', anchor] = link.split('#');
		const target = path === '' ? file : posix.join(posix.dirname(file), decodeURI(path)).replace(/\/$/, '');
		if (!repository.paths.has(target)) return [`${file}: link to ${link}, and there is no ${target}`];
		if (anchor === undefined || !target.endsWith('.md')) return [];
		const { headings } = readMarkdown(target === file ? text : repository.read(target));
		const found = headings.some((heading) => heading.anchor === decodeURI(anchor));
		return found ? [] : [`${file}: link to ${link}, and ${target} has no heading of that name`];
	});
}

/** Paths in backticks that are nowhere: neither from the root, nor as the end of any path. `<…>` stands for any name. */
export function pathFaults(file: string, text: string, { paths }: Repository): string[] {
	return readMarkdown(text)
		.spans.filter(looksLikePath)
		.filter((span) => !MADE.test(span) && !isSomewhere(span.replace(/\/$/, ''), paths))
		.map((span) => `${file}: \`${span}\`, and there is no such path`);
}

function isSomewhere(span: string, paths: ReadonlySet<string>): boolean {
	if (paths.has(span)) return true;
	const pattern = span
		.split(/<[^>]*>|…|\*/)
		.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
		.join('[^/]*');
	const end = new RegExp(`(^|/)${pattern}$`);
	return [...paths].some((path) => end.test(path));
}

/** A file name, or something with a slash that ends like a file or a folder. Addresses, packages and globals are none. */
function looksLikePath(span: string): boolean {
	if (!/^[\w.<>…*@-][\w.<>…*@/-]*$/u.test(span) || GENERIC.test(span)) return false;
	if (span.startsWith('@') || span.includes('@<')) return false;
	return ENDING.test(span) || /^[\w.-]+(\/[\w.<>…*-]+)*\/$/u.test(span);
}

/** `npm run` names, in text and in code, that `package.json` does not have. */
export function scriptFaults(file: string, text: string, repository: Repository): string[] {
	const named = [...text.matchAll(/\bnpm (?:run (?:--silent |-s )?([\w:-]+)|(start|test)\b)/g)];
	return named
		.map((match) => match[1] ?? match[2] ?? '')
		.filter((name) => !repository.scripts.includes(name))
		.map((name) => `${file}: npm run ${name}, and package.json has no such script`);
}

/** Where a text and its translation differ in what does not depend on the language. */
export function twinFaults(text: string, twin: string): string[] {
	const [a, b] = [readMarkdown(text), readMarkdown(twin)];
	const levels = (markdown: typeof a) => markdown.headings.map(({ level }) => '#'.repeat(level)).join(' ');
	const links = (markdown: typeof a) =>
		markdown.links
			.map((link) => link.replace(/\.(en|zh-CN)(?=\.)/, '').replace('docs/images/', ''))
			.join('\n');
	const code = (markdown: typeof a) =>
		markdown.blocks.map((block) => block.text.replace(/(\s#|\s{2,}).*$/gm, '').trim()).join('\n');
	const rows = (markdown: string) =>
		markdown
			.split('\n')
			.filter((line) => line.startsWith('|'))
			.map((line) => line.split('`')[1] ?? '')
			.join('\n');
	return [
		...(levels(a) === levels(b) ? [] : ['the headings differ']),
		...(links(a) === links(b) ? [] : ['the links differ']),
		...(code(a) === code(b) ? [] : ['the code differs']),
		...(rows(text) === rows(twin) ? [] : ['the tables differ']),
	];
}

/** The first word of each line of the map of the house. */
export function mapOf(text: string, heading: string): string[] {
	const block = readMarkdown(sectionOf(text, heading)).blocks[0];
	return (block?.text ?? '').split('\n').flatMap((line) => line.split(/\s/)[0] || []);
}

/** Lines of the map that are not there, and folders that are missing from the map. */
export function mapFaults(
	map: readonly string[],
	folders: readonly string[],
	repository: Repository,
): string[] {
	return [
		...map
			.filter((path) => !repository.paths.has(path.replace(/\/$/, '')))
			.map((path) => `${path} is in the map only`),
		...folders
			.filter((folder) => !map.some((path) => path.startsWith(`${folder}/`)))
			.map((folder) => `${folder}/ is missing from the map`),
	];
}

/** First cells of the rows of the first table of a section whose first heading cell is not empty. */
export function firstCells(section: string): string[] {
	const rows = section.split('\n').filter((line) => line.startsWith('|'));
	return rows.slice(2).map((line) => line.split('|')[1]?.trim() ?? '');
}
