import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chinaDay, manualClock, parseInstant, systemClock } from './clock.ts';

test('the system clock runs with the machine', () => {
	const before = Date.now();
	const now = systemClock.now().getTime();
	expect(now).toBeGreaterThanOrEqual(before);
	expect(now).toBeLessThanOrEqual(Date.now());
});

test('a manual clock stands still until moved', () => {
	const clock = manualClock('2026-09-18T09:00:00+08:00');
	expect(clock.now()).toEqual(clock.now());
	clock.advance(1500);
	expect(clock.now().toISOString()).toBe('2026-09-18T01:00:01.500Z');
	clock.set('2026-01-01');
	expect(clock.now().toISOString()).toBe('2026-01-01T01:00:00.000Z');
});

test.each(['yesterday', '', '2026-13-01'])('refuses “%s” as an instant', (text) => {
	expect(() => parseInstant(text)).toThrow(RangeError);
});

test('the day in China begins at 16:00 UTC, whatever the host thinks', () => {
	expect(chinaDay(new Date('2026-09-18T15:59:59.999Z'))).toBe('2026-09-18');
	expect(chinaDay(new Date('2026-09-18T16:00:00.000Z'))).toBe('2026-09-19');
	fc.assert(
		fc.property(
			fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
			(instant) => {
				const shifted = new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
				expect(chinaDay(instant)).toBe(shifted);
			},
		),
	);
});
