import { chinaDay } from '../../../platform/clock.ts';
import { readDefinition } from '../../../platform/definitions/index.ts';
import type { Language } from '../../../platform/locales.ts';
import { type Item, ItemFile, type Text } from '../catalog.schema.ts';
import { inEffect } from '../catalog.ts';
import type { VersionKey } from '../sources/load.ts';
import type { Uses } from '../versions/versions.rules.ts';
import {
	findSource,
	insertEntry,
	lockVersions,
	readHistory,
	readRecord,
	withdrawVersion,
} from '../versions/versions.store.ts';
import { withdrawalRefusal } from './changes.rules.ts';
import { findOpenChangeOf, findOpenChanges } from './changes.store.ts';
import { type Acting, type CatalogDesk, changeView, usesOf, whoIs } from './changes.ts';
import { differencesOf } from './compare.ts';
import { versionKept, versionNotFound } from './desk.problems.ts';
import type {
	ChangeSummary,
	DeskItem,
	Difference,
	ItemHistory,
	PartNames,
	VersionSource,
} from './desk.schema.ts';

/** Every item that is there, was there, or is being written. */
export async function listItems(desk: CatalogDesk): Promise<DeskItem[]> {
	const { db, clock, stored } = desk;
	const [changes, uses] = await Promise.all([findOpenChanges(db), desk.uses()]);
	const today = chinaDay(clock.now());
	const shelf = stored.catalog.shelf();
	const changing = new Map(changes.map((change) => [change.code, change]));
	const codes = new Set([...shelf.keys(), ...changing.keys()]);
	return [...codes]
		.sort()
		.map((code) => lineOf(code, shelf.get(code) ?? [], { today, uses, change: changing.get(code) }));
}

function lineOf(
	code: string,
	versions: readonly Item[],
	{ today, uses, change }: { today: string; uses: Uses; change: ChangeSummary | undefined },
): DeskItem {
	const current = inEffect(versions, today);
	const shown = current ?? versions[0];
	const upcoming = versions.findLast(({ effectiveFrom }) => effectiveFrom > today);
	return {
		code,
		name: shown?.name ?? change?.name ?? null,
		theme: shown?.theme ?? null,
		version: current?.version ?? null,
		effectiveFrom: current?.effectiveFrom ?? null,
		upcoming: upcoming ? { version: upcoming.version, effectiveFrom: upcoming.effectiveFrom } : null,
		change: change ? { id: change.id, state: change.state, author: change.author } : null,
		confirm: shown?.confirm.length ?? 0,
		uses: versions.reduce((sum, version) => sum + usesOf(uses, version), 0),
	};
}

/** An item's versions and what was done to them. @throws Problem VERSION_NOT_FOUND when there is no such item */
export async function readItemHistory(
	desk: CatalogDesk,
	code: string,
	language: Language,
): Promise<ItemHistory> {
	const { db, clock, stored } = desk;
	const [history, change, record, uses] = await Promise.all([
		readHistory(db, code),
		findOpenChangeOf(db, code),
		readRecord(db, { code }),
		desk.uses(),
	]);
	if (history.length === 0 && !change) throw versionNotFound({ code, version: 1 });
	const today = chinaDay(clock.now());
	const versions = history.map((line) => {
		const count = usesOf(uses, line);
		const canWithdraw = !line.withdrawn && !withdrawalRefusal(line, { today, uses: count });
		return { ...line, uses: count, canWithdraw };
	});
	const name = stored.catalog.versions(code)[0]?.name ?? change?.name ?? null;
	return { code, name, versions, change: change ? await changeView(desk, change, language) : null, record };
}

/** @throws Problem VERSION_NOT_FOUND */
export async function readVersion(desk: CatalogDesk, key: VersionKey): Promise<VersionSource> {
	const kept = await findSource(desk.db, key);
	const item = desk.stored.catalog.find(key.code, key.version);
	if (!kept || !item) throw versionNotFound(key);
	return { source: sourceOf(kept.source), yaml: kept.source, item };
}

/** What was kept has been checked; a newer form of items may have made some of it unknown, which is shown as it is. */
function sourceOf(yaml: string): ItemFile {
	return readDefinition('', yaml, ItemFile).value as ItemFile;
}

/**
 * Differences from one version to another, or to the change that is going on.
 * @throws Problem VERSION_NOT_FOUND
 */
export async function compareVersions(
	desk: CatalogDesk,
	code: string,
	{ from, to }: { from: number; to: string },
): Promise<Difference[]> {
	const [before, after] = await Promise.all([
		yamlOfVersion(desk, code, String(from)),
		yamlOfVersion(desk, code, to),
	]);
	return differencesOf(sourceOf(before), sourceOf(after));
}

async function yamlOfVersion({ db }: CatalogDesk, code: string, version: string): Promise<string> {
	const kept =
		version === 'change'
			? (await findOpenChangeOf(db, code))?.yaml
			: (await findSource(db, { code, version: Number(version) }))?.source;
	if (kept === undefined) throw versionNotFound({ code, version });
	return kept;
}

/** Names of the shared parts, for choosing. */
export function namesOfParts({ parts }: CatalogDesk): PartNames {
	const named = <T>(map: ReadonlyMap<string, T>, title: (part: T, name: string) => Text) =>
		[...map].map(([name, part]) => ({ name, title: title(part, name) }));
	return {
		statutes: named(parts.statutes, (text) => text),
		materials: named(parts.materials, ({ name }) => name),
		forms: named(parts.forms, ({ schema }, name) => titleOf(schema, name)),
		windows: named(parts.windows, ({ name }) => name),
		blanks: named(parts.blanks, ({ title }) => title),
	};
}

function titleOf(schema: Record<string, unknown>, name: string): Text {
	const title = schema.title as Text | undefined;
	return title?.['zh-CN'] ? title : { 'zh-CN': name, en: name };
}

/**
 * Takes a published version back whose day has not come.
 * @throws Problem VERSION_NOT_FOUND; VERSION_IN_USE, VERSION_IN_EFFECT
 */
export async function withdraw(desk: CatalogDesk, key: VersionKey, { person }: Acting): Promise<void> {
	const { db, clock, jurisdiction } = desk;
	const by = whoIs(person);
	const at = clock.now();
	await db.kysely.transaction().execute(async (kysely) => {
		const trx = { kysely };
		const revision = await lockVersions(trx, jurisdiction);
		const line = (await readHistory(trx, key.code)).find(({ version }) => version === key.version);
		if (!line || line.withdrawn) throw versionNotFound(key);
		const count = usesOf(await desk.uses(), key);
		const refusal = withdrawalRefusal(line, { today: chinaDay(at), uses: count });
		if (refusal) throw versionKept(refusal, { ...key, day: line.effectiveFrom, count });
		await withdrawVersion(trx, key, { revision, by, at });
		const entry = { act: 'VERSION_WITHDRAWN', by, note: null, version: key.version, at } as const;
		await insertEntry(trx, { jurisdiction, code: key.code, change: null, entry });
	});
	await desk.stored.refresh();
}
