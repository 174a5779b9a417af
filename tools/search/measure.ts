import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Type, { type Static } from 'typebox';
import type { Catalog } from '../../src/modules/catalog/index.ts';
import { DefinitionError, definitionMessages, readDefinition } from '../../src/platform/definitions/index.ts';

const FILE = resolve(import.meta.dirname, '../../data/search/queries.yaml');

/** How a query was put; `MISS` is one that must find nothing. */
export const KINDS = [
	'OWN_WORDS',
	'OFFICE_WORDS',
	'PINYIN',
	'INITIALS',
	'ENGLISH',
	'TRADITIONAL',
	'TYPO',
	'SENTENCE',
	'SITUATION',
	'MISS',
] as const;
export const SETS = ['tuning', 'heldout'] as const;

const strict = { additionalProperties: false } as const;
const Query = Type.Object(
	{
		q: Type.String({ minLength: 1 }),
		kind: Type.Enum(KINDS),
		set: Type.Enum(SETS),
		/** Items that answer to it, any of them; none for a query that must find nothing. */
		codes: Type.Array(Type.String()),
	},
	strict,
);
export type Query = Static<typeof Query>;
const QueriesFile = Type.Object(
	{
		/** How each held-out set fared when it was new: the only figures that nothing was tuned for. */
		firstAsked: Type.Array(
			Type.Object({ asked: Type.Integer({ minimum: 1 }), found: Type.Integer({ minimum: 0 }) }, strict),
		),
		queries: Type.Array(Query),
	},
	strict,
);
type QueriesFile = Static<typeof QueriesFile>;

/** @throws DefinitionError naming every fault with line and column */
export function loadQueries(file = FILE): Query[] {
	return loadQueriesFile(file).queries;
}

/** @throws DefinitionError naming every fault with line and column */
export function loadQueriesFile(file = FILE): QueriesFile {
	const { definitions, faults } = readDefinition(file, readFileSync(file, 'utf8'), QueriesFile);
	const [definition] = definitions;
	if (faults.length > 0 || !definition) throw new DefinitionError(faults, definitionMessages('en'));
	return definition.value;
}

/** Where an expected item came for a query: 1 is the first. */
export interface Outcome {
	query: Query;
	/** 0 when it is not among the first three. For a miss: 1 when nothing was found. */
	rank: number;
	found: string[];
	milliseconds: number;
}

const LOOKED_AT = 3;

/** Asks every query once. */
export function measure(catalog: Catalog, queries: readonly Query[]): Outcome[] {
	return queries.map((query) => {
		const began = performance.now();
		const found = catalog.suggest(query.q, LOOKED_AT).map(({ code }) => code);
		const milliseconds = performance.now() - began;
		const rank =
			query.kind === 'MISS'
				? Number(found.length === 0)
				: found.findIndex((code) => query.codes.includes(code)) + 1;
		return { query, rank, found, milliseconds };
	});
}

/** How many of the outcomes are right: at the first place, and among the first three. */
export function hits(outcomes: readonly Outcome[]): { asked: number; first: number; three: number } {
	return {
		asked: outcomes.length,
		first: outcomes.filter(({ rank }) => rank === 1).length,
		three: outcomes.filter(({ rank }) => rank > 0).length,
	};
}

/** The value that so large a share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}
