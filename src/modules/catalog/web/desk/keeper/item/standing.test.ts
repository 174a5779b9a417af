import { expect, test } from 'vitest';
import { standingOf } from './standing.ts';

const line = (version: number, effectiveFrom: string, more: object = {}) => ({
	version,
	effectiveFrom,
	cancelledFrom: null,
	withdrawn: null,
	...more,
});
const gone = { withdrawn: { at: '2026-08-01T00:00:00Z', by: { id: 'x', name: 'X' } } };

test('the newest version whose day has come is in effect', () => {
	const all = [line(3, '2026-10-01'), line(2, '2026-09-01'), line(1, '2026-01-01')];
	expect(all.map((each) => standingOf(each, all, '2026-09-07'))).toEqual(['FUTURE', 'IN_EFFECT', 'PAST']);
	expect(all.map((each) => standingOf(each, all, '2026-10-01'))).toEqual(['IN_EFFECT', 'PAST', 'PAST']);
});

test('a withdrawn version makes room for the one before it', () => {
	const all = [line(2, '2026-09-01', gone), line(1, '2026-01-01')];
	expect(all.map((each) => standingOf(each, all, '2026-09-07'))).toEqual(['WITHDRAWN', 'IN_EFFECT']);
});

test('an item that is no longer offered is cancelled from its day', () => {
	const all = [line(1, '2026-01-01', { cancelledFrom: '2026-09-07' })];
	expect(all.map((each) => standingOf(each, all, '2026-09-06'))).toEqual(['IN_EFFECT']);
	expect(all.map((each) => standingOf(each, all, '2026-09-07'))).toEqual(['CANCELLED']);
});
