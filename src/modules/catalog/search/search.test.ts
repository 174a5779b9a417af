import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOG_FOLDER, openCatalog } from '../index.ts';
import { createSearch } from '../search.ts';
import { slipsOf, syllablesOf } from './pinyin.ts';
import { runsOf } from './said.ts';
import { nearWords } from './spelling.ts';

const items = openCatalog(CATALOG_FOLDER).all();
const search = createSearch(items);
const first = (query: string) => search.find(query, 1)[0];

describe('what people type', () => {
	it.each([
		['我要开饭店', 'food-business'],
		['我要開飯店', 'food-business'],
		['kai fandian', 'food-business'],
		['KAIFANDIAN', 'food-business'],
		['ｏｐｅｎ ａ ｒｅｓｔａｕｒａｎｔ', 'food-business'],
		['open a restaurnt', 'food-business'],
		['spjyxk', 'food-business'],
		['开奶荼店', 'food-business'],
		['挖马路', 'road-excavation'],
		['wamalu', 'road-excavation'],
		['开ktv', 'entertainment-venue'],
		['开KTV歌厅', 'entertainment-venue'],
	])('“%s” finds %s first', (query, code) => {
		expect(first(query)).toBe(code);
	});

	it.each(['asdfgh', '天气预报', '', '   ', '！？。', '吗', '1', '🍜🍜', '\u0000'])(
		'%j finds nothing',
		(query) => {
			expect(search.find(query, 3)).toEqual([]);
		},
	);
});

describe('the order', () => {
	it('is the whole, then the beginning, then a part; equals by code', () => {
		for (const query of ['开店', '开宾馆', '许可', 'open', 'kai', '公司', '备案']) {
			const found = search.explain(query, items.length);
			const places = found.map(({ kind }) => ['EXACT', 'PREFIX', 'PART'].indexOf(kind));
			expect(places, query).toEqual([...places].sort());
			for (const [at, hit] of found.entries()) {
				const next = found[at + 1];
				if (!next) continue;
				expect(hit.score).toBeGreaterThanOrEqual(next.score);
				if (hit.score === next.score) expect(hit.code < next.code).toBe(true);
			}
		}
	});

	it('names a phrase of the item as its reason', () => {
		for (const { code, text } of search.explain('我想在学校旁边开个奶茶店', 5)) {
			const item = items.find((each) => each.code === code);
			expect(JSON.stringify(item)).toContain(text);
		}
	});

	it('is the same for the same catalogue in another order', () => {
		const other = createSearch([...items].reverse());
		for (const query of ['开店', '食品', 'kai', 'licence', '公司注册'])
			expect(other.explain(query, 3).map(({ score }) => score)).toEqual(
				search.explain(query, 3).map(({ score }) => score),
			);
	});
});

describe('any text at all', () => {
	it('is answered, the same each time, and with items that are there', () => {
		const codes = new Set(items.map(({ code }) => code));
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string({ unit: 'binary', maxLength: 200 }),
					fc.string({ unit: fc.constantFrom(...'开饭店挖路kaifn .*+?^${}()|[]\\"\'~#\u0000\ud800😀') }),
				),
				(query) => {
					const found = search.find(query, 5);
					expect(found.every((code) => codes.has(code))).toBe(true);
					expect(search.find(query, 5)).toEqual(found);
				},
			),
			{ numRuns: 300 },
		);
	});

	it('of ten thousand characters is answered as soon as a short one', () => {
		for (const query of [
			'开饭店'.repeat(4000),
			'restaurant '.repeat(1000),
			'kaifandian'.repeat(1000),
			'x'.repeat(10_000),
		]) {
			const began = performance.now();
			search.find(query, 3);
			expect(performance.now() - began).toBeLessThan(500);
		}
	});

	it('asked of an empty catalogue finds nothing', () => {
		expect(createSearch([]).find('开饭店', 3)).toEqual([]);
	});
});

describe('the parts', () => {
	const known = new Set(['kai', 'fan', 'dian', 'xi', 'an', 'xian', 'guan', 'gao', 'bin']);

	it('take joined pinyin apart, with and without -ng', () => {
		expect(syllablesOf('kaifandian', known)).toEqual(['kai', 'fan', 'dian']);
		expect(syllablesOf('guanggao', known)).toEqual(['guan', 'gao']);
		expect(syllablesOf('binguan', known)).toEqual(['bin', 'guan']);
		expect(syllablesOf('kaiq', known)).toBeUndefined();
	});

	it('know a slip of the finger', () => {
		const slips = new Set(slipsOf('dain'));
		for (const slip of ['dian', 'din', 'dairn', 'daln']) expect(slips.has(slip)).toBe(true);
		expect(nearWords('restuarant', ['restaurant', 'merchant'])).toEqual([{ word: 'restaurant', slips: 1 }]);
		expect(nearWords('vet', ['pet', 'net'])).toEqual([]);
	});

	it('tell Chinese from other words', () => {
		expect(runsOf('开ktv歌厅, 4.5吨 a-b')).toEqual(['开', 'ktv', '歌厅', '4', '5', '吨', 'a', 'b']);
	});
});
