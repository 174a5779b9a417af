import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../platform/testing/app.ts';
import { type Catalog, loadCatalog, registerCatalog } from '../index.ts';
import { fromTables } from './from-tables.ts';
import { toTables } from './to-tables.ts';
import { readTables, writeTables } from './workbook.ts';

const ROLES: Record<string, string> = { keeper1: 'CATALOG_KEEPER', head: 'ORGAN_HEAD', clerk: 'CLERK' };
let house: TestApp;
let catalog: Catalog;
beforeAll(async () => {
	house = await testApp({
		rooms: async (app, platform) => {
			({ catalog } = await registerCatalog(app, platform, { uses: async () => [] }));
		},
		accounts: Object.keys(ROLES).map((username) => ({ username })),
	});
	house.platform.auth.setPrincipalSource(async ({ id, username }) => () => ({
		id,
		username,
		name: username,
		jurisdiction: '370115',
		roles: [ROLES[username] ?? 'APPLICANT'],
		soleItems: [],
		posts: [],
	}));
});
afterAll(() => house.close());

const bytesOf = async (url: string) => (await house.app.inject(url)).rawPayload;
const items = async () =>
	fromTables('x', (await readTables(await bytesOf('/api/catalog/export.xlsx'))) ?? []).definitions;
const send = async (name: string, bytes: Buffer, who = 'keeper1') => {
	const boundary = 'a-boundary';
	const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
	const ask = await house.as(who);
	return ask({
		method: 'POST',
		url: '/api/catalog/desk/import',
		headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
		payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
	});
};
const openChanges = async () =>
	(await (await house.as('keeper1'))({ url: '/api/catalog/desk/changes' })).json().changes;

test('the archive is a catalogue that the check of files finds sound, with the same items', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'exchange-'));
	for (const [name, content] of Object.entries(unzipSync(await bytesOf('/api/catalog/export.zip')))) {
		const file = join(folder, name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, content);
	}
	const { items: exported, faults } = loadCatalog(folder);
	expect(faults).toEqual([]);
	expect(exported.map(({ code }) => code).sort()).toEqual(catalog.all().map(({ code }) => code));
});

test('the workbook explains itself in words: every column has its name, every word its meaning', async () => {
	const [first] = (await readTables(await bytesOf('/api/catalog/export.xlsx'))) ?? [];
	expect(first?.name).toBe('_说明');
	const necessity = first?.rows.find(([sheet, column]) => sheet === 'materials' && column === 'necessity');
	expect(necessity?.[2]).toBe('必要性');
	expect(String(necessity?.[5])).toContain('TOLERABLE 容缺后补');
	const named = first?.rows.slice(2).filter(([, column]) => column && !String(column).startsWith('@'));
	for (const [sheet, column, label] of named ?? [])
		expect(String(label), `${sheet} ${column}`).toMatch(/\p{Script=Han}/u);
});

test('what was exported comes back as nothing new', async () => {
	const workbook = await send('catalog.xlsx', await bytesOf('/api/catalog/export.xlsx'));
	expect(workbook.json()).toEqual({ changes: [], unchanged: catalog.all().length });
	const archive = await send('catalog.zip', await bytesOf('/api/catalog/export.zip'));
	expect(archive.json()).toEqual({ changes: [], unchanged: catalog.all().length });
});

test('an item that says something new becomes a change that somebody else has to approve', async () => {
	const [first] = await items();
	if (!first) throw new Error('there is no item');
	const changed = { ...first.value, summary: { 'zh-CN': '新的说明', en: 'A new summary' } };
	const bytes = await writeTables(toTables([changed]));
	const { changes } = (await send('one.xlsx', bytes)).json();
	expect(changes).toMatchObject([{ code: changed.code }]);
	const change = (
		await (
			await house.as('keeper1')
		)({ url: `/api/catalog/desk/changes/${changes[0].id}` })
	).json();
	expect(change).toMatchObject({ state: 'DRAFT', faults: [], source: { summary: changed.summary } });
	// It cannot be brought in again while that is open, and nothing is begun beside it.
	const again = (await send('one.xlsx', bytes)).json();
	expect(again.faults).toMatchObject([{ code: 'CHANGE_IS_OPEN' }]);
	expect(await openChanges()).toHaveLength(1);
});

test('one fault anywhere changes nothing, and every fault is named with its place', async () => {
	const before = await openChanges();
	const [, second, third] = (await items()).map(({ value }) => value);
	if (!second || !third) throw new Error('there are too few items');
	const wrong = [
		{ ...second, rules: { ...second.rules, promiseDays: 90 } },
		{ ...third, window: 'nowhere', summary: { 'zh-CN': '新', en: 'New' } },
	];
	const { faults } = (await send('two.xlsx', await writeTables(toTables(wrong)))).json();
	expect(faults).toMatchObject([
		{ file: 'two.xlsx!items', line: 2, code: 'PROMISE_ABOVE_LIMIT' },
		{ file: 'two.xlsx!items', line: 3, code: 'NO_WINDOW' },
	]);
	for (const fault of faults) expect(fault.problem && fault.remedy).toBeTruthy();
	expect(await openChanges()).toEqual(before);
});

test.each([
	['hello.xlsx', Buffer.from('hello'), 'NOT_A_WORKBOOK'],
	['empty.xlsx', Buffer.alloc(0), 'NOT_A_WORKBOOK'],
	['no-workbook.xlsx', Buffer.from(zipSync({ 'a.txt': new Uint8Array(3) })), 'NOT_A_WORKBOOK'],
	['broken.zip', Buffer.from('PK\u0003\u0004 and nothing more'), 'NOT_AN_ARCHIVE'],
	['empty.zip', Buffer.from(zipSync({ 'readme.txt': new Uint8Array(3) })), 'NOTHING_IN_FILE'],
	['broken.yaml', Buffer.from('code: [1, 2'), 'SYNTAX'],
	['other.yaml', Buffer.from('name: x'), 'MISSING'],
	['list.yaml', Buffer.from('- 1'), 'TYPE'],
	['bomb.xlsx', Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(120_000_000) })), 'NOT_A_WORKBOOK'],
	['bomb.zip', Buffer.from(zipSync({ 'a.yaml': new Uint8Array(120_000_000) })), 'NOT_AN_ARCHIVE'],
])('%s is refused in words', async (name, bytes, code) => {
	const answer = await send(name, bytes);
	expect(answer.statusCode).toBe(200);
	expect(answer.json().faults.map((fault: { code: string }) => fault.code)).toContain(code);
});

test('only keepers bring items in', async () => {
	expect((await send('x.yaml', Buffer.from('a: 1'), 'head')).statusCode).toBe(403);
	expect((await send('x.yaml', Buffer.from('a: 1'), 'clerk')).statusCode).toBe(403);
	expect((await house.app.inject({ method: 'POST', url: '/api/catalog/desk/import' })).statusCode).toBe(401);
	const none = await (await house.as('keeper1'))({
		method: 'POST',
		url: '/api/catalog/desk/import',
		payload: {},
	});
	expect(none.json()).toMatchObject({ status: 400, code: 'FILE_MISSING' });
});

test('what cannot be stored, is nested without end or longer than any item is a fault of the file', async () => {
	const before = await openChanges();
	const deep = '['.repeat(20_000) + ']'.repeat(20_000);
	for (const [text, code] of [
		['summary: "\\0"', 'UNSTORABLE'],
		[`summary: ${'长'.repeat(70_000)}`, 'SOURCE_LONG'],
		[`summary: ${deep}`, 'SYNTAX'],
	] as const) {
		const answer = await send('item.yaml', Buffer.from(text));
		expect(answer.statusCode).toBe(200);
		expect(answer.json().faults.map((fault: { code: string }) => fault.code)).toEqual([code]);
	}
	const [first] = await items();
	if (!first) throw new Error('there is no item');
	const tables = toTables([
		{ ...first.value, form: { ...first.value.form, schema: { examples: ['DEEP'] } } },
	]);
	const nested = tables.map(({ name, rows }) => ({
		name,
		rows: rows.map((row) => row.map((cell) => (cell === 'DEEP' ? deep.slice(5000, 35_000) : cell))),
	}));
	const answer = await send('items.xlsx', await writeTables(nested));
	expect(answer.json().faults[0]).toMatchObject({ code: 'CELL_UNREADABLE' });
	expect(await openChanges()).toEqual(before);
});
