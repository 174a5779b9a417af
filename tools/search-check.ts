import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CATALOG_FOLDER, openCatalog } from '../src/modules/catalog/index.ts';
import { hits, KINDS, loadQueriesFile, measure, type Outcome, quantile, SETS } from './search/measure.ts';

/**
 * `npm run search:check [-- --write]`: asks the catalogue every query of `data/search/queries.yaml` and says how many
 * were answered. `--write` puts the page into docs/search.md.
 */
const { values } = parseArgs({ options: { write: { type: 'boolean' } } });
const catalog = openCatalog(CATALOG_FOLDER);
const { queries, firstAsked } = loadQueriesFile();
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
looked at while the search was made. *Held-out* queries were written afterwards, from the names of the items alone; one that
led to a change has moved to tuning, which flatters what is left. So the honest figure is how each held-out set fared when it
was asked for the first time: ${firstTimes()}.

Each cell: right at the first place / among the first three, of all. A miss is right when nothing is found.

${table(all)}

Time of a query on these items: p50 ${quantile(times, 0.5).toFixed(2)} ms, p95 ${quantile(times, 0.95).toFixed(2)} ms. For 5,000 items see \`bench/results.md\`.

## Not answered

${wrong.length === 0 ? 'None.' : wrong.map(line).join('\n')}
`;
}

/** The held-out sets when they were new, and all of them together. */
function firstTimes(): string {
	const sum = (read: (each: (typeof firstAsked)[number]) => number) =>
		firstAsked.reduce((total, each) => total + read(each), 0);
	const found = sum((each) => each.found);
	const asked = sum((each) => each.asked);
	const each = firstAsked.map((set) => `${set.found} of ${set.asked}`).join(', ');
	return `${each}; together ${((100 * found) / asked).toFixed(1)} % among the first three`;
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
