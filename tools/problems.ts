import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { problemCodes } from '../src/platform/http/problem.ts';
import { loadLocales } from '../src/platform/locales.ts';

const ROOT = resolve(import.meta.dirname, '..');
const FILE = resolve(ROOT, 'docs/problems.md');

const HEAD = `# Problems

Every failure is answered as \`application/problem+json\` (RFC 9457) with a stable \`code\` and at least one signpost.
Codes are never reused. Written by \`npm run problems\`; the tests compare.

| Code | Status | Room | Meaning | 含义 |
|---|---|---|---|---|
`;

/** The list of all codes that rooms declare in \`*.problems.ts\`, with their titles. */
export async function problemsPage(): Promise<string> {
	for (const file of globSync('src/**/*.problems.ts', { cwd: ROOT }).sort()) {
		await import(pathToFileURL(resolve(ROOT, file)).href);
	}
	const locales = loadLocales();
	const lines = problemCodes().map(({ code, status, namespace, section }) => {
		const key = `${namespace}.${section}.${code}`;
		const [en, zh] = (['en', 'zh-CN'] as const).map(
			(language) => locales.find(language, [`${key}.title`, key]) ?? missing(key, language),
		);
		return `| ${code} | ${status} | ${namespace} | ${cell(en)} | ${cell(zh)} |\n`;
	});
	return HEAD + lines.join('');
}

function missing(key: string, language: string): never {
	throw new Error(`${key} has no text in ${language}`);
}

function cell(text = ''): string {
	return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

if (process.argv[1] === import.meta.filename) {
	const page = await problemsPage();
	writeFileSync(FILE, page);
	console.log('Wrote docs/problems.md');
}

/** What stands in the documentation now. */
export function writtenPage(): string {
	return readFileSync(FILE, 'utf8');
}
