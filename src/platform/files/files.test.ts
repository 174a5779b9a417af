import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import fastify from 'fastify';
import { afterAll, describe, expect, test } from 'vitest';
import { manualClock } from '../clock.ts';
import { testDatabase } from '../testing/index.ts';
import { openFileStore } from './files.ts';
import { contentDisposition, safeName } from './safe-name.ts';
import { sendFile } from './serve.ts';

const database = await testDatabase();
const dataDir = await mkdtemp(join(tmpdir(), 'onevisit-files-'));
const options = { pool: database.db.pool, clock: manualClock('2026-09-18'), dataDir, jurisdiction: '370115' };
const files = await openFileStore(options);
afterAll(async () => {
	await database.drop();
	await rm(dataDir, { recursive: true });
});

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

/** A zip archive of stored entries, as far as anybody looks at it here. */
function zip(...entries: [string, string][]): Buffer {
	const locals: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const [name, content] of entries) {
		const local = Buffer.alloc(30);
		local.writeUInt32LE(0x04034b50, 0);
		local.writeUInt32LE(content.length, 18);
		local.writeUInt32LE(content.length, 22);
		local.writeUInt16LE(name.length, 26);
		const central = Buffer.alloc(46);
		central.writeUInt32LE(0x02014b50, 0);
		central.writeUInt16LE(name.length, 28);
		central.writeUInt32LE(offset, 42);
		locals.push(local, Buffer.from(name), Buffer.from(content));
		directory.push(central, Buffer.from(name));
		offset += 30 + name.length + content.length;
	}
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(entries.length, 10);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...locals, ...directory, end]);
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const CONTENT_TYPES = `<Types><Override PartName="/word/document.xml" ContentType="${WORD}.main+xml"/></Types>`;
const DOCX = zip(['[Content_Types].xml', CONTENT_TYPES], ['word/document.xml', '<w/>']);
const OFD = zip(['OFD.xml', '<ofd:OFD/>'], ['Doc_0/Document.xml', '<d/>']);

function put(name: string, content: Buffer, limit?: number) {
	const stream = Readable.from(
		[content.subarray(0, 10), content.subarray(10)].filter(({ length }) => length > 0),
	);
	return files.put('case-1', { name, content: stream, uploadedBy: 'zhang.san', ...(limit && { limit }) });
}

const leftovers = async () => (await readdir(join(dataDir, 'files', 'incoming'))).length;

describe('taking in', () => {
	test.each([
		['plan.pdf', PDF, 'application/pdf'],
		['PLAN.PDF', PDF, 'application/pdf'],
		['photo.png', PNG, 'image/png'],
		['申请书.docx', DOCX, WORD],
		['附件.ofd', OFD, 'application/ofd'],
		['scan', PDF, 'application/pdf'],
	])('%s', async (name, content, mediaType) => {
		const file = await put(name, content);
		expect(file).toEqual({
			id: expect.stringMatching(/^[0-9a-f-]{36}$/),
			stream: 'case-1',
			name,
			mediaType,
			size: content.length,
			digest: `sm3:${createHash('sm3').update(content).digest('hex')}`,
			uploadedBy: 'zhang.san',
			uploadedAt: '2026-09-18T01:00:00.000Z',
		});
		expect(await files.find(file.id)).toEqual(file);
		expect(await text(files.open(file))).toBe(content.toString());
	});

	test.each([
		['plan.pdf', PNG],
		['photo.png', PDF],
		['plan.docx', PDF],
		['plan.ofd', DOCX],
		['plan.docx', OFD],
		['page.pdf', Buffer.from('<!doctype html><script>alert(1)</script>')],
		['page.html', PDF],
		['archive.zip', zip(['a.txt', 'a'])],
		['not.ofd', zip(['a.txt', 'OFD.xml'])],
		['program.exe', Buffer.from('MZ\x90\0\x03'.padEnd(200, '\0'), 'latin1')],
		['picture.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
	])('%s that lies about its type, or is of none that is allowed', async (name, content) => {
		await expect(put(name, content)).rejects.toMatchObject({ status: 415, code: 'FILE_TYPE_MISMATCH' });
		expect(await leftovers()).toBe(0);
	});

	test('exactly the limit fits, one byte more does not, and nothing stays', async () => {
		expect((await put('a.pdf', PDF, PDF.length)).size).toBe(PDF.length);
		await expect(put('a.pdf', PDF, PDF.length - 1)).rejects.toMatchObject({
			status: 413,
			code: 'FILE_TOO_LARGE',
		});
		await expect(put('a.pdf', Buffer.alloc(0))).rejects.toMatchObject({ status: 400, code: 'INVALID_INPUT' });
		expect(await leftovers()).toBe(0);
	});

	test('a sender who breaks off leaves nothing', async () => {
		const broken = Readable.from(
			(async function* () {
				yield PDF;
				throw new Error('gone');
			})(),
		);
		await expect(files.put('s', { name: 'broken.pdf', content: broken, uploadedBy: 'x' })).rejects.toThrow(
			'gone',
		);
		expect(await leftovers()).toBe(0);
		const { rowCount } = await database.db.pool.query("select from files where name = 'broken.pdf'");
		expect(rowCount).toBe(0);
	});
});

describe('keeping', () => {
	test('until it is told to go', async () => {
		const file = await files.put('draft', { name: 'a.pdf', content: Readable.from([PDF]), uploadedBy: 'x' });
		expect(await files.find(file.id)).toEqual(file);
		expect(await files.remove(file.id)).toBe(true);
		expect(await files.remove(file.id)).toBe(false);
		expect(await files.find(file.id)).toBeUndefined();
		await expect(text(files.open(file))).rejects.toThrow(/ENOENT/);
	});

	test('an id that is none finds nothing', async () => {
		for (const id of ['', '../../etc/passwd', 'x', '00000000-0000-0000-0000-00000000000g']) {
			expect(await files.find(id)).toBeUndefined();
			expect(await files.remove(id)).toBe(false);
		}
	});
});

describe('giving out', () => {
	const app = fastify();
	app.get('/:id', async (request, reply) => {
		const file = await files.find((request.params as { id: string }).id);
		return file ? sendFile(reply, files, file) : reply.status(404).send();
	});
	afterAll(() => app.close());

	test.each([
		['计划 "1".pdf', PDF, `inline; filename="__ 1.pdf"; filename*=UTF-8''%E8%AE%A1%E5%88%92%201.pdf`],
		['书.docx', DOCX, `attachment; filename="_.docx"; filename*=UTF-8''%E4%B9%A6.docx`],
	])('%s', async (name, content, disposition) => {
		const { id, mediaType } = await put(name, content);
		const response = await app.inject(`/${id}`);
		expect(response.headers).toMatchObject({
			'content-type': mediaType,
			'content-disposition': disposition,
			'content-length': String(content.length),
		});
		expect(response.headers['content-security-policy']).toMatch(/^sandbox;/);
		expect(response.rawPayload.equals(content)).toBe(true);
	});
});

describe('names', () => {
	test.each([
		['../../etc/passwd', 'passwd'],
		['C:\\Users\\me\\证照.pdf', '证照.pdf'],
		['a\u202Efdp.exe', 'afdp.exe'],
		['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
		['...', 'file'],
		['', 'file'],
		['.bashrc', 'bashrc'],
		[`${'长'.repeat(300)}.pdf`, `${'长'.repeat(146)}.pdf`],
	])('%j → %j', (name, safe) => {
		expect(safeName(name)).toBe(safe);
	});

	test('a header has no line breaks and no bare quotes', () => {
		expect(contentDisposition('attachment', `a"b'c(d)*.pdf`)).toBe(
			`attachment; filename="a_b'c(d)*.pdf"; filename*=UTF-8''a%22b%27c%28d%29%2A.pdf`,
		);
	});
});
