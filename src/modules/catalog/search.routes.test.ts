import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../platform/testing/app.ts';
import { CATALOG_FOLDER, openCatalog, registerSearch } from './index.ts';
import { maskedQuery } from './search-misses.mask.ts';
import { createMissStore, KEPT_DAYS, MOST_A_DAY } from './search-misses.ts';

const PEOPLE = {
	keeper: 'CATALOG_KEEPER',
	head: 'ORGAN_HEAD',
	overseer: 'SUPERVISOR',
	clerk: 'CLERK',
} as const;
let house: TestApp;

beforeAll(async () => {
	const catalog = openCatalog(CATALOG_FOLDER);
	house = await testApp({
		rooms: (app, platform) => registerSearch(app, platform, catalog),
		accounts: [...Object.keys(PEOPLE), 'citizen'].map((username) => ({ username })),
	});
	house.platform.auth.setPrincipalSource(async ({ id, username, name }) => () => ({
		id,
		username,
		name,
		jurisdiction: '370115',
		roles: [PEOPLE[username as keyof typeof PEOPLE] ?? 'APPLICANT'],
		soleItems: [],
		posts: [],
	}));
});
afterAll(() => house.close());

const send = (body: object) =>
	house.app.inject({ method: 'POST', url: '/api/catalog/searches', payload: body });
const report = async () => {
	const ask = await house.as('keeper');
	return (await ask({ method: 'GET', url: '/api/catalog/desk/misses?days=30' })).json();
};

describe('suggestions', () => {
	const suggest = async (q: string) =>
		(await house.app.inject(`/api/catalog/suggest?q=${encodeURIComponent(q)}`)).json().suggestions;

	it('gives the best three, and says by which words', async () => {
		const [first, ...others] = await suggest('我要开饭');
		expect(first).toMatchObject({ code: 'food-business', match: { kind: 'PREFIX', text: '我要开饭店' } });
		expect(first.name['zh-CN']).toBe('食品经营许可');
		expect(others.length).toBeLessThanOrEqual(2);
	});

	it('has none for nothing and for nonsense, and a too long text is told so', async () => {
		expect(await suggest('')).toEqual([]);
		expect(await suggest('asdfgh')).toEqual([]);
		expect((await house.app.inject(`/api/catalog/suggest?q=${'a'.repeat(10_000)}`)).statusCode).toBe(400);
	});
});

describe('searches that led to nothing', () => {
	it('are counted with their words, the others without', async () => {
		const before = await report();
		for (const q of ['天气预报', '天气预报', '我要开饭店']) expect((await send({ q })).statusCode).toBe(204);
		const after = await report();
		expect(after.searches - before.searches).toBe(3);
		expect(after.missed - before.missed).toBe(2);
		expect(after.misses[0]).toMatchObject({ query: '天气预报', times: 2 });
		expect(JSON.stringify(after)).not.toContain('饭店');
	});

	it('also count when something was found and did not help', async () => {
		await send({ q: '开饭店但是没有铺面', helped: false });
		expect((await report()).misses).toContainEqual(expect.objectContaining({ query: '开饭店但是没有铺面' }));
	});

	it('are read by those who keep the catalogue and those who answer for it, by nobody else', async () => {
		const status = async (username: string) => {
			const ask = await house.as(username);
			return (await ask({ method: 'GET', url: '/api/catalog/desk/misses' })).statusCode;
		};
		expect(await Promise.all(['keeper', 'head', 'overseer'].map(status))).toEqual([200, 200, 200]);
		expect(await Promise.all(['clerk', 'citizen'].map(status))).toEqual([403, 403]);
		expect((await house.app.inject('/api/catalog/desk/misses')).statusCode).toBe(401);
	});

	it('keep so many words a day, also when all come at once, and are gone after a year', async () => {
		house.clock.set('2026-10-10');
		const store = createMissStore(house.db, house.clock, house.platform.config.jurisdiction);
		await store.count('先来的', true);
		const flood = Array.from(
			{ length: MOST_A_DAY + 50 },
			(_, at) => `词${String.fromCodePoint(0x4e00 + at)}`,
		);
		await Promise.all(flood.map((query) => store.count(query, true)));
		await store.count('先来的', true);
		const { rows } = await house.db.pool.query(
			"select count(*)::int as kept, max(times) filter (where query = '先来的') as first from catalog_misses where day = '2026-10-10'",
		);
		expect(rows).toEqual([{ kept: MOST_A_DAY, first: 2 }]);
		expect((await store.report(1)).missed).toBe(MOST_A_DAY + 52);
		house.clock.advance(KEPT_DAYS * 86_400_000);
		await store.purge();
		expect(await store.report(365)).toEqual({ misses: [], searches: 0, missed: 0 });
	});

	it('from one sender are counted so many times a minute', async () => {
		const statuses = new Set<number>();
		for (let at = 0; at < 70; at += 1) statuses.add((await send({ q: '天气预报' })).statusCode);
		expect([...statuses]).toEqual([204, 429]);
	});
});

describe('what is kept of the words', () => {
	it.each([
		['王小明身份证37011519900307123X办食品', '***'],
		['开饭店 王小明的手机号码是13800138000', '开饭店 ***'],
		['微信 abc@example.com 李四', '***'],
		['开饭店 一三八零零一三八零零零', '***'],
		['张三 370112199001011234 办身份证', '*** 办身份证'],
		['我的电话13812345678想开饭店', '***想开饭店'],
		['李四，3701121990010112３x', '***'],
		['我叫王小明 想开店', '我叫*** 想开店'],
		['写信给 a.b@example.com 吧', '*** 吧'],
		['4.5吨货车', '#.#吨货车'],
		['  开\n 饭\u0000店 ', '开 饭 店'],
	])('%j → %j', (query, kept) => {
		expect(maskedQuery(query)).toBe(kept);
	});

	it('is never long and never holds a number, whatever was typed', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (query) => {
				const kept = maskedQuery(query);
				expect([...kept].length).toBeLessThanOrEqual(100);
				expect(kept).not.toMatch(/\p{N}|\p{Cc}/u);
			}),
		);
	});
});
