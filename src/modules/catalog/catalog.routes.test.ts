import fastify from 'fastify';
import { expect, it } from 'vitest';
import { catalogRoutes } from './catalog.routes.ts';
import type { Item, ItemSummary } from './catalog.schema.ts';
import { CATALOG_FOLDER, openCatalog } from './index.ts';

const app = fastify();
const catalog = openCatalog(CATALOG_FOLDER);
catalogRoutes(app, catalog);
const get = async <T>(url: string) => (await app.inject(url)).json<T>();

it('lists all items, and the best for a query', async () => {
	const all = await get<{ items: ItemSummary[]; total: number }>('/api/catalog/items');
	expect(all.total).toBe(catalog.all().length);
	expect(all.items).toHaveLength(all.total);
	const query = encodeURIComponent('我要开饭店');
	const found = await get<{ items: ItemSummary[] }>(`/api/catalog/items?q=${query}&limit=3`);
	expect(found.items[0]).toMatchObject({ code: 'food-business', promiseDays: 5, free: true });
	expect(found.items.length).toBeLessThanOrEqual(3);
});

it('sends an item whole: nothing of its form, rules and materials is lost on the way', async () => {
	for (const { code } of catalog.all()) {
		const sent = await get<Item>(`/api/catalog/items/${code}`);
		expect(sent).toEqual(JSON.parse(JSON.stringify(catalog.get(code))));
	}
});

it('derives traditional Chinese', async () => {
	expect((await get<Item>('/api/catalog/items/food-business')).name['zh-TW']).toBe('食品經營許可');
});

it('does not know an item that is not there', async () => {
	expect((await app.inject('/api/catalog/items/unicorn')).statusCode).not.toBe(200);
});

it('counts what is behind each theme, and lists it', async () => {
	const { themes } = await get<{ themes: { theme: string; items: number }[] }>('/api/catalog/themes');
	expect(themes.reduce((sum, { items }) => sum + items, 0)).toBe(catalog.all().length);
	for (const { theme, items } of themes) {
		const list = await get<{ items: ItemSummary[]; total: number }>(`/api/catalog/items?theme=${theme}`);
		expect(list.total).toBe(items);
		expect(new Set(list.items.map((item) => item.theme))).toEqual(new Set([theme]));
	}
});
