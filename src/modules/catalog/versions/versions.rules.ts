/** What becomes of the versions that are kept, when the files say something. Pure. */
import type { ItemSource, VersionKey } from '../sources/load.ts';
import type { VersionRow } from './versions.store.ts';

/** How many cases and drafts use a version; by {@link keyOf}. */
export type Uses = ReadonlyMap<string, number>;

export const keyOf = ({ code, version }: VersionKey): string => `${code}@${version}`;

/** Said at the start. Words: `catalog.start.<code>`. */
export interface Note {
	code: 'CHANGED_IN_USE' | 'CHANGED_PUBLISHED' | 'CHANGED_WITHDRAWN' | 'GONE_IN_USE' | 'NOT_AS_BEFORE';
	params: Record<string, string | number>;
}

export interface Plan {
	insert: ItemSource[];
	remove: VersionKey[];
	notes: Note[];
}

/** Versions whose fate depends on whether something uses them: only for these is it asked. */
export function isAskingForUses(files: Files, rows: readonly VersionRow[]): boolean {
	const kept = new Set(rows.map(keyOf));
	return (
		files.sources.some(({ definition }) => kept.has(keyOf(definition.value))) || gone(files, rows).length > 0
	);
}

/** What the files say: versions that were read, and those that are known and the same. */
export interface Files {
	sources: readonly ItemSource[];
	known: readonly VersionKey[];
}

/**
 * New versions are kept. One that is kept already and now reads differently takes its place only where it came from a file
 * and nothing uses it: a running case keeps its own.
 * @param isSame whether the item that a source makes is the one that is kept
 */
export function planImport(
	files: Files,
	rows: readonly VersionRow[],
	uses: Uses,
	isSame: (source: ItemSource) => boolean,
): Plan {
	const kept = new Map(rows.map((row) => [keyOf(row), row]));
	const plan: Plan = { insert: [], remove: [], notes: [] };
	for (const source of files.sources) {
		const { definition } = source;
		const row = kept.get(keyOf(definition.value));
		const count = uses.get(keyOf(definition.value)) ?? 0;
		if (row && (row.origin === 'DESK' || row.isWithdrawn || count > 0)) {
			if (!isSame(source)) plan.notes.push(changed(source, row, count));
			continue;
		}
		if (row) plan.remove.push(row);
		plan.insert.push(source);
	}
	for (const row of gone(files, rows)) {
		const all = rows.filter(({ code }) => code === row.code);
		const count = all.reduce((sum, each) => sum + (uses.get(keyOf(each)) ?? 0), 0);
		if (count === 0) plan.remove.push(row);
		else plan.notes.push({ code: 'GONE_IN_USE', params: { item: keyOf(row), count } });
	}
	return plan;
}

function changed({ definition }: ItemSource, row: VersionRow, count: number): Note {
	const code = row.isWithdrawn
		? 'CHANGED_WITHDRAWN'
		: row.origin === 'DESK'
			? 'CHANGED_PUBLISHED'
			: 'CHANGED_IN_USE';
	return {
		code,
		params: { file: definition.file, item: row.code, version: row.version, count, next: row.version + 1 },
	};
}

/**
 * Versions of items that have lost their last file. An item of which the desk has published a version lives on without
 * files, and an older version that has no file any more is history.
 */
function gone({ sources, known }: Files, rows: readonly VersionRow[]): VersionRow[] {
	const codes = new Set(
		[...known, ...sources.map(({ definition }) => definition.value)].map(({ code }) => code),
	);
	for (const { code, origin } of rows) if (origin === 'DESK') codes.add(code);
	return rows.filter(({ code, isWithdrawn }) => !codes.has(code) && !isWithdrawn);
}
