import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CATALOG_FOLDER, openCatalog } from '../src/modules/catalog/index.ts';
import { hits, KINDS, loadQueries, measure, type Outcome, quantile, SETS } from './search/measure.ts';

/**
 * `npm run search:check [-- --write]`: asks the catalogue every query of `data/search/queries.yaml` and says how many
 * were answered. `--write` puts the page into docs/search.md.
 */
const { values } = parseArgs({ options: { write: { type: 'boolean' } } });
const catalog = openCatalog(CATALOG_FOLDER);
const queries = loadQueries();
const unknown = queries.flatMap(({ codes }) => codes).filter((code) => !catalog.find(code));
if (unknown.length > 0) throw new RangeError(`data/search/queries.yaml: no such item: ${unknown.join(', ')}`);

measure(catalog, queries);
const outcomes = measure(catalog, queries);
const page = asPage(outcomes);
console.log(page);
if (values.write) writeFileSync(resolve(import.meta.dirname, '../docs/search.md'), page);

function asPage(all: readonly Outcome[]): string {
	const times = all.map(({ milliseconds }) => milliseconds);
	const wrong = all.filter(({ rank }) => rank === 0);
	return `# How well the search finds

Written by \`npm run search:check -- --write\`. ${all.length} queries of \`data/search/queries.yaml\` asked of ${catalog.all().length} items. *Tuning* queries were
looked at while the search was made. *Held-out* queries were written afterwards, from the names of the items alone. Each
cell: right at the first place / among the first three, of all. A miss is right when nothing is found.

${table(all)}

Time of a query on these items: p50 ${quantile(times, 0.5).toFixed(2)} ms, p95 ${quantile(times, 0.95).toFixed(2)} ms. For 5,000 items see \`bench/results.md\`.

## Not answered

${wrong.length === 0 ? 'None.' : wrong.map(line).join('\n')}
`;
}

function table(all: readonly Outcome[]): string {
	const cell = (outcomes: readonly Outcome[]) => {
		const { asked, first, three } = hits(outcomes);
		if (asked === 0) return '–';
		const percent = (count: number) => `${((100 * count) / asked).toFixed(1)} %`;
		return `${percent(first)} / ${percent(three)} of ${asked}`;
	};
	const row = (name: string, outcomes: readonly Outcome[]) =>
		`| ${[name, cell(outcomes), ...SETS.map((set) => cell(outcomes.filter(({ query }) => query.set === set)))].join(' | ')} |`;
	const kinds = KINDS.map((kind) =>
		row(
			kind.toLowerCase().replace('_', ' '),
			all.filter(({ query }) => query.kind === kind),
		),
	);
	return ['| kind | all | tuning | held-out |', '|---|---|---|---|', ...kinds, row('**all**', all)].join(
		'\n',
	);
}

function line({ query, found }: Outcome): string {
	const wanted = query.codes.length > 0 ? query.codes.join(' or ') : 'nothing';
	return `- (${query.set}) “${query.q}”: wanted ${wanted}, found ${found.join(', ') || 'nothing'}`;
}
