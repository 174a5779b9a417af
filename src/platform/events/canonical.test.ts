import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../testing/index.ts';
import { canonicalJson, hashEvent, parseStrictly } from './canonical.ts';
import type { Json } from './event.ts';

const database = await testDatabase();
afterAll(() => database.drop());

const storable = fc
	.string({ unit: 'grapheme', maxLength: 20 })
	.filter((text) => !text.includes('\0') && text.isWellFormed());
const number = fc.oneof(
	fc.integer(),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.constantFrom(0, -0, 1e21, 1e-7, 5e-324, Number.MAX_VALUE, 0.1 + 0.2, 2 ** 53),
);
const value = fc.letrec<{ value: Json }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small' },
		fc.constant(null),
		fc.boolean(),
		number,
		storable,
		fc.array(tie('value'), { maxLength: 4 }),
		fc.dictionary(storable, tie('value'), { maxKeys: 4 }),
	),
})).value;

describe('canonical JSON', () => {
	test('survives the way through jsonb', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(value, { minLength: 20, maxLength: 20 }), async (values) => {
				const { rows } = await database.db.pool.query<{ text: string }>(
					'select v::text as text from unnest($1::text[]) with ordinality as t(x, n), lateral (select x::jsonb as v) as j order by n',
					[values.map((each) => JSON.stringify(each))],
				);
				for (const [index, { text }] of rows.entries()) {
					expect(canonicalJson(parseStrictly(text))).toBe(canonicalJson(values[index] ?? null));
				}
			}),
			{ numRuns: 50 },
		);
	});

	test('does not depend on the order of keys', () => {
		expect(canonicalJson({ b: 1, a: { d: [1, '二'], c: null } })).toBe('{"a":{"c":null,"d":[1,"二"]},"b":1}');
	});

	test.each([
		['NUL', 'a\0'],
		['half a pair', '\ud800'],
		['NaN', Number.NaN],
		['infinity', Infinity],
		['a date', new Date(0)],
	])('refuses %s', (_name, bad) => {
		expect(() => canonicalJson({ bad } as never)).toThrow(TypeError);
		expect(() => canonicalJson({ [String(bad)]: bad } as never)).toThrow(TypeError);
	});

	test('a number that JavaScript would round is noticed', () => {
		expect(() => parseStrictly('{"n": 0.1000000000000000000001}')).toThrow(/0\.1000000000000000000001/);
		expect(() => parseStrictly('{"n": 1.0}')).toThrow(/1\.0/);
		expect(parseStrictly('[0.1, 1000000000000000000000, -0.0000001]')).toEqual([0.1, 1e21, -1e-7]);
	});

	test('the hash is SM3, and every part counts', () => {
		const event = {
			jurisdiction: '370115',
			stream: 's',
			version: 1,
			type: 'T',
			data: {},
			actor: 'a',
			at: '2026-09-18T01:00:00.000Z',
			previousHash: '0'.repeat(64),
		};
		const hash = hashEvent(event);
		expect(hash).toMatch(/^[0-9a-f]{64}$/);
		for (const key of Object.keys(event) as (keyof typeof event)[]) {
			const changed = key === 'version' ? 2 : key === 'data' ? { x: 1 } : `${event[key]}x`;
			expect(hashEvent({ ...event, [key]: changed })).not.toBe(hash);
		}
	});
});
