import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../platform/testing/app.ts';
import { CATALOG_FOLDER, guideRoutes, openCatalog } from '../index.ts';
import { loadParts } from '../sources/parts.ts';

const catalog = openCatalog(CATALOG_FOLDER);
const bureau = { name: { 'zh-CN': '某区审批局', en: 'A bureau' }, creditCode: '11370115MB0000019U' };
const { blanks } = loadParts(join(CATALOG_FOLDER, '_parts')).parts;
const PAGE =
	'<!doctype html><html lang="zh-CN"><head><title>x</title></head><body><div id="root"></div></body></html>';
let house: TestApp;
const page = (url: string, language = 'zh-CN') =>
	house.app.inject({ url, headers: { accept: 'text/html', 'accept-language': language } });

beforeAll(async () => {
	const webRoot = mkdtempSync(join(tmpdir(), 'guide-web-'));
	writeFileSync(join(webRoot, 'index.html'), PAGE);
	house = await testApp({
		app: { webRoot },
		rooms: (app, { locales }) =>
			guideRoutes(app, {
				catalog,
				locales,
				bureau,
				blanks,
				publicUrl: 'https://bureau.example',
				today: () => '2026-11-22',
			}),
	});
});
afterAll(() => house.close());

test('every guide says to search engines what it is, and reads without script', async () => {
	for (const item of catalog.all()) {
		for (const language of ['zh-CN', 'en', 'zh-TW'] as const) {
			const { statusCode, body, headers } = await page(`/items/${item.code}`, language);
			expect(statusCode).toBe(200);
			expect(headers['content-security-policy']).toContain("script-src 'self'");
			const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? [];
			expect(JSON.parse(data)).toMatchObject({
				'@type': 'GovernmentService',
				'@id': `https://bureau.example/items/${item.code}`,
				name: item.name[language],
			});
			expect(body).toContain(`<html lang="${language}"`);
			expect(/<noscript>.*<\/noscript>/s.exec(body)?.[0]).toContain(item.window.hotline);
		}
	}
});

test('no text of an item can end the element that it stands in', async () => {
	const item = structuredClone(catalog.get('food-business'));
	item.summary['zh-CN'] = '</script><script>alert(1)</script> $& $1';
	item.name['zh-CN'] = '</title><b onload="x">';
	const other = { ...catalog, find: () => item };
	const hostile = await testApp({
		app: { webRoot: mkdtempWith(PAGE) },
		rooms: (app, { locales }) =>
			guideRoutes(app, {
				catalog: other,
				locales,
				bureau,
				blanks,
				publicUrl: 'https://b.example',
				today: () => '2026-11-22',
			}),
	});
	const { body } = await hostile.app.inject({
		url: '/items/food-business',
		headers: { accept: 'text/html' },
	});
	await hostile.close();
	expect(body.match(/<script/g)).toHaveLength(1);
	expect(body).not.toContain('<b onload');
	expect(body).toContain('$&amp; $1');
});

function mkdtempWith(html: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'guide-web-'));
	writeFileSync(join(folder, 'index.html'), html);
	return folder;
}

test('an item that is not there gets the ordinary page, which says so with signposts', async () => {
	const { body } = await page('/items/unicorn');
	expect(body).not.toContain('ld+json');
});

test('a program gets the facts alone, and a problem for an item that is not there', async () => {
	const facts = await house.app.inject('/items/food-business');
	expect(facts.headers['content-type']).toContain('application/ld+json');
	expect(facts.json()).toMatchObject({ '@type': 'GovernmentService', isAccessibleForFree: true });
	const missing = await house.app.inject('/items/unicorn');
	expect(missing.statusCode).toBe(404);
	expect(missing.json()).toMatchObject({ code: 'ITEM_NOT_FOUND', signposts: expect.any(Array) });
});

test('robots and the map of the site name the public pages only', async () => {
	expect((await page('/robots.txt')).body).toContain('Disallow: /cases/');
	const { body } = await page('/sitemap.xml');
	expect(body.match(/<loc>https:\/\/bureau\.example\/items\/[a-z0-9-]+<\/loc>/g)).toHaveLength(
		catalog.all().length,
	);
});

test('open data: every item under the field names of the national list, consistent by its own checks', async () => {
	const { publisher, asOf, items } = (await house.app.inject('/api/catalog/open-data.json')).json();
	expect({ publisher, asOf }).toEqual({
		publisher: { name: '某区审批局', creditCode: '11370115MB0000019U' },
		asOf: '2026-11-22',
	});
	expect(items).toHaveLength(catalog.all().length);
	for (const record of items) {
		expect(record.task_name).toBeTruthy();
		expect(record.material_list.length).toBeGreaterThan(0);
		// Facts, section 4.3: promised no longer than the law allows; at once means a day; a fee has its rows.
		if (record.anticipate_type === '1') expect(record.promise_day).toBeLessThanOrEqual(record.anticipate_day);
		if (record.project_type === '1') expect(record.promise_day).toBeLessThanOrEqual(1);
		expect(record.fee_list.length > 0).toBe(record.is_fee === '1');
		if (record.limit_scene_num === 0) expect(record.handle_type).toContain('2');
		for (const material of record.material_list) expect(material.by_law.statute).toBeTruthy();
	}
});

test('the form of every item is there on paper, empty and as a sample, in every language', async () => {
	for (const { code, materials } of catalog.all()) {
		const offered = materials.flatMap((material) => (material.blank ? [`blanks/${material.code}`] : []));
		for (const document of ['application.pdf', ...offered]) {
			const url = `/api/catalog/items/${code}/${document}`;
			const [empty, filled] = await Promise.all([
				house.app.inject(url),
				house.app.inject(`${url}?filled=true&lang=en`),
			]);
			expect(empty.headers['content-type']).toBe('application/pdf');
			expect(empty.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
			expect(filled.rawPayload.equals(empty.rawPayload)).toBe(false);
		}
	}
}, 60_000);

test.each(['unicorn/application.pdf', 'food-business/blanks/unicorn', 'food-business/blanks/identity-card'])(
	'%s is not there, and the answer says where to go',
	async (path) => {
		const answer = await house.app.inject(`/api/catalog/items/${path}`);
		expect(answer.statusCode).toBe(404);
		expect(answer.json().signposts.length).toBeGreaterThan(0);
	},
);
