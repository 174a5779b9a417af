import { randomUUID } from 'node:crypto';
import { type Clock, chinaDay } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/db/index.ts';
import type { Fault } from '../../../platform/definitions/index.ts';
import type { Principal } from '../../../platform/http/principal.ts';
import type { Language } from '../../../platform/locales.ts';
import { type Parts, type PartsDigest, sha256 } from '../sources/parts.ts';
import { type ReadSource, readSource, tellFaults, toYaml, withKeys, yamlOf } from '../sources/source.ts';
import { ITEM_FORMAT, toVersion } from '../versions/versions.import.ts';
import { keyOf, type Uses } from '../versions/versions.rules.ts';
import {
	findSource,
	type Inside,
	insertEntry,
	insertVersions,
	lockVersions,
	readHistory,
	readRecord,
	type VersionHistory,
} from '../versions/versions.store.ts';
import type { StoredCatalog } from '../versions/versions.ts';
import { CHANGE_RULES, type ChangeAct, nextVersion, publicationFaults, refusalOf } from './changes.rules.ts';
import {
	type ChangeRow,
	findChange,
	findOpenChangeOf,
	insertChange,
	lockChange,
	updateChange,
} from './changes.store.ts';
import * as problems from './desk.problems.ts';
import type { Change, Entry, SourceBody } from './desk.schema.ts';
import { newItem } from './new-item.ts';

/** What the desk works with. */
export interface CatalogDesk {
	db: Db;
	clock: Clock;
	jurisdiction: string;
	parts: Parts;
	partsDigest: PartsDigest;
	stored: StoredCatalog;
	uses(): Promise<Uses>;
}

/** Who acts, and in which language they are answered. */
export interface Acting {
	person: Principal;
	language: Language;
}

const DAY_MS = 86_400_000;

/** The day after an instant's day in China: the first on which a change can have effect that nobody is surprised by. */
export const dayAfter = (at: Date): string => chinaDay(new Date(at.getTime() + DAY_MS));

/** A person as records name them. */
export const whoIs = ({ id, name }: Principal) => ({ id, name });

/** Reads a source against the parts and items of today. */
export function readAtDesk({ parts, stored }: CatalogDesk, yaml: string): ReadSource {
	return readSource(yaml, { parts, isItem: (code) => stored.catalog.versions(code).length > 0 });
}

/**
 * Begins a change: with a version, the newest, or for an item that nobody has written yet, with nothing.
 * @throws Problem CHANGE_OPEN when the item is being changed already; VERSION_NOT_FOUND
 */
export async function startChange(
	desk: CatalogDesk,
	{ code, from }: { code: string; from?: number | undefined },
	acting: Acting,
): Promise<Change> {
	const { db, clock, jurisdiction } = desk;
	const history = await readHistory(db, code);
	const version = from ?? history.find(({ withdrawn }) => !withdrawn)?.version;
	const kept = version === undefined ? undefined : await findSource(db, { code, version });
	if (from !== undefined && !kept) throw problems.versionNotFound({ code, version: from });
	const at = clock.now();
	const effectiveFrom = dayAfter(at);
	const yaml = kept
		? withKeys(kept.source, { version: nextVersion(known(history)), effectiveFrom })
		: toYaml(newItem({ code, effectiveFrom, jurisdiction }));
	const name = kept?.item.name ?? null;
	const id = await db.kysely
		.transaction()
		.execute((kysely) =>
			keepNewChange(desk, { kysely }, { code, yaml, name }, { person: acting.person, at }),
		);
	if (id === undefined) throw problems.changeOpen(code, await findOpenChangeOf(db, code));
	return readChange(desk, id, acting.language);
}

/** Keeps a new change and writes down who began it. Answers its id; none when the item is being changed already. */
export async function keepNewChange(
	desk: CatalogDesk,
	trx: Inside,
	change: Pick<ChangeRow, 'code' | 'yaml' | 'name'>,
	{ person, at }: { person: Principal; at: Date },
): Promise<string | undefined> {
	const id = randomUUID();
	const author = whoIs(person);
	const isKept = await insertChange(trx, { jurisdiction: desk.jurisdiction, id, author, ...change, at });
	if (!isKept) return undefined;
	await recordEntry(desk, trx, { id, code: change.code }, { act: 'STARTED', by: author, at });
	return id;
}

/** @throws Problem CHANGE_NOT_FOUND */
export async function readChange(desk: CatalogDesk, id: string, language: Language): Promise<Change> {
	const row = await findChange(desk.db, id);
	if (!row) throw problems.changeNotFound();
	return changeView(desk, row, language);
}

/** A change with everything that would keep it from being published today. */
export async function changeView(desk: CatalogDesk, row: ChangeRow, language: Language): Promise<Change> {
	const { yaml, rowVersion, author, note, returned, updatedAt, id, code, state } = row;
	const history = await readHistory(desk.db, code);
	const source = readAtDesk(desk, yaml);
	const faults = state === 'PUBLISHED' ? [] : allFaults(desk, source, code, history);
	return {
		id,
		code,
		version: row.version ?? nextVersion(known(history)),
		state,
		rowVersion,
		author,
		note,
		returned,
		source: source.value ?? null,
		yaml,
		faults: tellFaults(faults, language),
		record: await readRecord(desk.db, { change: id }),
		updatedAt,
	};
}

/** Autosave, faults and all. @throws Problem CHANGE_STALE, NOT_THE_AUTHOR, CHANGE_STATE */
export async function saveChange(
	desk: CatalogDesk,
	id: string,
	{ expectedVersion, ...body }: { expectedVersion: number } & SourceBody,
	acting: Acting,
): Promise<Change> {
	const yaml = yamlOf(body);
	const name = readAtDesk(desk, yaml).definition?.value.name;
	await inChange(desk, id, { act: 'EDIT', expectedVersion, acting }, async (trx, row, at) => {
		await updateChange(trx, id, { state: row.state, yaml, at, ...(name && { name }) });
	});
	return readChange(desk, id, acting.language);
}

/** Asks for approval. @throws Problem CHANGE_FAULTY with every fault */
export async function proposeChange(
	desk: CatalogDesk,
	id: string,
	{ note, expectedVersion }: { note: string; expectedVersion?: number | undefined },
	acting: Acting,
): Promise<Change> {
	await inChange(desk, id, { act: 'PROPOSE', expectedVersion, acting }, async (trx, row, at) => {
		const faults = allFaults(desk, readAtDesk(desk, row.yaml), row.code, await readHistory(trx, row.code));
		if (faults.length > 0) throw problems.changeFaulty(tellFaults(faults, acting.language), true);
		await updateChange(trx, id, { state: 'PROPOSED', note, returned: null, at });
		await recordEntry(desk, trx, row, { act: 'PROPOSED', by: whoIs(acting.person), note, at });
	});
	return readChange(desk, id, acting.language);
}

/** Gives it back to its author, who is told why. */
export async function returnChange(
	desk: CatalogDesk,
	id: string,
	{ reason, expectedVersion }: { reason: string; expectedVersion?: number | undefined },
	acting: Acting,
): Promise<Change> {
	const by = whoIs(acting.person);
	await inChange(desk, id, { act: 'RETURN', expectedVersion, acting }, async (trx, row, at) => {
		await updateChange(trx, id, { state: 'DRAFT', returned: { by, reason, at: at.toISOString() }, at });
		await recordEntry(desk, trx, row, { act: 'RETURNED', by, note: reason, at });
	});
	return readChange(desk, id, acting.language);
}

/** The author takes the proposal back, or throws the change away. */
export async function leaveChange(
	desk: CatalogDesk,
	id: string,
	{ act, expectedVersion }: { act: 'WITHDRAW_PROPOSAL' | 'DISCARD'; expectedVersion?: number | undefined },
	acting: Acting,
): Promise<void> {
	await inChange(desk, id, { act, expectedVersion, acting }, async (trx, row, at) => {
		await updateChange(trx, id, { state: CHANGE_RULES[act].to, at });
		const entry = act === 'DISCARD' ? 'DISCARDED' : 'PROPOSAL_WITHDRAWN';
		await recordEntry(desk, trx, row, { act: entry, by: whoIs(acting.person), at });
	});
}

/**
 * Makes the change the next version of its item, checked once more against today's parts and items.
 * @throws Problem SECOND_PERSON_NEEDED, CHANGE_STATE (somebody was quicker), CHANGE_FAULTY, VERSION_TAKEN
 */
export async function publishChange(
	desk: CatalogDesk,
	id: string,
	{ expectedVersion }: { expectedVersion: number },
	acting: Acting,
): Promise<Change> {
	const { jurisdiction } = desk;
	const approver = whoIs(acting.person);
	await inChange(desk, id, { act: 'PUBLISH', expectedVersion, acting }, async (trx, row, at) => {
		const revision = await lockVersions(trx, jurisdiction);
		const history = await readHistory(trx, row.code);
		const version = nextVersion(known(history));
		const yaml = withKeys(row.yaml, { version });
		const source = readAtDesk(desk, yaml);
		const faults = allFaults(desk, source, row.code, history);
		const { item, taken } = source;
		if (faults.length > 0 || !item || !taken)
			throw problems.changeFaulty(tellFaults(faults, acting.language), false);
		const ready = toVersion({ text: yaml, digest: sha256(yaml), item, taken }, desk.partsDigest);
		const published = { author: row.author, approver, at };
		const kept = await insertVersions(trx, { jurisdiction, revision, format: ITEM_FORMAT }, [
			{ ...ready, published },
		]);
		if (kept === 0) throw problems.versionTaken(row.code);
		await updateChange(trx, id, { state: 'PUBLISHED', version, yaml, name: item.name, at });
		await recordEntry(desk, trx, row, { act: 'PUBLISHED', by: approver, version, at });
	});
	await desk.stored.refresh();
	return readChange(desk, id, acting.language);
}

/** Does one thing with a change while nobody else can, if the rules allow it. */
async function inChange(
	{ db, clock }: CatalogDesk,
	id: string,
	{
		act,
		expectedVersion,
		acting: { person },
	}: { act: ChangeAct; expectedVersion: number | undefined; acting: Acting },
	work: (trx: Inside, row: ChangeRow, at: Date) => Promise<void>,
): Promise<void> {
	await db.kysely.transaction().execute(async (kysely) => {
		const row = await lockChange({ kysely }, id);
		if (!row) throw problems.changeNotFound();
		const refusal = refusalOf(act, row, person);
		if (refusal) throw problems.changeRefused(refusal, row);
		if (expectedVersion !== undefined && expectedVersion !== row.rowVersion) throw problems.changeStale(id);
		await work({ kysely }, row, clock.now());
	});
}

function allFaults(
	{ clock }: CatalogDesk,
	{ definition, faults }: ReadSource,
	code: string,
	history: readonly VersionHistory[],
): Fault[] {
	if (!definition) return faults;
	const today = chinaDay(clock.now());
	return [...faults, ...publicationFaults(definition, { code, today, versions: known(history) })];
}

function known(history: readonly VersionHistory[]) {
	return history.map((version) => ({ ...version, isWithdrawn: version.withdrawn !== null }));
}

/** Writes down what was done to a change. */
async function recordEntry(
	{ jurisdiction }: CatalogDesk,
	trx: Inside,
	{ id, code }: { id: string; code: string },
	entry: Pick<Entry, 'act' | 'by'> & { note?: string; version?: number; at: Date },
): Promise<void> {
	const { note = null, version = null, ...rest } = entry;
	await insertEntry(trx, { jurisdiction, code, change: id, entry: { ...rest, note, version } });
}

/** Uses of one version. */
export function usesOf(uses: Uses, key: { code: string; version: number }): number {
	return uses.get(keyOf(key)) ?? 0;
}
