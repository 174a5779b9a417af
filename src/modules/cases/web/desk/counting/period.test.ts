import { expect, test } from 'vitest';
import { periodOf, presetOf } from './period.ts';

test('names periods as people mean them', () => {
	expect(periodOf('thisYear', '2026-09-18')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
	expect(periodOf('lastYear', '2026-09-18')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
	expect(periodOf('thisMonth', '2028-02-29')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
	expect(periodOf('lastMonth', '2026-01-05')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
});

test('knows a named period again', () => {
	expect(presetOf(periodOf('lastMonth', '2026-03-31'), '2026-03-31')).toBe('lastMonth');
	expect(presetOf({ from: '2026-03-02', to: '2026-03-31' }, '2026-03-31')).toBeUndefined();
});
