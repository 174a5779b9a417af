import { globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { CLOCKS, COMMAND_TYPES, NOTICES, STAGES } from '../../src/law/index.ts';
import { loadStories } from '../../stories/support/index.ts';
import {
	firstCells,
	linkFaults,
	mapFaults,
	mapOf,
	pathFaults,
	type Repository,
	scriptFaults,
	twinFaults,
} from './docs/faults.ts';
import { sectionOf } from './docs/markdown.ts';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** Neither part of the repository, nor documents of its own. */
const LEFT_OUT = ['node_modules', '.git', 'dist', 'tmp', '.onevisit', 'tools/check/fixture'];
const paths = new Set(globSync('**/*', { cwd: root, exclude: (name) => LEFT_OUT.includes(name) }));
for (const name of readdirSync(root).filter((each) => each.startsWith('.') && !LEFT_OUT.includes(each))) {
	for (const below of ['', ...globSync('**/*', { cwd: path.join(root, name) })])
		paths.add(path.join(name, below));
}

interface Package {
	scripts: Record<string, string>;
	dependencies: Record<string, string>;
	optionalDependencies: Record<string, string>;
	devDependencies: Record<string, string>;
}
const { scripts, dependencies, optionalDependencies, devDependencies } = JSON.parse(
	read('package.json'),
) as Package;
const repository: Repository = { paths, read, scripts: Object.keys(scripts) };
const documents = [...paths].filter((file) => file.endsWith('.md')).sort();
const readme = read('README.md');
const chinese = read('README.zh-CN.md');

describe('every document', () => {
	it('is found', () => {
		expect(documents).toEqual(
			expect.arrayContaining(['README.md', 'docs/deploy.md', 'src/modules/cases/README.md']),
		);
	});

	it.each(documents)('%s links to what is there, and names paths and scripts that are there', (file) => {
		const text = read(file);
		expect([linkFaults, pathFaults, scriptFaults].flatMap((find) => find(file, text, repository))).toEqual(
			[],
		);
	});
});

describe('the README', () => {
	it('says the same in both languages', () => {
		expect(twinFaults(readme, chinese)).toEqual([]);
	});

	it.each([
		['README.md', readme, 'What works today'],
		['README.zh-CN.md', chinese, '现在能用什么'],
	])('%s lists the stories that there are', async (_, text, heading) => {
		const stories = await loadStories();
		expect(firstCells(sectionOf(text, heading)).sort()).toEqual(stories.map(({ id }) => id).sort());
	});

	it('calls them what they are called', async () => {
		const titles = (await loadStories()).map(({ title }) => title);
		expect(titles.filter((title) => !readme.includes(`| ${title} |`))).toEqual([]);
	});

	it.each([
		['README.md', readme, 'The house'],
		['README.zh-CN.md', chinese, '房子的结构'],
	])('%s maps the house as it is', (_, text, heading) => {
		const folders = ['.', 'src', 'src/modules'].flatMap((folder) => foldersIn(folder));
		expect(mapFaults(mapOf(text, heading), folders, repository)).toEqual([]);
	});

	it('counts the law right', () => {
		expect(readme).toContain(`${COMMAND_TYPES.length} commands, ${STAGES.length} stages`);
		expect(chinese).toContain(`${COMMAND_TYPES.length} 种指令、${STAGES.length} 个环节`);
		expect(CLOCKS, 'nine clocks, 九个时钟').toHaveLength(9);
		expect(readme).toContain(`${NOTICES.length} legal documents`);
		expect(chinese).toContain(`${NOTICES.length} 种法律文书`);
	});

	it('names every variable that the configuration reads', () => {
		const variables = [...read('src/platform/config.ts').matchAll(/given\('(\w+)'\)/g)].map(
			(match) => match[1],
		);
		expect(variables).toContain('ONEVISIT_MODE');
		expect(variables.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
	});

	it('shows pictures that are light enough', () => {
		const pictures = [...paths].filter((file) => file.startsWith('docs/images/') && file.endsWith('.png'));
		expect(pictures.filter((file) => readFileSync(path.join(root, file)).length > 250 * 1024)).toEqual([]);
	});
});

function foldersIn(folder: string): string[] {
	const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
	return (
		entries
			.filter((entry) => entry.isDirectory())
			.map((entry) => path.join(folder, entry.name))
			// Editors and tools put hidden folders of their own beside ours.
			.filter((name) => !LEFT_OUT.includes(name) && !name.startsWith('.'))
	);
}

test('the table of libraries is that of package.json and of what is installed', () => {
	const rows = [
		...read('docs/adr/0006-libraries.md').matchAll(/^\|[^|]*\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|/gm),
	];
	const listed = new Map(rows.map(([, name, version, licence]) => [name, { version, licence }]));
	const wanted = Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies });
	expect([...listed.keys()].sort()).toEqual(wanted.map(([name]) => name).sort());
	const wrong = wanted.filter(
		([name, version]) => !`${version}.`.startsWith(`${listed.get(name)?.version}.`),
	);
	expect(wrong).toEqual([]);
	const manifests = [...listed].flatMap(([name, { licence }]) => {
		const file = path.join(root, `node_modules/${name}/package.json`);
		// What another platform needs is not installed here.
		const manifest = globSync(file).map(
			(each) => JSON.parse(readFileSync(each, 'utf8')) as { license: string },
		);
		return manifest.filter(({ license }) => license !== licence).map(({ license }) => `${name}: ${license}`);
	});
	expect(manifests).toEqual([]);
});

test('the index of decisions is complete', () => {
	const decisions = [...paths].filter((file) => /^docs\/adr\/\d{4}-.+\.md$/.test(file));
	const index = read('docs/adr/README.md');
	expect(decisions.filter((file) => !index.includes(`(${path.basename(file)})`))).toEqual([]);
	const numbers = decisions.map((file) => path.basename(file).slice(0, 4));
	expect(new Set(numbers).size).toBe(numbers.length);
});

describe('the checks find', () => {
	const small: Repository = {
		paths: new Set(['README.md', 'docs', 'docs/a.md', 'src', 'src/law', 'src/law/index.ts']),
		read: () => '# One\n\n## Two words\n',
		scripts: ['start', 'check'],
	};
	const fine = '[a](docs/a.md#two-words) ![b](docs/a.md) [c](https://example.org/x.md) [d](#top)\n\n# Top\n';

	it('nothing in a document that is right', () => {
		const text = `${fine}\`src/law/\` \`src/<part>/index.ts\` \`index.ts\` \`node_modules/x.js\` \`GET /api/x.ts\` \`npm start\`, npm run check\n`;
		expect([linkFaults, pathFaults, scriptFaults].flatMap((find) => find('README.md', text, small))).toEqual(
			[],
		);
	});

	it.each([
		['a link to no file', '[a](docs/b.md)', 'no docs/b.md'],
		['a picture that is not there', '![a](docs/images/x.png)', 'no docs/images/x.png'],
		['a picture in HTML', '<img src="docs/x.png" width="40">', 'no docs/x.png'],
		['a link to no heading', '[a](docs/a.md#three)', 'docs/a.md has no heading'],
		['a link to no heading of its own', '[a](#three)', 'README.md has no heading'],
	])('%s', (_, text, fault) => {
		expect(linkFaults('README.md', text, small)).toEqual([expect.stringContaining(fault)]);
	});

	it.each([
		'src/laws/',
		'src/law/main.ts',
		'gone.yaml',
		'modules/<room>/index.ts',
		'src/<part>/gone.ts',
		'.gone.cjs',
	])('the path %s, which is not there', (span) => {
		expect(pathFaults('docs/a.md', `See \`${span}\`.`, small)).toEqual([expect.stringContaining(span)]);
	});

	it.each(['npm run gone', 'npm run --silent gone -- x', '```sh\nnpm run gone\n```', 'npm test'])(
		'a script that is not there: %s',
		(text) => {
			expect(scriptFaults('README.md', text, small)).toHaveLength(1);
		},
	);

	it.each([
		['headings', '# A\n\n## B\n', '# 甲\n'],
		['links', '# A\n\n[a](x.md)\n', '# 甲\n'],
		['code', '# A\n\n```sh\nnpm start  # go\n```\n', '# 甲\n\n```sh\nnpm test  # 走\n```\n'],
		['tables', '| `A` | a |\n', '| `B` | 甲 |\n'],
	])('twins whose %s differ', (what, text, twin) => {
		expect(twinFaults(text, twin)).toEqual([expect.stringContaining(what)]);
		expect(twinFaults(text, text)).toEqual([]);
	});

	it('a map with a folder that is gone, and without one that is there', () => {
		const map = mapOf('## House\n\n```text\nsrc/law/   the law\nsrc/attic/ gone\n```\n', 'House');
		expect(mapFaults(map, ['src', 'src/law', 'docs'], small)).toEqual([
			'src/attic/ is in the map only',
			'docs/ is missing from the map',
		]);
	});

	it('the rows of a section, and of no other', () => {
		const text = '## A\n\n| id | x |\n|---|---|\n| A3 | y |\n\n## B\n\n| id |\n|---|\n| B1 |\n';
		expect(firstCells(sectionOf(text, 'A'))).toEqual(['A3']);
		expect(sectionOf(text, 'C')).toBe('');
	});
});
