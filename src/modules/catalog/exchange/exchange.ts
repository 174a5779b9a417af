import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type Definition, type Fault, readDefinition } from '../../../platform/definitions/index.ts';
import type { Locales } from '../../../platform/locales.ts';
import { ItemFile } from '../catalog.schema.ts';
import { type Acting, type CatalogDesk, dayAfter, keepNewChange } from '../desk/changes.ts';
import { checkItem, otherItemFaults } from '../sources/check-item.ts';
import { readItemText, toYaml, withKeys } from '../sources/source.ts';
import { readSources } from '../versions/versions.store.ts';
import { packFiles, partFiles, unpackedSize, unpackFiles } from './archive.ts';
import { explainTables } from './explain.ts';
import { fromTables } from './from-tables.ts';
import { toTables } from './to-tables.ts';
import { readTables, writeTables } from './workbook.ts';

/** What an import came to: every fault, and nothing changed; or the changes that were begun. */
export type Imported = { faults: Fault[] } | { changes: { id: string; code: string }[]; unchanged: number };

/** An item of an import: what it says, and the text that is kept. */
interface Arrival {
	definition: Definition<ItemFile>;
	yaml: string;
}

/** Unpacked bytes beyond which a workbook is an attack. */
const MOST_BYTES = 100_000_000;

/** What is in effect today, as a workbook that explains itself. */
export async function exportWorkbook(desk: CatalogDesk, locales: Locales): Promise<Buffer> {
	const sources = await readSources(desk.db, desk.stored.catalog.all());
	const items = sources.flatMap(({ source }) => readDefinition('', source, ItemFile).definitions);
	return writeTables([explainTables(locales), ...toTables(items.map(({ value }) => value))]);
}

/** The same as a folder of YAML files in a ZIP, with everything that the items share. */
export async function exportArchive(desk: CatalogDesk): Promise<Buffer> {
	const sources = await readSources(desk.db, desk.stored.catalog.all());
	const items = sources.map(({ code, source }) => ({ name: `${code}.yaml`, text: source }));
	return packFiles([...items, ...partFiles(desk.parts)]);
}

/**
 * Takes items in as changes that somebody else has to approve: a workbook, a YAML file or a ZIP of them. With a single
 * fault anywhere nothing is changed, and all faults are named. Items that say what the newest version says are left alone.
 */
export async function importItems(
	desk: CatalogDesk,
	file: { name: string; bytes: Buffer },
	acting: Acting,
): Promise<Imported> {
	const { arrivals, faults } = await readArrivals(file);
	const codes = new Set(arrivals.map(({ definition }) => definition.value.code));
	const isItem = (code: string) => codes.has(code) || desk.stored.catalog.versions(code).length > 0;
	for (const { definition } of arrivals) {
		faults.push(...checkItem(definition, desk.parts).faults, ...otherItemFaults(definition, isItem));
		await setImmediate();
	}
	faults.push(...doubles(arrivals));
	if (arrivals.length === 0 && faults.length === 0) faults.push(fault(file.name, 'NOTHING_IN_FILE'));
	if (faults.length > 0) return { faults };
	const news = await thoseThatSayNew(desk, arrivals);
	return begin(desk, news, arrivals.length - news.length, acting);
}

async function readArrivals({
	name,
	bytes,
}: {
	name: string;
	bytes: Buffer;
}): Promise<{ arrivals: Arrival[]; faults: Fault[] }> {
	if (/\.ya?ml$/i.test(name)) return fromTexts([{ name, text: bytes.toString('utf8') }]);
	if (/\.zip$/i.test(name)) {
		const files = unpackFiles(bytes);
		return files ? fromTexts(files) : { arrivals: [], faults: [fault(name, 'NOT_AN_ARCHIVE')] };
	}
	const size = unpackedSize(bytes);
	const tables = size === undefined || size > MOST_BYTES ? undefined : await readTables(bytes);
	if (!tables) return { arrivals: [], faults: [fault(name, 'NOT_A_WORKBOOK')] };
	const { definitions, faults } = fromTables(name, tables);
	const arrivals = definitions.map((definition) => ({ definition, yaml: toYaml(definition.value) }));
	const unfit = arrivals.flatMap(({ yaml }) => readItemText(name, yaml).faults);
	return { arrivals, faults: [...faults, ...unfit] };
}

/** One file after the other; whoever else asks meanwhile is answered between two. */
async function fromTexts(files: readonly { name: string; text: string }[]): Promise<{
	arrivals: Arrival[];
	faults: Fault[];
}> {
	const read: ({ text: string } & ReturnType<typeof readItemText>)[] = [];
	for (const { name, text } of files) {
		read.push({ text, ...readItemText(name, text) });
		await setImmediate();
	}
	return {
		arrivals: read.flatMap(({ definitions, text }) =>
			definitions.map((definition) => ({ definition, yaml: text })),
		),
		faults: read.flatMap(({ faults }) => faults),
	};
}

function fault(file: string, code: string): Fault {
	return { file, line: 1, column: 1, path: '', code, params: {} };
}

/** One import makes one change of an item: of several versions nobody could say which is meant. */
function doubles(arrivals: readonly Arrival[]): Fault[] {
	const seen = new Set<string>();
	return arrivals.flatMap(({ definition }) => {
		const { code } = definition.value;
		const isDouble = seen.has(code);
		seen.add(code);
		return isDouble ? [definition.fault(['code'], 'ITEM_TWICE', { code })] : [];
	});
}

/** Items that say anything that their newest version does not; number and day of effect are given here. */
async function thoseThatSayNew(desk: CatalogDesk, arrivals: readonly Arrival[]): Promise<Arrival[]> {
	const newest = arrivals.flatMap(
		({ definition }) => desk.stored.catalog.versions(definition.value.code)[0] ?? [],
	);
	const kept = await readSources(desk.db, newest);
	const sources = new Map(kept.map(({ code, source }) => [code, source]));
	const content = ({ version: _version, effectiveFrom: _from, ...rest }: ItemFile) => rest;
	return arrivals.filter(({ definition: { value } }) => {
		const [before] = readDefinition('', sources.get(value.code) ?? '', ItemFile).definitions;
		return !before || !isDeepStrictEqual(content(before.value), content(value));
	});
}

/** All changes are begun, or none: an item that somebody is changing already stops the import. */
async function begin(
	desk: CatalogDesk,
	arrivals: readonly Arrival[],
	unchanged: number,
	{ person }: Acting,
): Promise<Imported> {
	const { db, clock, stored } = desk;
	const at = clock.now();
	const tomorrow = dayAfter(at);
	const busy: Fault[] = [];
	const changes: { id: string; code: string }[] = [];
	const work = db.kysely.transaction().execute(async (kysely) => {
		for (const { definition, yaml } of arrivals) {
			const { code, name, effectiveFrom } = definition.value;
			const version = (stored.catalog.versions(code)[0]?.version ?? 0) + 1;
			const day = effectiveFrom >= tomorrow ? effectiveFrom : tomorrow;
			const text = withKeys(yaml, { version, effectiveFrom: day });
			const id = await keepNewChange(desk, { kysely }, { code, yaml: text, name }, { person, at });
			if (id === undefined) busy.push(definition.fault(['code'], 'CHANGE_IS_OPEN', { code }));
			else changes.push({ id, code });
		}
		if (busy.length > 0) throw new ImportStopped();
	});
	await work.catch((error: unknown) => {
		if (!(error instanceof ImportStopped)) throw error;
	});
	return busy.length > 0 ? { faults: busy } : { changes, unchanged };
}

/** Takes back what an import has begun. */
class ImportStopped extends Error {}
