import type { Db } from '../../../platform/db/index.ts';
import { DefinitionError, readDefinition } from '../../../platform/definitions/index.ts';
import { Item, ItemFile } from '../catalog.schema.ts';
import { catalogMessages } from '../catalog.ts';
import { type ItemSource, readCatalog } from '../sources/load.ts';
import { namesOf, OTHER_ITEM, type Parts, type PartsDigest, partsFrom, sha256 } from '../sources/parts.ts';
import { resolve } from '../sources/resolve.ts';
import { CARD } from './lazy-item.ts';
import { isAskingForUses, keyOf, type Note, planImport, type Uses } from './versions.rules.ts';
import {
	deleteVersions,
	findSource,
	insertVersions,
	lockVersions,
	type NewVersion,
	readVersionRows,
	updateItem,
	type VersionRow,
} from './versions.store.ts';

/** Raise it when `resolve` makes another item of the same source; a change of the item's shape is noticed by itself. */
const RESOLVER = 1;

/** Tells items apart that were made by another programme than this one. */
export const ITEM_FORMAT = sha256(`${RESOLVER} ${CARD.join()} ${JSON.stringify(Item)}`).slice(0, 16);

export interface ImportDeps {
	db: Db;
	jurisdiction: string;
	folder: string;
	/** Asked only when something that is kept may have to go. */
	uses(): Promise<Uses>;
}

/**
 * Brings the files of a folder into the database. Files that are known are not read again.
 * @throws DefinitionError with every fault of every file; then nothing is brought in
 */
export async function importFiles(
	deps: ImportDeps,
): Promise<{ parts: Parts; partsDigest: PartsDigest; notes: Note[] }> {
	const { db, folder } = deps;
	const rows = await readVersionRows(db);
	const byDigest = new Map(rows.map((row) => [row.digest, row]));
	const published = rows.filter(({ origin }) => origin === 'DESK').map(({ code }) => code);
	const files = readCatalog(folder, {
		codes: new Set(published),
		recognise: ({ digest }, partsDigest) => {
			const row = byDigest.get(digest);
			return row && partsDigest(row.partNames) === row.partsDigest ? row : undefined;
		},
	});
	if (files.faults.length > 0) throw new DefinitionError(files.faults, catalogMessages('en'));
	const { parts } = files;
	const uses = isAskingForUses(files, rows) ? await deps.uses() : new Map();
	const same = await sameAsKept(db, files.sources, rows);
	const plan = planImport(files, rows, uses, (source) => same.has(source));
	await carryOut(deps, files.partsDigest, plan);
	const notes = [...plan.notes, ...(await renewItems(deps, parts, await readVersionRows(db)))];
	return { parts, partsDigest: files.partsDigest, notes };
}

/** Sources that read differently and yet say the same: a comment was added, a line was broken. */
async function sameAsKept(
	db: Db,
	sources: readonly ItemSource[],
	rows: readonly VersionRow[],
): Promise<Set<ItemSource>> {
	const kept = new Set(rows.map(keyOf));
	const same = new Set<ItemSource>();
	for (const source of sources.filter(({ definition }) => kept.has(keyOf(definition.value)))) {
		const before = await findSource(db, source.definition.value);
		if (before && JSON.stringify(before.item) === JSON.stringify(source.item)) same.add(source);
	}
	return same;
}

async function carryOut(
	{ db, jurisdiction }: ImportDeps,
	digest: PartsDigest,
	{ insert, remove }: ReturnType<typeof planImport>,
): Promise<void> {
	if (insert.length + remove.length === 0) return;
	await db.kysely.transaction().execute(async (kysely) => {
		const trx = { kysely };
		const revision = await lockVersions(trx, jurisdiction);
		await deleteVersions(trx, remove);
		const versions = insert.flatMap(({ item, ...source }) =>
			item ? [toVersion({ ...source, item }, digest)] : [],
		);
		await insertVersions(trx, { jurisdiction, revision, format: ITEM_FORMAT }, versions);
	});
}

/** A source that has been checked, ready to be kept. */
export function toVersion(
	{ text, digest, item, taken }: Pick<ItemSource, 'text' | 'digest' | 'taken'> & { item: Item },
	partsDigest: PartsDigest,
): NewVersion {
	const others = item.warnings.flatMap((warning) => (warning.item ? [`${OTHER_ITEM}${warning.item}`] : []));
	const partNames = [...namesOf(taken), ...others];
	return { source: text, digest, taken, partNames, partsDigest: partsDigest(partNames), item };
}

/** After an update of the programme items are made again from their own sources and the parts that they took then. */
async function renewItems(
	{ db, jurisdiction }: ImportDeps,
	{ windows }: Parts,
	rows: readonly VersionRow[],
): Promise<Note[]> {
	const old = rows.filter(({ format, isWithdrawn }) => format !== ITEM_FORMAT && !isWithdrawn);
	if (old.length === 0) return [];
	return db.kysely.transaction().execute(async (kysely) => {
		const trx = { kysely };
		const notes: Note[] = [];
		const revision = await lockVersions(trx, jurisdiction);
		for (const row of old) {
			const kept = await findSource(trx, row);
			const [definition] = kept ? readDefinition(keyOf(row), kept.source, ItemFile).definitions : [];
			const { item } = kept && definition ? resolve(definition, partsFrom(kept.parts, windows)) : {};
			if (item) await updateItem(trx, { revision, format: ITEM_FORMAT }, item);
			else notes.push({ code: 'NOT_AS_BEFORE', params: { item: keyOf(row) } });
		}
		return notes;
	});
}
