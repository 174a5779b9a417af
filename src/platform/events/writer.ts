import type { Pool } from 'pg';
import { appendSql, COLUMNS_SQL } from './append.sql.ts';
import { chain, reached, rowOf } from './chain.ts';
import type { Append, Appended } from './event.ts';
import type { Heads } from './heads.ts';

/** An append on its way. Its id tells it from another with the same content. */
export interface Write extends Append {
	id: string;
}

/** Sends appends as one statement. */
export interface Writer {
	/** Columns of the row table. */
	columns(): Promise<Set<string>>;
	/** Writes distinct streams; answers those that were at their expected version. */
	write(batch: readonly Write[]): Promise<Map<string, Appended>>;
	/** What a write of ours reached, if it was committed after all. */
	find(write: Write): Promise<Appended | undefined>;
}

/** Where the writer writes to. */
export interface Target {
	kind: string;
	rowTable: string;
	jurisdiction: string;
}

/** The only place that inserts events. */
export function createWriter(pool: Pool, heads: Heads, { kind, rowTable, jurisdiction }: Target): Writer {
	let prepared: Promise<{ columns: Set<string>; sql: string }> | undefined;

	async function prepare() {
		const { rows } = await pool.query<{ name: string }>(COLUMNS_SQL, [rowTable]);
		const columns = rows.map(({ name }) => name);
		return { columns: new Set(columns), sql: appendSql(rowTable, columns) };
	}

	function table() {
		prepared ??= prepare().catch((error: unknown) => {
			prepared = undefined;
			throw error;
		});
		return prepared;
	}

	return {
		columns: async () => (await table()).columns,
		async write(batch) {
			const { sql } = await table();
			await heads.load(batch);
			const known = batch.flatMap((append) => {
				const was = heads.at(append.stream, append.expectedVersion);
				return was === undefined ? [] : [{ append, was, links: chain(append, was, jurisdiction) }];
			});
			if (known.length === 0) return new Map();
			known.sort((a, b) => (a.append.stream < b.append.stream ? -1 : 1));
			const ids = known.map(({ append }) => append.stream);
			const expected = known.map(({ append: { stream, expectedVersion }, was }) => ({
				id: stream,
				expected: expectedVersion,
				was,
			}));
			const rows = known.map(({ append, links }) => rowOf(append, links, jurisdiction));
			const events = known.flatMap(({ append, links }) =>
				links.map((link) => ({ ...link, append: append.id })),
			);
			const values = [
				jurisdiction,
				kind,
				ids,
				...[expected, rows, events].map((each) => JSON.stringify(each)),
			];
			const written = await pool.query<{ id: string }>({ name: `append ${rowTable}`, text: sql, values });
			const accepted = new Set(written.rows.map(({ id }) => id));
			return new Map(
				known
					.filter(({ append }) => accepted.has(append.stream))
					.map(({ append, links }) => [append.stream, reached(links)]),
			);
		},
		async find({ stream, id }) {
			const { rows } = await pool.query<Appended>(
				`select version, hash as head from events where jurisdiction = $1 and stream = $2 and append_id = $3
				order by version desc limit 1`,
				[jurisdiction, stream, id],
			);
			return rows[0];
		},
	};
}
